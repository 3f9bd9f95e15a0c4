using System.Data.Common;
using Dapper;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Firms;

/// <summary>
/// The keys by which duplicates are found, derived from the records: whoever looks for one first reads on from the last
/// change that the table holds, as an index does. So no writer of firms knows of it, and it is right for a hundred
/// thousand of them, where a search through all texts for every row of an import would take hours.
/// </summary>
internal sealed class FirmKeys(Database database)
{
    private const int AtOnce = 1_000;
    private const int Parameters = 400;

    /// <summary>
    /// Takes in what changed since; each step is a short transaction, so that the journal never waits long.
    /// </summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        while (await IsBehind(cancellation) && await database.Write(Step, cancellation))
        {
            // Because a full step may have left something over.
        }
    }

    /// <summary>The ids of the firms that have one of these keys, by key.</summary>
    public async Task<ILookup<long, string>> ListIds(IReadOnlyCollection<long> keys, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = new List<KeyRow>();
        foreach (var chunk in keys.Chunk(Parameters))
        {
            var (list, parameters) = In(chunk);
            found.AddRange(
                await connection.QueryAsync<KeyRow>($"SELECT key, id FROM firm_key WHERE key IN ({list})", parameters)
            );
        }

        return found.ToLookup(row => row.Key, row => row.Id);
    }

    /// <summary>The living firms of these ids.</summary>
    public async Task<IReadOnlyList<Firm>> ListFirms(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = new List<Firm>();
        foreach (var chunk in ids.Chunk(Parameters))
        {
            var (list, parameters) = In(chunk);
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
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM firm_key_end WHERE edition <> @edition OR sequence < (SELECT COALESCE(MAX(sequence), 0) FROM record)",
                new { edition = DuplicateTraits.Edition }
            ) > 0;
    }

    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> Step(DbConnection connection, DbTransaction transaction)
    {
        // The change comes before the reading, because on PostgreSQL it makes a second grain wait here.
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
        var last = await connection.ExecuteScalarAsync<long>(
            "SELECT COALESCE(MAX(sequence), 0) FROM record",
            transaction: transaction
        );
        var rows = (
            await connection.QueryAsync<BodyRow>(
                $"""
                SELECT id, body, sequence FROM record
                WHERE  kind = '{RecordKind.Firm}' AND sequence > @from AND sequence <= @last
                ORDER  BY sequence
                LIMIT  @AtOnce
                """,
                new
                {
                    from,
                    last,
                    AtOnce,
                },
                transaction
            )
        ).AsList();
        foreach (var chunk in rows.Chunk(Parameters))
        {
            var (list, parameters) = In(chunk.Select(row => row.Id));
            await connection.ExecuteAsync($"DELETE FROM firm_key WHERE id IN ({list})", parameters, transaction);
        }

        await Rows.Insert(transaction, "firm_key", "key, id", rows.SelectMany(KeysOf), row => [row.Key, row.Id]);
        var isFull = rows.Count == AtOnce;
        await connection.ExecuteAsync(
            "UPDATE firm_key_end SET sequence = @reached",
            new { reached = isFull ? rows[^1].Sequence : last },
            transaction
        );
        return isFull;
    }

    // One that was merged into another has none, because it is found under that one's id.
    private static IEnumerable<KeyRow> KeysOf(BodyRow row) =>
        row.Body is not null && RecordJson.Read<Firm>(row.Body) is { MergedInto: null } firm
            ? DuplicateTraits.Of(firm).Keys.Select(key => new KeyRow { Key = key, Id = row.Id })
            : [];

    // One parameter each, because Dapper's lists and PostgreSQL's arrays want different SQL.
    private static (string List, DynamicParameters Parameters) In<T>(IEnumerable<T> values)
    {
        var parameters = new DynamicParameters();
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add($"@in{names.Count}");
            parameters.Add(names[^1][1..], value);
        }

        return (string.Join(", ", names), parameters);
    }

    private sealed record KeyRow
    {
        public required long Key { get; init; }

        public required string Id { get; init; }
    }

    private sealed record BodyRow
    {
        public required string Id { get; init; }

        public string? Body { get; init; }

        public long Sequence { get; init; }
    }
}
