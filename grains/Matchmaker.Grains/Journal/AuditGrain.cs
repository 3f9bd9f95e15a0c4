using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// Reads the journal for auditors; of a project that they are not cleared for now it has nothing, from before it was
/// one neither.
/// </summary>
[StatelessWorker]
internal sealed class AuditGrain(Database database) : Grain, IAuditGrain
{
    public async Task<ImmutableArray<AuditEntry>> List(
        Caller caller,
        string of,
        long? before,
        int limit,
        CancellationToken cancellation = default
    )
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
        var mine = $"%|{LikeText.Escape(caller.Email!.ToLowerInvariant())}|%";
        await using var connection = await database.Open(cancellation);
        // Without the books of aliases, because one names every party that ever knew this one; each alias stands in its
        // introduction.
        var rows = (
            await connection.QueryAsync<JournalEntry>(
                """
                SELECT j.* FROM journal j JOIN record r ON r.kind = j.kind AND r.id = j.id
                WHERE  (j.owner = @of OR j.parent = @of) AND j.sequence < @before AND j.kind <> @alias
                AND    (r.cleared IS NULL OR r.cleared LIKE @mine ESCAPE '!')
                ORDER  BY j.sequence DESC
                LIMIT  @limit
                """,
                new
                {
                    of,
                    before = before ?? long.MaxValue,
                    alias = RecordKind.Alias,
                    mine,
                    limit,
                }
            )
        ).AsList();
        return [.. rows.Select(AuditRules.Entry)];
    }

    public async Task<AuditReport> Verify(Caller caller, CancellationToken cancellation = default)
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
        // A long journal takes seconds: verify it off the grain's scheduler.
        var report = await Task.Run(() => JournalChain.Verify(database, cancellation), cancellation);
        return report.IsWhole ? new(true, null, null) : new(false, report.FirstBad, report.IsMissing);
    }
}

/// <summary>What a journal entry says to a reader. Pure.</summary>
internal static class AuditRules
{
    // Internal state that no reader ever receives; an auditor does not receive it either.
    private static readonly string[] Kept = ["inside"];

    public static AuditEntry Entry(JournalEntry entry)
    {
        // A view does not change the view before it, so it is shown whole. An entry without a difference changed only
        // who may see the record.
        var isView = entry.Kind == RecordKind.View && entry.Before != entry.After;
        var changes = Changes(isView ? null : entry.Before, entry.After).ToImmutableArray();
        return new(
            entry.Sequence,
            DateTimeOffset.Parse(entry.At, CultureInfo.InvariantCulture),
            entry.Actor,
            entry.Kind,
            entry.Id,
            entry.Version,
            isView ? "view"
                : entry.Before is null ? "create"
                : entry.After is null ? "delete"
                : changes.IsEmpty ? "clearance"
                : "change",
            changes.IsEmpty && entry.Before is not null
                ? [new("cleared", null, entry.Cleared?.Trim('|').Replace('|', ' '))]
                : changes
        );
    }

    /// <summary>What differs between two bodies, down to the third level, by path.</summary>
    public static IEnumerable<AuditedChange> Changes(string? before, string? after) =>
        Differences(Parse(before), Parse(after), "", 3);

    private static JsonNode? Parse(string? body) => body is null ? null : JsonNode.Parse(body);

    private static IEnumerable<AuditedChange> Differences(JsonNode? before, JsonNode? after, string path, int depth)
    {
        if (JsonNode.DeepEquals(before, after) || Kept.Contains(path))
            return [];
        if (
            depth == 0
            || before is not (null or JsonObject)
            || after is not (null or JsonObject)
            || (before is null && after is null)
        )
            return [new(path, before?.ToJsonString(RecordJson.Options), after?.ToJsonString(RecordJson.Options))];
        var (old, now) = ((JsonObject?)before, (JsonObject?)after);
        return (old?.Select(field => field.Key) ?? [])
            .Union(now?.Select(field => field.Key) ?? [])
            .SelectMany(name =>
                Differences(old?[name], now?[name], path.Length == 0 ? name : $"{path}.{name}", depth - 1)
            );
    }
}
