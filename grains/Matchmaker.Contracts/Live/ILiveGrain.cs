using System.Collections.Immutable;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
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

    [Alias("unsubscribe")]
    Task Unsubscribe(ILiveObserver host);

    [Alias("publish")]
    Task Publish(ImmutableArray<FeedMessage> messages);

    /// <summary>Tells the desk's readers.</summary>
    [Alias("tell")]
    Task PublishDesk(ImmutableArray<DeskMessage> messages);

    /// <summary>Tells those who watch what an enterprise may get.</summary>
    [Alias("assessed")]
    Task PublishAssessment(AssessmentMessage message);

    /// <summary>Tells every web host to let go of those whom it concerns.</summary>
    [Alias("end"), Repeatable]
    Task EndAccess(AccessEnded ended);

    /// <summary>Tells every web host that messages of a board, or of <see cref="LiveLease.Desk"/>, may have been lost
    /// before they were sent.</summary>
    [Alias("lost"), Repeatable]
    Task PublishLost(string board);
}

/// <summary>One web host. Each call names the lease under which it was sent, with its own number, since calls may
/// overtake each other.</summary>
[Alias("live-observer")]
public interface ILiveObserver : IGrainObserver
{
    [Alias("changed"), OneWay]
    Task Changed(LiveLease at, ImmutableArray<FeedMessage> messages);

    [Alias("told"), OneWay]
    Task DeskChanged(LiveLease at, ImmutableArray<DeskMessage> messages);

    [Alias("assessed"), OneWay]
    Task AssessmentChanged(LiveLease at, AssessmentMessage message);

    [Alias("ended"), OneWay]
    Task AccessEnded(LiveLease at, AccessEnded ended);

    [Alias("lost"), OneWay]
    Task MessagesLost(LiveLease at, string board);
}

/// <summary>A web host's place among those that are told.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Sent">How many calls went to the host under this lease so far; in a call its own number: 1, 2, 3
/// …</param>
[GenerateSerializer, Immutable]
public sealed record LiveLease(string Id, long Sent)
{
    /// <summary>Stands for the desk where a board is named.</summary>
    public const string Desk = "desk";
}

/// <summary>All events that one change caused in one of a demand's feeds.</summary>
[GenerateSerializer, Immutable]
public sealed record FeedMessage(string Demand, Audience Audience, long Sequence, ImmutableArray<MatchEvent> Events);

/// <summary>An account whose sessions and connections end, or a demand (or another thing that is watched) that nobody
/// may watch any more; exactly one is given.</summary>
[GenerateSerializer, Immutable]
public sealed record AccessEnded(string? Account, string? Demand);
