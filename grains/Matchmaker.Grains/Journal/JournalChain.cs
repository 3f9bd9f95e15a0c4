using System.Data;
using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Storage;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// Checks that the journal is whole: every number there, every entry as it was written, and each record as its last
/// entry left it. Whatever is wrong with the store, the answer names an entry.
/// </summary>
public static class JournalChain
{
    /// <summary>Reads the whole journal in order, as of one moment.</summary>
    public static async Task<ChainReport> Verify(Database database, CancellationToken cancellation = default)
    {
        await using var connection = await database.Open(cancellation);
        await using var moment = await Begin(connection, cancellation);
        return await Verify(connection);
    }

    /// <summary>The hash of an entry, as it stands in the store; null: there is no such entry.</summary>
    public static async Task<string?> HashOf(Database database, long sequence)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteScalarAsync<object?>(
                "SELECT hash FROM journal WHERE sequence = @sequence",
                new { sequence }
            ) as string;
    }

    internal static async Task<ChainReport> Verify(DbConnection connection)
    {
        var entries = await Entries(connection);
        return entries.IsWhole ? await RecordCheck.Verify(connection, entries.Whole) : entries;
    }

    private static async Task<ChainReport> Entries(DbConnection connection)
    {
        var (sequence, hash) = (0L, JournalEntry.NoHash);
        try
        {
            await using var reader = await connection.ExecuteReaderAsync(
                $"SELECT {EntryReader.Columns} FROM journal ORDER BY sequence"
            );
            while (await reader.ReadAsync())
            {
                if (EntryReader.SequenceOf(reader) != sequence + 1)
                    return new(sequence, sequence + 1, true);
                if (EntryReader.Read(reader) is not { } entry || entry.Hash != entry.HashAfter(hash))
                    return new(sequence, sequence + 1, false);
                (sequence, hash) = (entry.Sequence, entry.Hash);
            }

            return new(sequence, null, false);
        }
        catch (Exception damage) when (StoreExceptionFilter.IsDamage(damage))
        {
            return new(sequence, sequence + 1, false) { IsUnreadable = true };
        }
    }

    // SQLite's driver begins other transactions by taking the writers' lock.
    private static async Task<DbTransaction> Begin(DbConnection connection, CancellationToken cancellation) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
}

/// <param name="Whole">How many entries from the first on are as they were written.</param>
/// <param name="FirstBad">
/// The number of the first entry that is altered, missing or not readable, or of the last entry of a record that is not
/// as that entry left it; null: none is.
/// </param>
/// <param name="IsMissing">Whether that entry is missing, rather than altered.</param>
public sealed record ChainReport(long Whole, long? FirstBad, bool IsMissing)
{
    /// <summary>Whether the store could not read the entry, or the record, at all.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The record that differs, by kind and id; null: it is the entry itself.</summary>
    public string? Record { get; init; }

    public bool IsWhole => FirstBad is null && !IsUnreadable;
}
