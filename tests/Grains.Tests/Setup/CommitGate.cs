using System.Collections.Immutable;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Journal;

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>
/// Holds commits back on their way to the journal, so that a test decides the order of writes that race.
/// </summary>
internal sealed class CommitGate : IIncomingGrainCallFilter
{
    private readonly Lock _guard = new();
    private readonly List<HeldCommits> _held = [];

    /// <summary>From now on every commit with a write of this kind waits until the test releases it.</summary>
    public HeldCommits Hold(string kind)
    {
        var held = new HeldCommits(kind);
        lock (_guard)
            _held.Add(held);
        return held;
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (
            context.Grain is JournalGrain
            && context.InterfaceMethod.Name == nameof(IJournalGrain.Commit)
            && context.Request.GetArgument(0) is ImmutableArray<RecordWrite> writes
        )
            await Passage(writes);
        await context.Invoke();
    }

    private Task Passage(ImmutableArray<RecordWrite> writes)
    {
        lock (_guard)
            return Task.WhenAll(_held.Where(held => held.Concerns(writes)).Select(held => held.Arrive()));
    }
}

/// <summary>The commits that wait at the gate.</summary>
internal sealed class HeldCommits(string kind)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>How many have come, released or not.</summary>
    public int Arrived => Volatile.Read(ref _arrived);

    public void Release() => _released.TrySetResult();

    internal bool Concerns(ImmutableArray<RecordWrite> writes) =>
        writes.Any(write => write.Kind == kind && write is RecordWrite.Put or RecordWrite.Delete);

    internal Task Arrive()
    {
        Interlocked.Increment(ref _arrived);
        return _released.Task;
    }
}
