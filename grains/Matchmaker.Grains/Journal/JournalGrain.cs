using System.Collections.Immutable;
using Matchmaker.Contracts;
using Orleans.Concurrency;

namespace Matchmaker.Grains;

/// <summary>
/// Takes all that waits, commits it at once, and takes what came meanwhile: so a durable write costs a share of one fsync. Calls interleave, so
/// that they can gather; one loop alone touches the journal's end.
/// </summary>
[Reentrant, KeepAlive]
internal sealed class JournalGrain(Database database, TimeProvider time) : Grain, IJournalGrain
{
    private const int WritesAtOnce = 512;

    private readonly JournalWriter _writer = new(database);
    private readonly Queue<Waiting> _waiting = new();
    private JournalEnd _end = null!;
    private bool _isCommitting;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _end = await _writer.End(cancellationToken);

    public async Task<long> Commit(ImmutableArray<RecordWrite> writes, CancellationToken cancellation = default)
    {
        if (writes.IsEmpty)
            return _end.Sequence;
        var waiting = new Waiting(writes);
        _waiting.Enqueue(waiting);
        if (!_isCommitting)
            CommitWaiting().Ignore();
        return await waiting.Done.Task;
    }

    private async Task CommitWaiting()
    {
        _isCommitting = true;
        try
        {
            while (_waiting.Count > 0)
                await Commit(NextGroup());
        }
        finally
        {
            _isCommitting = false;
        }
    }

    private List<Waiting> NextGroup()
    {
        var group = new List<Waiting>();
        for (var writes = 0; _waiting.TryPeek(out var next) && (group.Count == 0 || writes + next.Writes.Length <= WritesAtOnce); writes += next.Writes.Length)
            group.Add(_waiting.Dequeue());
        return group;
    }

    private async Task Commit(List<Waiting> group)
    {
        try
        {
            var (end, at) = (_end, time.GetUtcNow());
            // Because SQLite works synchronously, a thread of the pool waits for the disk while this grain takes the next calls in.
            var (sequences, next) = await Task.Run(() =>
                _writer.Commit(end, [.. group.Select(one => (IReadOnlyList<RecordWrite>)one.Writes)], at, CancellationToken.None));
            _end = next;
            for (var i = 0; i < group.Count; i++)
                group[i].Answer(sequences[i]);
        }
        catch (Exception failure)
        {
            // Because it is not known what the store holds now, only a fresh look at it may number the next entry.
            DeactivateOnIdle();
            foreach (var one in group.Concat(_waiting))
                one.Done.TrySetException(new StoreException(failure.Message));
            _waiting.Clear();
            _end = await _writer.End(CancellationToken.None);
        }
    }

    private sealed record Waiting(ImmutableArray<RecordWrite> Writes)
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
