using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;

namespace Matchmaker.Web.Records;

/// <summary>The routes of the one record of a kind that a party keeps, below the party's own: read, replace, delete.
/// </summary>
/// <param name="partyKind">The kind of the party, one of <see cref="RecordKind"/>.</param>
/// <param name="word">The last part of the route.</param>
/// <param name="grain">The record's grain by its party.</param>
/// <param name="idOf">The record's id by its party.</param>
/// <param name="authorize">Throws not found for a caller who may not know whether the party keeps one.</param>
internal sealed class OwnRecordEndpoints<T>(
    string partyKind,
    string word,
    Func<IGrainFactory, PartyId, IRecordGrain<T>> grain,
    Func<PartyId, string> idOf,
    Func<IGrainFactory, Caller, PartyId, CancellationToken, Task> authorize
)
    where T : Record
{
    private static readonly string Kind = KindTable.Of<T>().Code;

    /// <param name="summary">What the record is.</param>
    /// <returns>The group of the party's routes.</returns>
    public RouteGroupBuilder Map(IEndpointRouteBuilder routes, string tag, string summary)
    {
        var group = routes
            .MapGroup($"/api/{KindTable.Of(partyKind).Collection}/{{id}}")
            .WithTags(tag)
            .RequireAuthorization();
        group.MapGet(word, Get).WithSummary(summary).Produces<T>();
        group
            .MapPut(word, Put)
            .WithSummary("Replace what is kept, or create it if no version is expected")
            .Accepts<T>("application/json")
            .Produces<T>()
            .Produces<T>(StatusCodes.Status201Created)
            .ReadsVersion();
        group
            .MapDelete(word, Delete)
            .WithSummary("Delete what is kept")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion();
        return group;
    }

    private async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, party) = (CurrentCaller.Of(user), Party(id));
        await authorize(grains, caller, party, cancellation);
        return RecordResults.Record(response, await grain(grains, party).Get(caller, cancellation));
    }

    private async Task<IResult> Put(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, party) = (CurrentCaller.Of(user), Party(id));
        RecordResults.CheckWrites(caller, Kind);
        await authorize(grains, caller, party, cancellation);
        var expected = Versions.Expected(request);
        var body = await RecordBody.Read<T>(request, idOf(party));
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grain(grains, party).Put(caller, body, expected, true, cancellation),
            $"/api/{party}/{word}"
        );
    }

    private async Task<IResult> Delete(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, party) = (CurrentCaller.Of(user), Party(id));
        RecordResults.CheckWrites(caller, Kind);
        await authorize(grains, caller, party, cancellation);
        var kept = grain(grains, party);
        await kept.Get(caller, cancellation);
        await kept.Delete(caller, Versions.Expected(request) ?? throw new VersionException(), cancellation);
        return Results.NoContent();
    }

    private PartyId Party(string id) => new(partyKind, id);
}
