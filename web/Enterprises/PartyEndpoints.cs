using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Enterprises;

/// <summary>The parties and the centres, each a record like any other.</summary>
internal static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        var enterprises = new RecordEndpoints<Enterprise>(
            "/api/enterprises",
            (grains, id) => grains.Enterprise(id),
            IsOpen: false
        ).Map(routes, "Enterprises");
        enterprises
            .MapGet("{id}/clearance", GetClearance)
            .WithSummary("Who of the office may know of a confidential project (cleared officers)")
            .Produces<Clearance>()
            .RequireAuthorization();
        enterprises
            .MapPut("{id}/clearance", PutClearance)
            .WithSummary("Set who of the office may know of a confidential project (cleared officers)")
            .Accepts<Clearance>("application/json")
            .Produces<Clearance>()
            .ReadsVersion()
            .RequireAuthorization();
        new RecordEndpoints<Owner>("/api/owners", (grains, id) => grains.Owner(id), IsOpen: false).Map(
            routes,
            "Owners"
        );
        new RecordEndpoints<Centre>("/api/centres", (grains, id) => grains.Centre(id), IsOpen: true).Map(
            routes,
            "Centres"
        );
    }

    private static async Task<IResult> GetClearance(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Answer(response, await grains.Enterprise(id).Clearance(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> PutClearance(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, grain) = (CurrentCaller.Of(user), grains.Enterprise(id));
        await grain.Clearance(caller, cancellation); // because what may not be known is not found, before anything else
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var body = await StrictJson.Read<Clearance>(request);
        return Answer(request.HttpContext.Response, await grain.Clear(caller, body.Officers, expected, cancellation));
    }

    private static IResult Answer(HttpResponse response, Clearance clearance)
    {
        response.Headers.ETag = Versions.Tag(clearance.Version);
        return Results.Ok(clearance);
    }
}
