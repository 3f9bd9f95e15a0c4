using System.Collections.Immutable;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Listings;

/// <summary>Reads holds with the visibility of their demands.</summary>
internal sealed class HoldRows(Database database)
{
    private const int AtOnce = 500;

    /// <summary>The hold on that space, over or not; null: none.</summary>
    public async Task<KnownHold?> Find(string space, CancellationToken cancellation = default) =>
        (await Read("h.id = @space", new DynamicParameters(new { space }), cancellation)).SingleOrDefault();

    /// <summary>The holds on those spaces, by space.</summary>
    public async Task<IReadOnlyDictionary<string, KnownHold>> Of(
        IEnumerable<string> spaces,
        CancellationToken cancellation = default
    )
    {
        var found = new Dictionary<string, KnownHold>(StringComparer.Ordinal);
        foreach (var ids in spaces.Chunk(AtOnce))
        {
            var parameters = new DynamicParameters();
            foreach (var hold in await Read($"h.id IN ({parameters.AddList(ids)})", parameters, cancellation))
                found[hold.Hold.Record.Id] = hold;
        }

        return found;
    }

    /// <summary>Every hold whose end is not written.</summary>
    public Task<ImmutableArray<KnownHold>> All() => Read("1 = 1", new(), default);

    private async Task<ImmutableArray<KnownHold>> Read(
        string where,
        DynamicParameters parameters,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        return
        [
            .. (
                await connection.QueryAsync<Row>(
                    $"""
                    SELECT h.id, h.version, h.body, h.owner, h.cleared,
                           d.id AS demand, d.owner AS demand_owner, d.cleared AS demand_cleared
                    FROM   record h LEFT JOIN record d
                           ON d.kind = '{RecordKind.Demand}' AND d.id = h.parent AND d.deleted = 0
                    WHERE  h.kind = '{RecordKind.Hold}' AND h.deleted = 0 AND {where}
                    ORDER  BY h.id
                    """,
                    parameters
                )
            ).Select(row => row.Known),
        ];
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required long Version { get; init; }

        public required string Body { get; init; }

        public string? Owner { get; init; }

        public string? Cleared { get; init; }

        /// <summary>Null: the demand is gone.</summary>
        public string? Demand { get; init; }

        public string? DemandOwner { get; init; }

        public string? DemandCleared { get; init; }

        public KnownHold Known =>
            new(
                new(
                    RecordJson.Read<StandingHold>(Body) with
                    {
                        Id = Id,
                        Version = Version,
                    },
                    VisibilityOf(RecordKind.Hold, Owner, Cleared)
                ),
                Demand is null ? null : VisibilityOf(RecordKind.Demand, DemandOwner, DemandCleared)
            );

        private static Visibility VisibilityOf(string kind, string? owner, string? cleared) =>
            new(kind, PartyId.Parse(owner), false, ClearedList.Read(cleared));
    }
}
