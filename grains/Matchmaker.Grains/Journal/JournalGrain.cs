using System.Collections.Immutable;
using Matchmaker.Contracts;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Matchmaker.Grains;

/// <summary>
/// Takes all that waits, commits it at once, and takes what came meanwhile: so a durable write costs a share of one fsync. Calls interleave, so
/// that they can gather; one loop alone touches the journal's end.
/// </summary>
[Reentrant, KeepAlive]
internal sealed partial class JournalGrain(Database database, TimeProvider time, ILogger<JournalGrain> log) : Grain, IJournalGrain
{
    private const int WritesAtOnce = 512;

    private readonly JournalWriter _writer = new(database);
    private readonly Queue<Waiting> _waiting = new();
    private JournalEnd? _end;
    private bool _isCommitting;

    public async Task<long> Commit(ImmutableArray<RecordWrite> writes, CancellationToken cancellation = default)
    {
        var waiting = new Waiting(writes, cancellation);
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
        while (_waiting.TryPeek(out var next) && (group.Count == 0 || writes + next.Writes.Length <= WritesAtOnce))
        {
            _waiting.Dequeue();
            // Because a caller who gave up must not find later that it was written after all.
            if (next.Cancellation.IsCancellationRequested)
            {
                next.Done.TrySetCanceled(next.Cancellation);
                continue;
            }

            group.Add(next);
            writes += next.Writes.Length;
        }

        return group;
    }

    /// <summary>Never throws: each of the group gets its answer.</summary>
    private async Task Commit(List<Waiting> group)
    {
        try
        {
            var end = _end ??= await _writer.End(CancellationToken.None);
            var (changes, at) = (group.ConvertAll(one => (IReadOnlyList<RecordWrite>)one.Writes), time.GetUtcNow());
            // Because SQLite works synchronously, a thread of the pool waits for the disk while this grain takes the next calls in.
            (var sequences, _end) = await Task.Run(() => _writer.Commit(end, changes, at, CancellationToken.None));
            for (var i = 0; i < group.Count; i++)
                group[i].Answer(sequences[i]);
        }
        catch (Exception failure)
        {
            // Because it is not known what the store holds now, only a fresh look at it may number the next entry.
            _end = null;
            DeactivateOnIdle();
            LogNotWritten(log, group.Count, failure);
            foreach (var one in group)
                one.Done.TrySetException(new StoreException(failure.Message));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} changes was not written")]
    private static partial void LogNotWritten(ILogger log, int count, Exception failure);

    private sealed record Waiting(ImmutableArray<RecordWrite> Writes, CancellationToken Cancellation)
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
