using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaker.Web.Journal;

/// <summary>The journal for auditors.</summary>
internal static class JournalEndpoints
{
    private const int MaxLimit = 500;
    private const int MaxEntriesInFile = 100_000;

    public static void MapJournal(this IEndpointRouteBuilder routes)
    {
        var journal = routes.MapGroup("/api/journal").WithTags("Journal").RequireAuthorization();
        journal
            .MapGet("", List)
            .WithSummary("Who did what to a company's records, newest first (admins)")
            .Produces<Listed<JournalLine>>()
            .Reads("of", "string", "The company, such as firms/f1.")
            .Reads("after", "string", "The previous page's next.")
            .Reads("limit", "integer", "1 to 500; default 100.");
        journal
            .MapGet("verification", Verify)
            .WithSummary("Verify that no journal entry is missing or changed (admins)")
            .Produces<AuditReport>()
            .Waits(WorkQueue.Export)
            .DisableRequestTimeout();
        routes
            .MapGet("/api/exports/journal.csv", Export)
            .WithTags("Journal")
            .WithSummary("A company's record as a file (admins)")
            .Reads("of", "string", "The company, such as firms/f1.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Waits(WorkQueue.Export)
            .RequireAuthorization()
            .DisableRequestTimeout();
    }

    private static async Task<IResult> List(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        IDataProtectionProvider protection,
        CancellationToken cancellation,
        string? after = null
    )
    {
        var caller = Admin(user);
        var cursors = new Cursors(protection, "journal");
        var limit = QueryValues.Whole(request, "limit", MaxLimit, 100);
        long? before = after is null
            ? null
            : cursors.Read(after) ?? throw new InvalidException(new FieldError("after", "notACursor"));
        var found = await grains.Log().List(caller, Of(request), before, limit + 1, cancellation);
        return Results.Ok(
            new Listed<JournalLine>(
                [.. found.Take(limit).Select(JournalLine.Of)],
                found.Length > limit ? cursors.Write(found[limit - 1].Sequence) : null
            )
        );
    }

    private static async Task<IResult> Verify(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Log().Verify(Admin(user), cancellation));

    private static async Task Export(
        HttpRequest request,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = Admin(user);
        var found = await grains.Log().List(caller, Of(request), null, MaxEntriesInFile, cancellation);
        await ExportEndpoints.Send(
            response,
            "journal.csv",
            new(
                "journal",
                ["at", "actor", "kind", "id", "version", "action", "path", "before", "after"],
                found.SelectMany(Rows)
            ),
            cancellation
        );
    }

    private static IEnumerable<object?[]> Rows(AuditEntry entry) =>
        entry
            .Changes.DefaultIfEmpty(new("", null, null))
            .Select(change =>
                new object?[]
                {
                    $"{entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}",
                    entry.Actor,
                    entry.Kind,
                    entry.Id,
                    entry.Version,
                    entry.Action,
                    change.Path,
                    change.Before,
                    change.After,
                }
            );

    private static string Of(HttpRequest request) =>
        request.Query["of"].ToString() is { Length: > 0 } of
            ? of
            : throw new InvalidException(new FieldError("of", "required"));

    private static Caller Admin(ClaimsPrincipal user) =>
        CurrentCaller.Of(user) is { Role: Role.Admin } caller ? caller : throw new ForbiddenException();
}

/// <summary>One entry of the journal, without its sequence number, which would reveal other entries.</summary>
/// <param name="Action"><c>create</c>, <c>change</c>, <c>delete</c>, <c>clearance</c> or <c>view</c>.</param>
public sealed record JournalLine(
    DateTimeOffset At,
    string Actor,
    string Kind,
    string Id,
    long Version,
    string Action,
    ImmutableArray<AuditedChange> Changes
)
{
    internal static JournalLine Of(AuditEntry entry) =>
        new(entry.At, entry.Actor, entry.Kind, entry.Id, entry.Version, entry.Action, entry.Changes);
}
