using System.Collections.Frozen;
using System.Threading.RateLimiting;

namespace Matchmaker.Web.Load;

/// <summary>
/// Permits to work, for each kind of work its own: so many for one caller, for all who have not signed in, for all but
/// the office, and in all. A caller waits behind its own requests first and only then among others, so that each caller
/// takes turns with the others, however much one of them asks.
/// </summary>
internal sealed class WorkLimits : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForFiles = TimeSpan.FromMinutes(5);

    private readonly FrozenDictionary<WorkQueue, Permits> _queues = Table(Environment.ProcessorCount)
        .ToFrozenDictionary(row => row.Queue, row => new Permits(row));

    /// <summary>Waits for a permit, at most half a minute, for files five. Dispose it when the work is done.</summary>
    /// <exception cref="LoadException">The queue is full, or took too long.</exception>
    public async ValueTask<IDisposable> Enter(WorkQueue queue, LoadCaller caller, CancellationToken cancellation)
    {
        if (queue is WorkQueue.None)
            return Nothing.ToRelease;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(queue is WorkQueue.Import or WorkQueue.Export ? PatienceForFiles : Patience);
        var permits = _queues[queue];
        RateLimitLease? own = null;
        try
        {
            own = await permits.Own.AcquireAsync(caller, 1, patience.Token);
            if (!own.IsAcquired)
                throw new LoadException(isOwn: true);
            var shared = await permits.Shared.AcquireAsync(caller, 1, patience.Token);
            return shared.IsAcquired ? new Permit(own, shared) : throw new LoadException(isOwn: false);
        }
        catch (Exception refused)
        {
            own?.Dispose();
            if (refused is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new LoadException(isOwn: false);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var permits in _queues.Values)
            permits.Dispose();
    }

    // A question keeps a core busy: more of them at once only make each of them slower. One core stays free of any one
    // caller, and of all who have not signed in.
    private static QueueLimits[] Table(int cores) =>
        [
            new(WorkQueue.Ordinary, Own: 16, OwnWaiting: 256, Anonymous: 128, Parties: 192, All: 256),
            new(
                WorkQueue.Question,
                Own: Math.Max(1, cores / 4),
                OwnWaiting: 128,
                Anonymous: Math.Max(1, cores / 2),
                Parties: Math.Max(1, cores - 1),
                All: cores
            ),
            new(WorkQueue.Import, Own: 2, OwnWaiting: 4, Anonymous: 1, Parties: 3, All: 4),
            new(WorkQueue.Export, Own: 1, OwnWaiting: 8, Anonymous: 1, Parties: 2, All: 3),
            new(
                WorkQueue.Password,
                Own: Math.Max(1, cores / 2),
                OwnWaiting: 128,
                Anonymous: cores,
                Parties: cores,
                All: cores
            ),
            // Each of many open pages asks again when its host comes back.
            new(
                WorkQueue.Live,
                Own: Math.Max(1, cores / 4),
                OwnWaiting: 20_000,
                Anonymous: 1,
                Parties: 2 * cores,
                All: 4 * cores
            ),
        ];

    /// <param name="Own">At once for one caller.</param>
    /// <param name="OwnWaiting">How many of one caller's requests may wait.</param>
    /// <param name="Anonymous">At once for all who have not signed in.</param>
    /// <param name="Parties">At once for these and all parties; the rest is the office's.</param>
    private sealed record QueueLimits(WorkQueue Queue, int Own, int OwnWaiting, int Anonymous, int Parties, int All);

    private sealed class Permits : IDisposable
    {
        private const int Waiting = 1_024;

        public Permits(QueueLimits limits)
        {
            var waiting = Math.Max(Waiting, limits.OwnWaiting);
            Own = PartitionedRateLimiter.Create<LoadCaller, string>(caller =>
                RateLimitPartition.GetConcurrencyLimiter(
                    caller.Key,
                    _ => new() { PermitLimit = limits.Own, QueueLimit = limits.OwnWaiting }
                )
            );
            Shared = PartitionedRateLimiter.CreateChained(
                Upto(CallerClass.Anonymous, limits.Anonymous, waiting),
                Upto(CallerClass.Party, limits.Parties, waiting),
                Upto(CallerClass.Office, limits.All, waiting)
            );
        }

        public PartitionedRateLimiter<LoadCaller> Own { get; }

        public PartitionedRateLimiter<LoadCaller> Shared { get; }

        public void Dispose()
        {
            Own.Dispose();
            Shared.Dispose();
        }

        private static PartitionedRateLimiter<LoadCaller> Upto(CallerClass most, int limit, int waiting) =>
            PartitionedRateLimiter.Create<LoadCaller, string>(caller =>
                caller.Class <= most
                    ? RateLimitPartition.GetConcurrencyLimiter(
                        "bounded",
                        _ => new() { PermitLimit = limit, QueueLimit = waiting }
                    )
                    : RateLimitPartition.GetNoLimiter("free")
            );
    }

    private sealed class Permit(RateLimitLease own, RateLimitLease shared) : IDisposable
    {
        public void Dispose()
        {
            shared.Dispose();
            own.Dispose();
        }
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing ToRelease = new();

        public void Dispose() { }
    }
}

/// <summary>A queue is full, or its turn did not come in time.</summary>
/// <param name="isOwn">Whether by the caller's own requests alone.</param>
/// <param name="wait">When to try again; null: shortly.</param>
internal sealed class LoadException(bool isOwn, TimeSpan? wait = null) : Exception
{
    public TimeSpan? Wait { get; } = wait;

    public int Status { get; } = isOwn ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
}
