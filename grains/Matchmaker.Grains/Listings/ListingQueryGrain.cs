using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Search;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Listings;

/// <summary>
/// Lists by keyset. The query itself filters by visibility, so that counts and cursors reveal nothing.
/// </summary>
[StatelessWorker]
internal sealed class ListingQueryGrain<T>(Database database, TimeProvider time) : Grain, IListingQueryGrain<T>
    where T : Record
{
    private readonly HoldRows _holds = new(database);
    private static readonly string Kind = KindTable.Of<T>().Code;

    public async Task<Page<T>> List(Caller caller, ListQuery query, CancellationToken cancellation = default)
    {
        var filter = VisibilityFilter.Of(caller);
        var (where, parameters) = Conditions(query, filter);
        await using var connection = await database.Open(cancellation);
        // A space is also found by the names and place of its building, so each row brings its parent.
        var rows = (
            await connection.QueryAsync<ListRow>(
                $"""
                SELECT r.id, r.version, r.body, r.owner, r.visible, CASE WHEN r.cleared IS NOT NULL THEN r.owner END AS project, p.id AS parent_id, p.body AS parent_body
                FROM   record r LEFT JOIN record p ON p.kind = '{RecordKind.Building}' AND p.id = r.parent
                WHERE  {where}
                ORDER  BY r.id
                LIMIT  @limit
                """,
                parameters
            )
        ).AsList();
        var read = rows.Take(query.Limit).Select(row => (Row: row, Record: Read(row))).ToList();
        var holds = await _holds.Of(
            read.Select(seen => seen.Record).OfType<Space>().Where(space => space.Hold is not null).Select(s => s.Id),
            cancellation
        );
        var items = read.Select(seen => Shown(seen.Row, seen.Record, holds, caller)).ToImmutableArray();
        ImmutableArray<PartyId> projects =
        [
            .. read.Select(seen => PartyId.Parse(seen.Row.Project))
                .Concat(items.Select(item => ProjectOf(item, holds)))
                .OfType<PartyId>()
                .Distinct(),
        ];
        if (!projects.IsEmpty)
            await GrainFactory.Views().Record(caller, projects, Kind);
        return new(items, rows.Count > query.Limit ? items[^1].Id : null);
    }

    private T Shown(ListRow row, T record, IReadOnlyDictionary<string, KnownHold> holds, Caller caller) =>
        record is Space { Hold: not null } space
            ? (T)
                (Record)
                    HoldRules.Shown(
                        space,
                        new(RecordKind.Space, PartyId.Parse(row.Owner), row.Visible != 0),
                        holds.GetValueOrDefault(space.Id),
                        caller,
                        time.Today()
                    )
            : (T)record.For(caller);

    // The confidential party for whose demand a space that is shown so is held.
    private static PartyId? ProjectOf(T shown, IReadOnlyDictionary<string, KnownHold> holds) =>
        shown is Space { Hold.Demand: not null } && holds[shown.Id].Demand is { Cleared: not null } demand
            ? demand.Owner
            : null;

    private static (string Where, DynamicParameters Parameters) Conditions(ListQuery query, VisibilityFilter filter)
    {
        var parameters = filter.With(
            new
            {
                kind = Kind,
                limit = query.Limit + 1,
                after = Plain(query.After),
                parent = Plain(query.Parent),
            }
        );
        var where = new List<string> { "r.kind = @kind", "r.deleted = 0", filter.Sees };
        if (query.After is not null)
            where.Add("r.id > @after");
        if (query.Parent is not null)
            where.Add("r.parent = @parent");
        if (query.Ids is { } ids)
            where.Add(ids.IsEmpty ? "1 = 0" : $"r.id IN ({parameters.AddList(ids.Select(Plain))})");

        if (query.Box is { } box)
        {
            where.Add(
                "COALESCE(r.lat, p.lat) BETWEEN @South AND @North AND COALESCE(r.lon, p.lon) BETWEEN @West AND @East"
            );
            parameters.AddDynamicParams(box);
        }

        var asked = 0;
        foreach (var (written, folded) in ListText.Words(Plain(query.Text) ?? ""))
        {
            var ways = new List<string>();
            if (written is not null)
                ways.Add(Contains(written));
            if (!folded.IsEmpty)
                ways.Add(string.Join(" AND ", folded.Select(Contains)));
            where.Add($"({string.Join(" OR ", ways)})");
        }

        return (string.Join(" AND ", where), parameters);

        string Contains(string text)
        {
            var name = $"word{asked++}";
            parameters.Add(name, $"%{LikeText.Escape(text)}%");
            return $"(r.search_text LIKE @{name} ESCAPE '!' OR p.search_text LIKE @{name} ESCAPE '!')";
        }
    }

    // PostgreSQL accepts no NUL in text, and no record contains one.
    private static string? Plain(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    private static T Read(ListRow row)
    {
        var record = RecordJson.Read<T>(row.Body) with { Id = row.Id, Version = row.Version };
        return record is Space space && row.ParentBody is { } body
            ? (T)(Record)space.Inheriting(RecordJson.Read<Building>(body) with { Id = row.ParentId! })
            : record;
    }

    private sealed record ListRow
    {
        public required string Id { get; init; }

        public required long Version { get; init; }

        public required string Body { get; init; }

        public string? Owner { get; init; }

        public required int Visible { get; init; }

        /// <summary>The confidential party that it belongs to; null: none.</summary>
        public string? Project { get; init; }

        public string? ParentId { get; init; }

        public string? ParentBody { get; init; }
    }
}
