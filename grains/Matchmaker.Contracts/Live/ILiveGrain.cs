using System.Collections.Immutable;
using Matchmaker.Matching;
using Orleans.Concurrency;

namespace Matchmaker.Contracts;

/// <summary>Carries what changed to every web host: one observer each, renewed by lease. Delivery may drop; feed numbers tell. Key: 0.</summary>
[Alias("live")]
public interface ILiveGrain : IGrainWithIntegerKey
{
    /// <summary>Subscribes, or renews the lease of 30 s.</summary>
    [Alias("subscribe")]
    Task Subscribe(ILiveObserver host);

    [Alias("unsubscribe")]
    Task Unsubscribe(ILiveObserver host);

    [Alias("publish")]
    Task Publish(ImmutableArray<FeedMessage> messages);

    /// <summary>Tells the desk's readers.</summary>
    [Alias("tell")]
    Task Tell(ImmutableArray<DeskMessage> messages);

    /// <summary>Tells every web host to let go of those whom it concerns.</summary>
    [Alias("end")]
    Task End(AccessEnded ended);
}

/// <summary>One web host.</summary>
[Alias("live-observer")]
public interface ILiveObserver : IGrainObserver
{
    [Alias("changed"), OneWay]
    Task Changed(ImmutableArray<FeedMessage> messages);

    [Alias("told"), OneWay]
    Task Told(ImmutableArray<DeskMessage> messages);

    [Alias("ended"), OneWay]
    Task Ended(AccessEnded ended);
}

/// <summary>All events that one change caused in one of a demand's feeds.</summary>
[GenerateSerializer, Immutable]
public sealed record FeedMessage(string Demand, Audience Audience, long Sequence, ImmutableArray<MatchEvent> Events);

/// <summary>An account whose sessions and connections end, or a demand that nobody may watch any more; exactly one is given.</summary>
[GenerateSerializer, Immutable]
public sealed record AccessEnded(string? Account, string? Demand);
