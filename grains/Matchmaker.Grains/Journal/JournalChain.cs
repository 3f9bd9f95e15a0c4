using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Journal;

/// <summary>Checks that the journal is whole: every number there, every entry as it was written.</summary>
public static class JournalChain
{
    private const int PageSize = 2_000;

    /// <summary>Reads the whole journal in order.</summary>
    public static async Task<ChainReport> Verify(Database database, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        return await Verify(connection);
    }

    internal static async Task<ChainReport> Verify(DbConnection connection)
    {
        var (sequence, hash) = (0L, JournalEntry.NoHash);
        var known = await LastKnown(connection); // before the entries, because a commit in between is not missing
        while (true)
        {
            var page = (
                await connection.QueryAsync<JournalEntry>(
                    "SELECT * FROM journal WHERE sequence > @sequence ORDER BY sequence LIMIT @PageSize",
                    new { sequence, PageSize }
                )
            ).AsList();
            foreach (var entry in page)
            {
                if (entry.Sequence != sequence + 1)
                    return new(sequence, sequence + 1, true);
                if (entry.Hash != entry.HashAfter(hash))
                    return new(sequence, entry.Sequence, false);
                (sequence, hash) = (entry.Sequence, entry.Hash);
            }

            if (page.Count < PageSize)
                return known > sequence ? new(sequence, sequence + 1, true) : new(sequence, null, false);
        }
    }

    // A journal that lost its last entries is still a valid chain, but the records carry their sequence numbers.
    private static Task<long> LastKnown(DbConnection connection) =>
        connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(sequence), 0) FROM record");
}

/// <param name="Whole">How many entries from the first on are as they were written.</param>
/// <param name="FirstBad">The number of the first entry that is altered or missing; null: none is.</param>
/// <param name="IsMissing">Whether that entry is missing, rather than altered.</param>
public sealed record ChainReport(long Whole, long? FirstBad, bool IsMissing);
