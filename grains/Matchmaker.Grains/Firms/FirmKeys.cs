using System.Data.Common;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Firms;

/// <summary>
/// The keys by which duplicates are found: a projection in a table, with its own checkpoint, which each search first
/// brings up to the journal's end.
/// A table and not memory, because a hundred thousand firms have about a million keys.
/// </summary>
internal sealed class FirmKeys(Database database)
{
    private const int AtOnce = 1_000;
    private const int Parameters = 400;

    private readonly JournalReader _journal = new(database);

    /// <summary>Takes in what changed since; each step is a short transaction, so that the journal never waits
    /// long.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        while (await IsBehind(cancellation) && await database.Write(Step, cancellation))
        {
            // Until a step finds nothing.
        }
    }

    /// <summary>The ids of the firms that have one of these keys, by key.</summary>
    /// <param name="most">Of how many firms a key, the first by id: branches of one name may be thousands.</param>
    public async Task<ILookup<long, string>> ListIds(
        IReadOnlyCollection<long> keys,
        int most,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.Open(cancellation);
        var found = new List<KeyRow>();
        foreach (var chunk in keys.Chunk(Parameters))
        {
            var parameters = new DynamicParameters();
            var list = parameters.AddList(chunk);
            found.AddRange(
                await connection.QueryAsync<KeyRow>(
                    $"""
                    SELECT key, id FROM (
                        SELECT key, id, ROW_NUMBER() OVER (PARTITION BY key ORDER BY id) AS place
                        FROM firm_key WHERE key IN ({list})
                    ) AS placed WHERE place <= {most} ORDER BY key, id
                    """,
                    parameters
                )
            );
        }

        return found.ToLookup(row => row.Key, row => row.Id);
    }

    /// <summary>Those of these ids that living firms have.</summary>
    public async Task<IReadOnlySet<string>> ListStored(IEnumerable<string> ids, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(Parameters))
        {
            var parameters = new DynamicParameters();
            var list = parameters.AddList(chunk);
            found.UnionWith(
                await connection.QueryAsync<string>(
                    $"SELECT id FROM record WHERE kind = '{RecordKind.Firm}' AND deleted = 0 AND id IN ({list})",
                    parameters
                )
            );
        }

        return found;
    }

    /// <summary>The living firms of these ids.</summary>
    public async Task<IReadOnlyList<Firm>> ListFirms(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = new List<Firm>();
        foreach (var chunk in ids.Chunk(Parameters))
        {
            var parameters = new DynamicParameters();
            var list = parameters.AddList(chunk);
            var rows = await connection.QueryAsync<BodyRow>(
                $"SELECT id, body FROM record WHERE kind = '{RecordKind.Firm}' AND deleted = 0 AND id IN ({list})",
                parameters
            );
            found.AddRange(rows.Select(row => RecordJson.Read<Firm>(row.Body!) with { Id = row.Id }));
        }

        return found;
    }

    private async Task<bool> IsBehind(CancellationToken cancellation)
    {
        var last = await _journal.LastSequence(cancellation);
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM firm_key_end WHERE edition <> @edition OR sequence < @last",
                new { edition = DuplicateTraits.Edition, last }
            ) > 0;
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Step(DbConnection connection, DbTransaction transaction)
    {
        var from = await Begin(connection, transaction);
        var page = await _journal.ChangesAfter(from, AtOnce, [RecordKind.Firm], CancellationToken.None);
        var firms = page.Entries.GroupBy(entry => entry.Id, (_, entries) => entries.Last()).ToList();
        foreach (var chunk in firms.Chunk(Parameters))
        {
            var parameters = new DynamicParameters();
            var list = parameters.AddList(chunk.Select(firm => firm.Id));
            await connection.ExecuteAsync($"DELETE FROM firm_key WHERE id IN ({list})", parameters, transaction);
        }

        await Rows.Insert(transaction, "firm_key", "key, id", firms.SelectMany(KeysOf), row => [row.Key, row.Id]);
        await connection.ExecuteAsync("UPDATE firm_key_end SET sequence = @End", new { page.End }, transaction);
        return page.End > from;
    }

    /// <returns>The sequence from which to go on; 0 where the keys are of another edition.</returns>
    private static async Task<long> Begin(DbConnection connection, DbTransaction transaction)
    {
        // The update comes before the reading: on PostgreSQL it makes a second grain wait here.
        await connection.ExecuteAsync(
            "UPDATE firm_key_end SET sequence = 0 WHERE edition <> @edition",
            new { edition = DuplicateTraits.Edition },
            transaction
        );
        var from = await connection.ExecuteScalarAsync<long>(
            "UPDATE firm_key_end SET edition = @edition RETURNING sequence",
            new { edition = DuplicateTraits.Edition },
            transaction
        );
        if (from == 0)
            await connection.ExecuteAsync("DELETE FROM firm_key", transaction: transaction);
        return from;
    }

    // A merged firm has none: it is found under the id of the firm that stays.
    private static IEnumerable<KeyRow> KeysOf(RecordState row) =>
        row.Body is not null && RecordJson.Read<Firm>(row.Body) is { MergedInto: null } firm
            ? DuplicateTraits.Of(firm).Keys.Select(key => new KeyRow { Key = key, Id = row.Id })
            : [];

    private sealed record KeyRow
    {
        public required long Key { get; init; }

        public required string Id { get; init; }
    }

    private sealed record BodyRow
    {
        public required string Id { get; init; }

        public string? Body { get; init; }
    }
}
