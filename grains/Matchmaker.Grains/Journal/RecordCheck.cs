using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Journal;

/// <summary>Compares each record with the last entry of it.</summary>
internal static class RecordCheck
{
    // What an entry says of a record, in the columns of either.
    private static readonly (string Record, string Entry)[] Same =
    [
        ("kind", "kind"),
        ("id", "id"),
        ("parent", "parent"),
        ("version", "version"),
        ("body", "after"),
        ("owner", "owner"),
        ("visible", "visible"),
        ("cleared", "cleared"),
    ];

    private static readonly string Pairs =
        $"SELECT r.sequence, {string.Join(", ", Same.Select(column => $"r.{column.Record}"))}, "
        + $"{string.Join(", ", Same.Select(column => $"j.{column.Entry}"))} "
        + "FROM record r LEFT JOIN journal j ON j.sequence = r.sequence ORDER BY r.kind, r.id";

    private const string Lost = """
        SELECT j.kind, j.id, j.sequence
        FROM   (SELECT kind, id, MAX(sequence) AS sequence FROM journal GROUP BY kind, id) j
        LEFT   JOIN record r ON r.kind = j.kind AND r.id = j.id AND r.sequence = j.sequence
        WHERE  r.sequence IS NULL
        ORDER  BY j.sequence
        LIMIT  1
        """;

    private const string Next = """
        SELECT kind, id, MAX(sequence) AS sequence
        FROM   journal
        WHERE  kind > @kind OR (kind = @kind AND id > @id)
        GROUP  BY kind, id
        ORDER  BY kind, id
        LIMIT  1
        """;

    /// <param name="last">The last entry; those before it are whole.</param>
    public static async Task<ChainReport> Verify(DbConnection connection, long last)
    {
        var (kind, id) = ("", "");
        try
        {
            // A journal that lost its last entries is still a chain, but the records carry their numbers.
            if (EntryReader.Number(await Greatest(connection)) > last)
                return new(last, last + 1, true);
            await using (var reader = await connection.ExecuteReaderAsync(Pairs))
            {
                while (await reader.ReadAsync())
                {
                    (kind, id) = ($"{reader.GetValue(1)}", $"{reader.GetValue(2)}");
                    if (!IsSame(reader))
                        return Differs(last, kind, id, EntryReader.Number(reader.GetValue(0)));
                }
            }

            return await connection.QueryFirstOrDefaultAsync<LastEntry>(Lost) is { } lost
                ? Differs(last, lost.Kind, lost.Id, lost.Sequence)
                : new(last, null, false);
        }
        catch (Exception damage) when (StoreExceptionFilter.IsDamage(damage))
        {
            return await Unreadable(connection, last, kind, id);
        }
    }

    private static async Task<object> Greatest(DbConnection connection) =>
        await connection.ExecuteScalarAsync<object?>("SELECT MAX(sequence) FROM record") ?? DBNull.Value;

    private static bool IsSame(DbDataReader reader) =>
        Enumerable
            .Range(1, Same.Length)
            .All(column => Equals(reader.GetValue(column), reader.GetValue(column + Same.Length)));

    private static ChainReport Differs(long last, string kind, string id, long? sequence) =>
        new(last, sequence ?? last, false) { Record = $"{kind} {id}" };

    /// <summary>The record behind the last one that could be read.</summary>
    private static async Task<ChainReport> Unreadable(DbConnection connection, long last, string kind, string id)
    {
        try
        {
            var next = await connection.QueryFirstOrDefaultAsync<LastEntry>(Next, new { kind, id });
            return new(last, next?.Sequence ?? last, false)
            {
                IsUnreadable = true,
                Record = next is null ? "an index" : $"{next.Kind} {next.Id}",
            };
        }
        catch (DbException)
        {
            return new(last, last, false) { IsUnreadable = true, Record = "an index" };
        }
    }

    private sealed record LastEntry
    {
        public required string Kind { get; init; }

        public required string Id { get; init; }

        public required long Sequence { get; init; }
    }
}
