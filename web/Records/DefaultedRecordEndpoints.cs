using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;

namespace Matchmaker.Web.Records;

/// <summary>Reads and replaces records that have built-in defaults, which admins edit.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Grain">The record's grain by id; throws not found for an unknown id, so that no grain is activated for
/// it.</param>
internal sealed record DefaultedRecordEndpoints<T>(string Kind, Func<IGrainFactory, string, IRecordGrain<T>> Grain)
    where T : Record
{
    public async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await Grain(grains, id).Get(CurrentCaller.Of(user), cancellation));

    public async Task<IResult> Put(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind);
        var grain = Grain(grains, id);
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var body = await RecordBody.Read<T>(request, id);
        // The default is version 0 of a record that always exists, so a replacement never creates.
        return RecordResults.Record(
            request.HttpContext.Response,
            (await grain.Put(caller, body, expected, true, cancellation)).Record
        );
    }
}
