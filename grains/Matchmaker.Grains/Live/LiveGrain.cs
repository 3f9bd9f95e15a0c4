using System.Collections.Immutable;
using Matchmaker.Contracts;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Matchmaker.Grains;

/// <summary>The list of web hosts lives in memory alone: after a loss each host subscribes again with its next lease.</summary>
[Reentrant, KeepAlive]
internal sealed class LiveGrain(ILogger<LiveGrain> log) : Grain, ILiveGrain
{
    private readonly ObserverManager<ILiveObserver> _hosts = new(TimeSpan.FromSeconds(30), log);

    public Task Subscribe(ILiveObserver host)
    {
        _hosts.Subscribe(host, host);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(ILiveObserver host)
    {
        _hosts.Unsubscribe(host);
        return Task.CompletedTask;
    }

    public Task Publish(ImmutableArray<FeedMessage> messages) => _hosts.Notify(host => host.Changed(messages));

    public Task Tell(ImmutableArray<DeskMessage> messages) => _hosts.Notify(host => host.Told(messages));

    public Task End(AccessEnded ended) => _hosts.Notify(host => host.Ended(ended));
}
