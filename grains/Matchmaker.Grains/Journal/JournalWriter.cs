using System.Data.Common;
using Dapper;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Journal;

/// <summary>Writes groups of changes, each with its journal entries, in one transaction.</summary>
internal sealed class JournalWriter(Database database)
{
    private static readonly string OrUpdate =
        "ON CONFLICT (kind, id) DO UPDATE SET "
        + string.Join(", ", RecordRow.Columns.Split(", ").Skip(2).Select(column => $"{column} = excluded.{column}"));

    /// <summary>The journal's end: its last sequence (0: it is empty) and hash.</summary>
    public async Task<JournalEnd> End(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await End(connection);
    }

    public static async Task<JournalEnd> End(DbConnection connection) =>
        await connection.QuerySingleOrDefaultAsync<JournalEnd>(
            "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
        ) ?? new JournalEnd { Sequence = 0, Hash = JournalEntry.NoHash };

    /// <summary>
    /// Commits the changes of <paramref name="attempt"/> one after the other behind its end. One that expects other
    /// versions than the store has is left out alone.
    /// </summary>
    /// <exception cref="DbException">It is not known whether it was written: see <see cref="Holds"/>. Surely not where
    /// another writer went on from the same end.</exception>
    public Task Commit(Attempt attempt, CancellationToken cancellation) =>
        database.Write(
            async (_, transaction) =>
            {
                var batch = new Batch(
                    attempt.Before,
                    await Stored(transaction, attempt.Group),
                    JournalEntry.Text(attempt.At)
                );
                attempt.Sequences = [.. attempt.Group.Select(batch.Add)];
                attempt.After = batch.End;
                // The entries first, because their key tells a second writer off before it touches a record.
                await Rows.Insert(transaction, "journal", EntryReader.Columns, batch.Entries, Values);
                await Rows.Insert(transaction, "record", RecordRow.Columns, batch.Rows, Values, OrUpdate);
                return true;
            },
            cancellation
        );

    /// <summary>Whether an attempt whose commit was not answered was written all the same.</summary>
    public async Task<bool> Holds(Attempt attempt, CancellationToken cancellation)
    {
        if (attempt.After is not { } after)
            return false;
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<string>(
                "SELECT hash FROM journal WHERE sequence = @Sequence",
                new { after.Sequence }
            ) == after.Hash;
    }

    private static Task<List<RecordRow>> Stored(DbTransaction transaction, IEnumerable<RecordChangeSet> group) =>
        Rows.Select(
            transaction,
            "record",
            RecordRow.Columns,
            ("kind", "id"),
            group.SelectMany(change => change.Writes).Select(write => (write.Kind, write.Id)).Distinct(),
            key => [key.Kind, key.Id],
            reader => reader.GetRowParser<RecordRow>()
        );

    private static object?[] Values(JournalEntry entry) =>
        [
            entry.Sequence,
            entry.Change,
            entry.At,
            entry.Actor,
            entry.Kind,
            entry.Id,
            entry.Parent,
            entry.Version,
            entry.Owner,
            entry.Visible,
            entry.Cleared,
            entry.Before,
            entry.After,
            entry.Hash,
        ];

    private static object?[] Values(RecordRow row) =>
        [
            row.Kind,
            row.Id,
            row.Parent,
            row.Version,
            row.Body,
            row.Owner,
            row.Visible,
            row.Cleared,
            row.SearchText,
            row.Lat,
            row.Lon,
            row.Deleted,
            row.Sequence,
            row.ChangedAt,
            row.OpenSequence,
            row.OpenAt,
            row.OpenVersion,
        ];
}

/// <summary>Where the journal ends.</summary>
internal sealed record JournalEnd
{
    public required long Sequence { get; init; }

    public required string Hash { get; init; }
}

/// <summary>One group on its way to the store.</summary>
/// <param name="before">Where the journal ends before it.</param>
internal sealed class Attempt(JournalEnd before, IReadOnlyList<RecordChangeSet> group, DateTimeOffset at)
{
    public JournalEnd Before => before;

    public IReadOnlyList<RecordChangeSet> Group => group;

    public DateTimeOffset At => at;

    /// <summary>
    /// For each change the sequence of its last entry, or null where it was left out; empty: it has not come so far.
    /// </summary>
    public IReadOnlyList<long?> Sequences { get; set; } = [];

    /// <summary>Where the journal ends with it; null: it has not come so far, and nothing was written.</summary>
    public JournalEnd? After { get; set; }
}
