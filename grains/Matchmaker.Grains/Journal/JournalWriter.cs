using System.Data.Common;
using Dapper;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Writes groups of changes, each with its journal entries, in one transaction.</summary>
internal sealed class JournalWriter(Database database)
{
    /// <summary>The journal's end: its last sequence (0: it is empty) and hash.</summary>
    public async Task<JournalEnd> End(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<JournalEnd>(
            "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1") ?? new JournalEnd { Sequence = 0, Hash = JournalEntry.NoHash };
    }

    /// <summary>
    /// Commits the changes of <paramref name="group"/> one after the other behind <paramref name="end"/>. One that expects other versions than
    /// the store has is left out alone.
    /// </summary>
    /// <returns>For each change the sequence of its last entry, or null where it was left out; and the new end.</returns>
    public Task<(long?[] Sequences, JournalEnd End)> Commit(
        JournalEnd end, IReadOnlyList<IReadOnlyList<RecordWrite>> group, DateTimeOffset at, CancellationToken cancellation) =>
        database.Write(
            async (connection, transaction) =>
            {
                var unit = new Unit(connection, transaction, JournalEntry.Text(at));
                var sequences = new long?[group.Count];
                for (var i = 0; i < group.Count; i++)
                {
                    if (await unit.Write(end, group[i]) is not { } next)
                        continue;
                    end = next;
                    sequences[i] = end.Sequence;
                }

                return (sequences, end);
            },
            cancellation);

    private sealed class Unit(DbConnection connection, DbTransaction transaction, string at)
    {
        /// <summary>The journal's end after this change; null: it expects other versions than there are, and nothing of it was written.</summary>
        public async Task<JournalEnd?> Write(JournalEnd end, IReadOnlyList<RecordWrite> change)
        {
            var rows = new RecordRow?[change.Count];
            for (var i = 0; i < change.Count; i++)
            {
                rows[i] = await Find(change[i]);
                if (!Expects(change[i], rows[i]))
                    return null;
            }

            var first = end.Sequence + 1;
            for (var i = 0; i < change.Count; i++)
                end = await Write(end, first, change[i], rows[i]);
            return end;
        }

        private static bool Expects(RecordWrite write, RecordRow? row) =>
            write.Expected == (row is null || row.Deleted == 1 ? 0 : row.Version);

        private Task<RecordRow?> Find(RecordWrite write) => connection.QuerySingleOrDefaultAsync<RecordRow?>(
            """
            SELECT version, body, visible, deleted, search_text, lat, lon, open_sequence, open_at, open_version FROM record WHERE kind = @Kind AND id = @Id
            """,
            new { write.Kind, write.Id },
            transaction);

        private async Task<JournalEnd> Write(JournalEnd end, long first, RecordWrite write, RecordRow? row)
        {
            var entry = Entry(end, first, write, row).ChainedTo(end.Hash);
            var state = State(entry, write, row);
            var changed = await connection.ExecuteAsync(row is null ? InsertRecord : UpdateRecord, state, transaction);
            if (changed != 1)
                throw new StoreException("Another writer changed a record between its reading and its writing.");
            await connection.ExecuteAsync(InsertEntry, entry, transaction);
            return new() { Sequence = entry.Sequence, Hash = entry.Hash };
        }

        private JournalEntry Entry(JournalEnd end, long first, RecordWrite write, RecordRow? row) => new()
        {
            Sequence = end.Sequence + 1,
            Change = first,
            At = at,
            Actor = write.Actor,
            Kind = write.Kind,
            Id = write.Id,
            Parent = write.Parent,
            Version = (row?.Version ?? 0) + (write.Touch ? 0 : 1),
            Owner = write.Face.Owner,
            Visible = write.Face.Visible ? 1 : 0,
            Cleared = ClearedList.Write(write.Face.Cleared),
            Before = row?.Body,
            After = write.Touch ? row?.Body : write.Body,
        };

        private static object State(JournalEntry entry, RecordWrite write, RecordRow? row)
        {
            // Because those who see a record only while it is open must learn of its withdrawal, and of nothing after it.
            var isSeen = (entry.Visible == 1 && entry.After is not null) || row is { Visible: 1, Deleted: 0 };
            return new
            {
                entry.Kind,
                entry.Id,
                entry.Parent,
                entry.Version,
                Body = entry.After,
                entry.Owner,
                entry.Visible,
                entry.Cleared,
                SearchText = write.Touch ? row?.SearchText : write.SearchText,
                Lat = write.Touch ? row?.Lat : write.Location?.Lat,
                Lon = write.Touch ? row?.Lon : write.Location?.Lon,
                Deleted = entry.After is null ? 1 : 0,
                entry.Sequence,
                ChangedAt = entry.At,
                OpenSequence = isSeen ? entry.Sequence : row?.OpenSequence,
                OpenAt = isSeen ? entry.At : row?.OpenAt,
                OpenVersion = isSeen ? entry.Version : row?.OpenVersion,
                Found = row?.Version ?? 0,
            };
        }

        private const string InsertRecord =
            """
            INSERT INTO record (kind, id, parent, version, body, owner, visible, cleared, search_text, lat, lon, deleted,
                                sequence, changed_at, open_sequence, open_at, open_version)
            VALUES (@Kind, @Id, @Parent, @Version, @Body, @Owner, @Visible, @Cleared, @SearchText, @Lat, @Lon, @Deleted,
                    @Sequence, @ChangedAt, @OpenSequence, @OpenAt, @OpenVersion)
            ON CONFLICT DO NOTHING
            """;

        private const string UpdateRecord =
            """
            UPDATE record SET parent = @Parent, version = @Version, body = @Body, owner = @Owner, visible = @Visible, cleared = @Cleared,
                   search_text = @SearchText, lat = @Lat, lon = @Lon, deleted = @Deleted, sequence = @Sequence, changed_at = @ChangedAt,
                   open_sequence = @OpenSequence, open_at = @OpenAt, open_version = @OpenVersion
            WHERE  kind = @Kind AND id = @Id AND version = @Found
            """;

        private const string InsertEntry =
            """
            INSERT INTO journal (sequence, change, at, actor, kind, id, parent, version, owner, visible, cleared, before, after, hash)
            VALUES (@Sequence, @Change, @At, @Actor, @Kind, @Id, @Parent, @Version, @Owner, @Visible, @Cleared, @Before, @After, @Hash)
            """;
    }
}

/// <summary>Where the journal ends.</summary>
internal sealed record JournalEnd
{
    public required long Sequence { get; init; }

    public required string Hash { get; init; }
}
