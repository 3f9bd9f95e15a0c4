using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Journal;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Changes;

/// <summary>What changed, for other systems.</summary>
internal static class ChangesEndpoints
{
    private const int MostAtOnce = 500;

    public static void MapChanges(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/changes", GetChanges)
            .WithTags("Changes")
            .WithSummary("Each visible record in the order of its last change")
            .Reads("limit", "integer", "1 to 500; default 100.");

    private static async Task<Ok<ChangesPage>> GetChanges(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        IDataProtectionProvider protection,
        CancellationToken cancellation,
        string? after = null
    )
    {
        var cursors = new Cursors(protection, "changes");
        var limit = QueryValues.Whole(request, "limit", MostAtOnce, 100);
        var sequence = after is null
            ? 0
            : cursors.Read(after) ?? throw new InvalidException(new FieldError("after", "notACursor"));
        var found = await grains.Changes().List(CurrentCaller.Of(user), sequence, limit + 1, cancellation);
        ImmutableArray<Change> changes =
        [
            .. found
                .Take(limit)
                .Select(change => new Change(
                    cursors.Write(change.Sequence),
                    change.At,
                    change.Kind,
                    change.Id,
                    change.Version,
                    change.Deleted ? true : null
                )),
        ];
        return TypedResults.Ok(new ChangesPage(changes, found.Length > limit ? changes[^1].Cursor : null));
    }
}

/// <param name="Next">What to pass as <c>after</c> for the rest; null: there is no more.</param>
public sealed record ChangesPage(ImmutableArray<Change> Changes, string? Next);

/// <param name="Cursor">Opaque: where to go on from after this change.</param>
/// <param name="Deleted">True: it does not exist any more, or the caller may not see it any more; else null.</param>
public sealed record Change(string Cursor, DateTimeOffset At, string Kind, string Id, long Version, bool? Deleted);
