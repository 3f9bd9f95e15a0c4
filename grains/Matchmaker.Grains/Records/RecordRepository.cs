using Dapper;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Records;

/// <summary>Reads rows of <c>record</c>; only the journal writes them.</summary>
internal sealed class RecordRepository(Database database)
{
    /// <summary>The row, deleted or not; null: the record never existed.</summary>
    public async Task<RecordRow?> Find(string kind, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<RecordRow?>(
            $"SELECT {RecordRow.Columns} FROM record WHERE kind = @kind AND id = @id",
            new { kind, id }
        );
    }

    /// <summary>The rows of a building's spaces, deleted or not, by id.</summary>
    public async Task<IReadOnlyList<RecordRow>> ListByParent(
        string kind,
        string parent,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await database.Open(cancellation);
        return (
            await connection.QueryAsync<RecordRow>(
                $"SELECT {RecordRow.Columns} FROM record WHERE kind = @kind AND parent = @parent ORDER BY id",
                new { kind, parent }
            )
        ).AsList();
    }

    /// <summary>
    /// The rows of a party's records, by kind and id: it owns them or is their counterpart. Without deleted ones.
    /// </summary>
    /// <param name="kinds">As records write them, such as <c>demand</c>.</param>
    public async Task<IReadOnlyList<RecordRow>> ListByParty(
        IEnumerable<string> kinds,
        PartyId party,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await database.Open(cancellation);
        return (
            await connection.QueryAsync<RecordRow>(
                $"""
                SELECT {RecordRow.Columns} FROM record
                WHERE  kind IN ({string.Join(
                    ", ",
                    kinds.Select(kind => $"'{kind}'")
                )}) AND (owner = @party OR parent = @party) AND deleted = 0
                ORDER  BY kind, id
                """,
                new { party = party.ToString() }
            )
        ).AsList();
    }

    /// <summary>The rows of all records of a small kind, by id. Without deleted ones.</summary>
    public async Task<IReadOnlyList<RecordRow>> List(string kind, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return (
            await connection.QueryAsync<RecordRow>(
                $"SELECT {RecordRow.Columns} FROM record WHERE kind = @kind AND deleted = 0 ORDER BY id",
                new { kind }
            )
        ).AsList();
    }
}
