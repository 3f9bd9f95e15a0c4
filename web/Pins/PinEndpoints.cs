using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Pins;

/// <summary>Pins and demotions: changes of a demand's list that two officers agree on.</summary>
internal static class PinEndpoints
{
    private const int MaxPins = 500;

    public static void MapPins(this IEndpointRouteBuilder routes)
    {
        var pins = new RecordEndpoints<Pin>((grains, id) => grains.Pin(id)).Map(routes, "Pins");
        pins.MapPost("{id}/approve", Approve)
            .WithSummary("Approve a pin or demotion as the second officer")
            .Produces<Pin>()
            .ReadsVersion()
            .RequireAuthorization();
        routes
            .MapGet("/api/demands/{id}/pins", ListOfDemand)
            .WithTags("Pins")
            .WithSummary("A demand's pins and demotions (officers)")
            .Produces<Listed<Pin>>()
            .RequireAuthorization();
    }

    private static async Task<IResult> Approve(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, grain) = (CurrentCaller.Of(user), grains.Pin(id));
        RecordResults.CheckWrites(caller, RecordKind.Pin);
        // A record that the caller may not know of is not found, whatever the body.
        await grain.Get(caller, cancellation);
        return RecordResults.Record(
            request.HttpContext.Response,
            await grain.Approve(caller, Versions.Expected(request) ?? throw new VersionException(), cancellation)
        );
    }

    private static async Task<IResult> ListOfDemand(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        await grains.Demand(id).Get(caller, cancellation);
        RecordResults.CheckWrites(caller, RecordKind.Pin);
        return (await grains.Catalogue<Pin>().List(caller, new(Limit: MaxPins, Parent: id), cancellation)).Listed();
    }
}
