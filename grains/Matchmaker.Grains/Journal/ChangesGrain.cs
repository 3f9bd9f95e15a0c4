using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Journal;

/// <summary>Reads the records in the order of their last change, as far as the caller could see that change.</summary>
[StatelessWorker]
internal sealed class ChangesGrain(Database database) : Grain, IChangesGrain
{
    public async Task<ImmutableArray<RecordChange>> List(
        Caller caller,
        long after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        var sight = VisibilityFilter.Of(caller);
        await using var connection = await database.Open(cancellation);
        var rows = (
            await connection.QueryAsync<Row>(
                $"""
                SELECT sequence, at, kind, id, version, is_deleted, project FROM (
                    SELECT r.kind, r.id,
                           CASE WHEN {sight.Own} THEN r.sequence ELSE r.open_sequence END AS sequence,
                           CASE WHEN {sight.Own} THEN r.changed_at ELSE r.open_at END AS at,
                           CASE WHEN {sight.Own} THEN r.version ELSE r.open_version END AS version,
                           CASE WHEN r.cleared IS NOT NULL AND r.deleted = 0 AND {sight.Own} THEN r.owner END AS project,
                           CASE WHEN r.deleted = 1 OR NOT ({sight.Own} OR {sight.Open}) THEN 1 ELSE 0 END AS is_deleted
                    FROM   record r
                    WHERE  r.sequence > @after AND {sight.Kinds} AND ({sight.Own} OR (r.open_sequence IS NOT NULL AND {sight.OpenKinds}))
                ) seen
                WHERE  sequence > @after
                ORDER  BY sequence
                LIMIT  @limit
                """,
                sight.With(new { after, limit })
            )
        ).AsList();
        ImmutableArray<PartyId> projects =
        [
            .. rows.Select(row => PartyId.Parse(row.Project)).OfType<PartyId>().Distinct(),
        ];
        if (!projects.IsEmpty)
            await GrainFactory.Views().Record(caller, projects, "changes");
        return
        [
            .. rows.Select(row => new RecordChange(
                row.Sequence,
                Instant(row.At),
                row.Kind,
                row.Id,
                row.Version,
                row.IsDeleted == 1
            )),
        ];
    }

    private static DateTimeOffset Instant(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public required long Sequence { get; init; }

        public required string At { get; init; }

        public required string Kind { get; init; }

        public required string Id { get; init; }

        public required long Version { get; init; }

        public required int IsDeleted { get; init; }

        /// <summary>The confidential party that it belongs to, where the caller may know of it; else null.</summary>
        public string? Project { get; init; }
    }
}
