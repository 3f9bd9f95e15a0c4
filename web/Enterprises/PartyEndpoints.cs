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

/// <summary>The records of parties and centres.</summary>
internal static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        var enterprises = new RecordEndpoints<Enterprise>((grains, id) => grains.Enterprise(id)).Map(
            routes,
            "Enterprises"
        );
        enterprises
            .MapGet("{id}/clearance", GetClearance)
            .WithSummary("The officers cleared for a confidential project (cleared officers)")
            .Produces<Clearance>()
            .RequireAuthorization();
        enterprises
            .MapPut("{id}/clearance", PutClearance)
            .WithSummary("Set the officers cleared for a confidential project (cleared officers)")
            .Accepts<Clearance>("application/json")
            .Produces<Clearance>()
            .ReadsVersion()
            .RequireAuthorization();
        new RecordEndpoints<Owner>((grains, id) => grains.Owner(id)).Map(routes, "Owners");
        new RecordEndpoints<Centre>((grains, id) => grains.Centre(id)).Map(routes, "Centres");
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
        // A project that the caller may not know of is not found, whatever the body.
        await grain.Clearance(caller, cancellation);
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
