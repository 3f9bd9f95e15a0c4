using System.Data.Common;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Storage;

/// <summary>Folds the texts that an earlier release, or a backup of one, wrote without their folded words.</summary>
internal static class SearchTexts
{
    private const int Batch = 500;

    private static readonly string[] Kinds =
    [
        RecordKind.Building,
        RecordKind.Space,
        RecordKind.Firm,
        RecordKind.Centre,
        RecordKind.Enterprise,
        RecordKind.Owner,
        RecordKind.Demand,
    ];

    public static async Task Fold(DbConnection connection)
    {
        while (await Read(connection) is { Count: > 0 } rows)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            // A row that a running silo of the earlier release writes meanwhile is folded at the next start.
            foreach (var (kind, id, text) in rows)
            {
                await connection.ExecuteAsync(
                    "UPDATE record SET search_text = @folded WHERE kind = @kind AND id = @id AND search_text = @text",
                    new
                    {
                        kind,
                        id,
                        text,
                        folded = ListText.Of(text.Split('\n')),
                    },
                    transaction
                );
            }

            await transaction.CommitAsync();
            if (rows.Count < Batch)
                return;
        }
    }

    private static async Task<List<Row>> Read(DbConnection connection) =>
        (
            await connection.QueryAsync<Row>(
                $"""
                SELECT kind, id, search_text AS text FROM record
                WHERE  kind IN ({string.Join(", ", Kinds.Select(kind => $"'{kind}'"))}) AND deleted = 0
                AND    search_text NOT LIKE @folded
                LIMIT  {Batch}
                """,
                new { folded = $"%{ListText.Separator}%" }
            )
        ).AsList();

    private sealed record Row(string Kind, string Id, string Text);
}
