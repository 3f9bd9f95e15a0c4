using System.Collections.Immutable;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Live;

/// <summary>
/// The list of web hosts lives in memory alone: after a loss each host gets another lease with its next renewal, which
/// tells it of the loss.
/// </summary>
[Reentrant, KeepAlive]
internal sealed class LiveGrain(TimeProvider time) : Grain, ILiveGrain
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ILiveObserver, Host> _hosts = [];

    public Task<LiveLease> Subscribe(ILiveObserver host)
    {
        DropLapsed();
        if (!_hosts.TryGetValue(host, out var held))
            _hosts[host] = held = new(RecordIds.New());
        held.Until = time.GetUtcNow() + Term;
        return Task.FromResult(held.Lease);
    }

    public Task Unsubscribe(ILiveObserver host)
    {
        _hosts.Remove(host);
        return Task.CompletedTask;
    }

    public Task Publish(ImmutableArray<LiveMessage> messages) => Send((host, at) => host.Published(at, messages));

    public Task EndAccess(AccessEnded ended) => Send((host, at) => host.AccessEnded(at, ended));

    public Task PublishLost(string projection) => Send((host, at) => host.MessagesLost(at, projection));

    private Task Send(Func<ILiveObserver, LiveLease, Task> tell)
    {
        foreach (var (host, held) in _hosts)
        {
            held.Lease = held.Lease with { Sent = held.Lease.Sent + 1 };
            // A one-way call has no answer; the lease's count reveals a lost one.
            tell(host, held.Lease).Ignore();
        }

        return Task.CompletedTask;
    }

    private void DropLapsed()
    {
        var now = time.GetUtcNow();
        foreach (var (host, held) in _hosts)
        {
            if (held.Until < now)
                _hosts.Remove(host);
        }
    }

    private sealed class Host(string lease)
    {
        public LiveLease Lease { get; set; } = new(lease, 0);

        public DateTimeOffset Until { get; set; }
    }
}
