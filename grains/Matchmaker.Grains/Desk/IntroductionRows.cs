using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Desk;

/// <summary>Reads introductions page by page for lists.</summary>
internal sealed class IntroductionRows(Database database)
{
    /// <summary>The next living introductions by id; where a party is given, only those of which it is a
    /// side.</summary>
    /// <param name="party">Null: the office's.</param>
    public async Task<IReadOnlyList<RecordRow>> List(string? party, string after, int limit)
    {
        await using var connection = await database.Open();
        return (
            await connection.QueryAsync<RecordRow>(
                $"""
                SELECT {RecordRow.Columns} FROM record
                WHERE  kind = '{RecordKind.Introduction}' AND deleted = 0 AND id > @after {(
                    party is null ? "" : "AND (owner = @party OR parent = @party)"
                )}
                ORDER  BY id
                LIMIT  @limit
                """,
                new
                {
                    party,
                    after,
                    limit,
                }
            )
        ).AsList();
    }
}
