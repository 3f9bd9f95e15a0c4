using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// What a group of changes makes of the store: pure. A change of which one version is stale adds nothing; the others go
/// on as if it had not been there.
/// </summary>
/// <param name="stored">The rows that the changes name, as far as they exist.</param>
internal sealed class Batch(JournalEnd end, IEnumerable<RecordRow> stored, string at)
{
    private readonly Dictionary<(string, string), RecordRow> _rows = stored.ToDictionary(row => (row.Kind, row.Id));
    private readonly HashSet<(string, string)> _written = [];

    public JournalEnd End { get; private set; } = end;

    public List<JournalEntry> Entries { get; } = [];

    /// <summary>The rows that changed, each in its last state.</summary>
    public IEnumerable<RecordRow> Rows => _written.Select(key => _rows[key]);

    /// <returns>The sequence of the change's last entry; null: left out, since a version is stale.</returns>
    public long? Add(RecordChangeSet change)
    {
        if (change.Again && Made(change.Writes) is { } sequence)
            return sequence;
        var overlay = new Dictionary<(string, string), RecordRow>();
        var entries = new List<JournalEntry>();
        var last = End;
        foreach (var write in change.Writes)
        {
            var key = (write.Kind, write.Id);
            var before = overlay.GetValueOrDefault(key) ?? _rows.GetValueOrDefault(key);
            if (
                write.Expected != (before is { IsDeleted: false } ? before.Version : 0)
                || write is RecordWrite.Touch { Expected: 0 } or RecordWrite.Delete { Expected: 0 }
            )
                return null;
            if (write is RecordWrite.Guard)
                continue;
            var after = RecordRow.After(before, write, last.Sequence + 1, at);
            var entry = Entry(ActorOf(write), before, after).ChainedTo(last.Hash);
            overlay[key] = after;
            entries.Add(entry);
            last = new() { Sequence = entry.Sequence, Hash = entry.Hash };
        }

        Accept(overlay, entries, last);
        return last.Sequence;
    }

    // A change is made as a whole or not at all, so that those of its records that got a version of their own tell of
    // the others.
    private long? Made(IReadOnlyList<RecordWrite> writes)
    {
        var telling = writes.Where(write => write is RecordWrite.Put or RecordWrite.Delete).ToList();
        return telling.Count > 0 && telling.TrueForAll(IsMade)
            ? telling.Max(write => _rows[(write.Kind, write.Id)].Sequence)
            : null;
    }

    private bool IsMade(RecordWrite write) =>
        _rows.TryGetValue((write.Kind, write.Id), out var row)
        && row.Body == (write as RecordWrite.Put)?.Body
        && (write.Expected == 0 ? !row.IsDeleted : row.Version == write.Expected + 1);

    private static string ActorOf(RecordWrite write) =>
        write switch
        {
            RecordWrite.Put put => put.Actor,
            RecordWrite.Delete delete => delete.Actor,
            RecordWrite.Touch touch => touch.Actor,
            _ => throw new InvalidOperationException($"A {write.GetType().Name} has no actor."),
        };

    private JournalEntry Entry(string actor, RecordRow? before, RecordRow after) =>
        new()
        {
            Sequence = after.Sequence,
            Change = End.Sequence + 1,
            At = after.ChangedAt,
            Actor = actor,
            Kind = after.Kind,
            Id = after.Id,
            Parent = after.Parent,
            Version = after.Version,
            Owner = after.Owner,
            Visible = after.Visible,
            Cleared = after.Cleared,
            Before = before?.Body,
            After = after.Body,
        };

    private void Accept(Dictionary<(string, string), RecordRow> overlay, List<JournalEntry> entries, JournalEnd last)
    {
        foreach (var (key, row) in overlay)
        {
            _rows[key] = row;
            _written.Add(key);
        }

        Entries.AddRange(entries);
        End = last;
    }
}

/// <summary>What one call asks to be written: all of it or nothing.</summary>
/// <param name="Again">Whether the same may have been written already.</param>
internal sealed record RecordChangeSet(IReadOnlyList<RecordWrite> Writes, bool Again = false);
