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

/// <summary>The change feed for other systems.</summary>
internal static class ChangesEndpoints
{
    private const int MaxLimit = 500;

    public static void MapChanges(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/changes", GetChanges)
            .WithTags("Changes")
            .WithSummary("Visible records in the order of their last changes")
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
        var limit = QueryValues.Whole(request, "limit", MaxLimit, 100);
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

/// <param name="Next">The <c>after</c> of the next page; null: this is the last page.</param>
public sealed record ChangesPage(ImmutableArray<Change> Changes, string? Next);

/// <param name="Cursor">Opaque: the <c>after</c> that continues behind this change.</param>
/// <param name="Deleted">True: the record was deleted, or the caller lost access to it; else null.</param>
public sealed record Change(string Cursor, DateTimeOffset At, string Kind, string Id, long Version, bool? Deleted);
