using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// Commits each group once and for certain. Where the store goes away while it commits, this waits for it to come back
/// and looks whether the group is there, by its place in the journal and its hash, before it tries again; so no trouble
/// of the store applies a change twice.
/// </summary>
internal sealed class JournalCommitter(JournalWriter writer, TimeProvider time)
{
    // Less than the time that a caller waits for an answer.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private JournalEnd? _end;

    /// <returns>For each change the sequence of its last entry, or null where it was left out since a version is
    /// stale.</returns>
    /// <exception cref="Exception">The store did not come back in time, or refuses for good; it is not known whether
    /// the group was written.</exception>
    public async Task<IReadOnlyList<long?>> Commit(IReadOnlyList<RecordChangeSet> group, DateTimeOffset at)
    {
        var tried = new List<Attempt>();
        for (var start = time.GetTimestamp(); ; await Task.Delay(tried.Count > 1 ? Delay : TimeSpan.Zero, time))
        {
            try
            {
                if (await Written(tried) is { } earlier)
                    return Accept(earlier);
                var attempt = new Attempt(_end ??= await writer.End(CancellationToken.None), group, at);
                tried.Add(attempt);
                await writer.Commit(attempt, CancellationToken.None);
                return Accept(attempt);
            }
            catch (Exception failure)
            {
                _end = null; // only a fresh read may number the next entry
                if (!StoreExceptionFilter.IsTransient(failure) || time.GetElapsedTime(start) > MaxWait)
                    throw;
            }
        }
    }

    // A commit in flight holds the unique key on its sequence numbers, so an attempt we do not see now can never appear
    // after a later attempt has succeeded.
    private async Task<Attempt?> Written(List<Attempt> tried)
    {
        foreach (var attempt in tried)
        {
            if (await writer.Holds(attempt, CancellationToken.None))
                return attempt;
        }

        return null;
    }

    // Another writer may have gone on behind an attempt that was found later, so that only one that was answered tells
    // the end.
    private IReadOnlyList<long?> Accept(Attempt attempt)
    {
        _end = _end is null ? null : attempt.After;
        return attempt.Sequences;
    }
}
