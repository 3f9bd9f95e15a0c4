using Dapper;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Digests;

/// <summary>Finds the demands whose people want digests.</summary>
internal sealed class DigestRepository(Database database)
{
    /// <summary>The demands that changed after a sequence, deleted ones too, in the order of their changes.</summary>
    public async Task<IReadOnlyList<RecordRow>> ListChanged(long after)
    {
        const string sql =
            $"SELECT {RecordRow.Columns} FROM record WHERE kind = '{RecordKind.Demand}' AND sequence > @after ORDER BY sequence";
        await using var connection = await database.Open();
        return (await connection.QueryAsync<RecordRow>(sql, new { after })).AsList();
    }
}
