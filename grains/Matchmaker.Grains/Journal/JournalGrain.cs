using System.Collections.Immutable;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// Takes all that waits, commits it at once, and takes what came meanwhile: so a durable write costs a share of one
/// fsync. Calls interleave, so that they can gather; one loop alone touches the journal's end.
/// </summary>
[Reentrant, KeepAlive]
internal sealed partial class JournalGrain(Database database, TimeProvider time, ILogger<JournalGrain> log)
    : Grain,
        IJournalGrain
{
    private const int WritesAtOnce = 512;

    // About two seconds' work; more would only make all of them late.
    private const int MaxWaiting = 20_000;

    private readonly JournalCommitter _writer = new(new(database), time);
    private readonly Queue<Waiting> _waiting = new();
    private bool _isCommitting;

    public async Task<long> Commit(
        ImmutableArray<RecordWrite> writes,
        bool again = false,
        CancellationToken cancellation = default
    )
    {
        if (_waiting.Count >= MaxWaiting)
            throw new StoreException("Too many changes wait.");
        var waiting = new Waiting(new(writes, again), cancellation);
        _waiting.Enqueue(waiting);
        if (!_isCommitting)
            CommitWaiting().Ignore();
        return await waiting.Done.Task;
    }

    private async Task CommitWaiting()
    {
        _isCommitting = true;
        while (_waiting.Count > 0)
            await Commit(NextGroup());
        _isCommitting = false;
    }

    private List<Waiting> NextGroup()
    {
        var group = new List<Waiting>();
        var writes = 0;
        while (
            _waiting.TryPeek(out var next) && (group.Count == 0 || writes + next.Change.Writes.Count <= WritesAtOnce)
        )
        {
            _waiting.Dequeue();
            // A caller who gave up must not find later that the change was written after all.
            if (next.Cancellation.IsCancellationRequested)
            {
                next.Done.TrySetCanceled(next.Cancellation);
                continue;
            }

            group.Add(next);
            writes += next.Change.Writes.Count;
        }

        return group;
    }

    /// <summary>Never throws: each of the group gets its answer.</summary>
    private async Task Commit(List<Waiting> group)
    {
        try
        {
            var (changes, at) = (group.ConvertAll(waiting => waiting.Change), time.GetUtcNow());
            // SQLite is synchronous: a pool thread waits for the disk while this grain accepts the next calls.
            var start = time.GetTimestamp();
            var sequences = await Task.Run(() => _writer.Commit(changes, at));
            Metrics.Committed(
                group.Count,
                sequences.Count(sequence => sequence is null),
                sequences.Zip(group).Sum(pair => pair.First is null ? 0 : pair.Second.Change.Writes.Count),
                time.GetElapsedTime(start)
            );
            for (var i = 0; i < group.Count; i++)
                group[i].Answer(sequences[i]);
        }
        catch (Exception failure)
        {
            Metrics.NotCommitted(group.Count);
            LogNotWritten(log, group.Count, failure);
            foreach (var waiting in group)
                waiting.Done.TrySetException(new StoreException(failure.Message));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} changes was not written")]
    private static partial void LogNotWritten(ILogger log, int count, Exception failure);

    private sealed record Waiting(RecordChangeSet Change, CancellationToken Cancellation)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer(long? sequence)
        {
            if (sequence is { } written)
                Done.TrySetResult(written);
            else
                Done.TrySetException(new VersionException());
        }
    }
}
