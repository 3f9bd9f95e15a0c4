using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Live;

/// <summary>
/// Carries what changed to every web host: one observer each, renewed by lease. Delivery may drop; a lease counts what
/// was sent under it, so that a host knows within seconds when it missed something. Key: 0.
/// </summary>
[Alias("live")]
public interface ILiveGrain : IGrainWithIntegerKey
{
    /// <summary>Subscribes, or renews the lease of 30 s.</summary>
    /// <returns>The lease; another one than before: what was sent between the two is lost to this host.</returns>
    [Alias("subscribe"), Repeatable]
    Task<LiveLease> Subscribe(ILiveObserver host);

    [Alias("unsubscribe"), ResponseTimeout(Patience.Once)]
    Task Unsubscribe(ILiveObserver host);

    /// <summary>Sends messages to every web host, in this order.</summary>
    [Alias("publish"), ResponseTimeout(Patience.Once)]
    Task Publish(ImmutableArray<LiveMessage> messages);

    /// <summary>Tells every web host to let go of those whom it concerns.</summary>
    [Alias("end"), Repeatable]
    Task EndAccess(AccessEnded ended);

    /// <summary>
    /// Tells every web host that messages of one projection may have been lost before they were sent.
    /// </summary>
    /// <param name="projection">Its name: a board's code, or another that its feature keeps.</param>
    [Alias("lost"), Repeatable]
    Task PublishLost(string projection);
}

/// <summary>
/// One web host. Each call names the lease under which it was sent, with its own number, since calls may overtake each
/// other.
/// </summary>
[Alias("live-observer")]
public interface ILiveObserver : IGrainObserver
{
    [Alias("published"), OneWay]
    Task Published(LiveLease at, ImmutableArray<LiveMessage> messages);

    [Alias("ended"), OneWay]
    Task AccessEnded(LiveLease at, AccessEnded ended);

    [Alias("lost"), OneWay]
    Task MessagesLost(LiveLease at, string projection);
}

/// <summary>A web host's place among those that are told.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Sent">
/// How many calls went to the host under this lease so far; in a call its own number: 1, 2, 3 …
/// </param>
[GenerateSerializer, Immutable]
public sealed record LiveLease(string Id, long Sent);

/// <summary>What everybody who watches a topic is told at once. Each feature derives its own.</summary>
[GenerateSerializer, Immutable]
public abstract record LiveMessage
{
    /// <summary>The key under which connections watch; unique over all features.</summary>
    public abstract string Topic { get; }
}

/// <summary>
/// An account whose sessions and connections end, or a demand (or another watched subject) whose watchers must be
/// authorised again; exactly one is given.
/// </summary>
/// <param name="Sessions">Those of the account that end; null: all.</param>
[GenerateSerializer, Immutable]
public sealed record AccessEnded(string? Account, string? Demand, ImmutableArray<string>? Sessions = null);
