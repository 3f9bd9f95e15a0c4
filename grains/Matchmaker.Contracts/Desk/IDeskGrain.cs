using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Desk;

/// <summary>
/// The office's board in memory, derived from the journal, and what each reader of it is told: officers of all that
/// they may see, parties of their own introductions. Each reader has a feed of its own, so that its numbers tell
/// nothing of what is hidden. Key: 0.
/// </summary>
[Alias("desk")]
public interface IDeskGrain : IProjectionGrain, IGrainWithIntegerKey
{
    /// <summary>What the reader needs to be up to date: the events since <paramref name="after"/>, or the whole board
    /// where that is null or too old.</summary>
    /// <exception cref="ForbiddenException">The caller is neither of the office nor of a party.</exception>
    [Alias("watch"), AlwaysInterleave, Repeatable]
    Task<DeskAnswer> Watch(Caller caller, long? after, CancellationToken cancellation = default);

    /// <summary>Introductions that the caller may see, in the ordinal order of ids.</summary>
    /// <param name="state">Null: in any.</param>
    /// <param name="text">Words of which the caller reads all in each; null or empty: any.</param>
    [Alias("list"), AlwaysInterleave, Repeatable]
    Task<Page<Introduction>> List(
        Caller caller,
        IntroductionState? state,
        string? text,
        string? after,
        int limit,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// What moved of what the officer may see since the start of the working day before today, told from the journal.
    /// </summary>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("recent"), AlwaysInterleave, Repeatable]
    Task<RecentChanges> Recent(Caller caller, CancellationToken cancellation = default);

    /// <summary>Notes which introduction an officer looks at on one connection, and tells the others.</summary>
    /// <param name="introduction">Null: none any more.</param>
    [Alias("look"), AlwaysInterleave, Repeatable]
    Task Look(Caller caller, string connection, string? introduction);

    /// <summary>Takes in leads, and tells the officers who may see them.</summary>
    [Alias("take-leads"), AlwaysInterleave, Repeatable]
    Task TakeLeads(LeadBatch batch);

    /// <summary>Notes that these readers still watch: the feed of a reader whom nobody renews for an hour is
    /// dropped.</summary>
    /// <param name="readers">As <see cref="DeskReaders"/> names them.</param>
    [Alias("renew"), AlwaysInterleave, Repeatable]
    Task Renew(ImmutableArray<string> readers);

    /// <summary>Gives all open introductions of one officer to another.</summary>
    /// <returns>How many went over.</returns>
    [Alias("hand-over"), ResponseTimeout(Patience.Once)]
    Task<int> HandOver(Caller caller, string from, string to, CancellationToken cancellation = default);

    /// <summary>The ids of open introductions whose next reminder is due by then.</summary>
    [Alias("due"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<string>> Due(DateTimeOffset now);
}

/// <summary>The whole board, or the events since the reader's number.</summary>
/// <param name="Introductions">Open ones, and those closed in the last 30 days; null where events are given.</param>
/// <param name="Leads">New matches that nobody has taken, best first; officers only.</param>
/// <param name="Officers">The office's people with their load; officers only.</param>
/// <param name="Presence">Who looks at what; officers only.</param>
/// <param name="LeadCount">How many new matches there are; more than <paramref name="Leads"/> where those are
/// cut.</param>
[GenerateSerializer, Immutable]
public sealed record DeskAnswer(
    long Sequence,
    ImmutableArray<Introduction>? Introductions = null,
    ImmutableArray<Lead>? Leads = null,
    ImmutableArray<OfficerLoad>? Officers = null,
    ImmutableArray<Presence>? Presence = null,
    ImmutableArray<DeskEvent>? Events = null,
    int? LeadCount = null
);

/// <summary>One change of what a reader sees; exactly one of the first four is given besides the number.</summary>
/// <param name="Introduction">As it is now for this reader.</param>
/// <param name="Gone">The id of an introduction that is not theirs to see any more.</param>
/// <param name="Lead">A new match, or one that changed.</param>
/// <param name="LeadGone">The key of a lead that is no more.</param>
/// <param name="By">Who did it: an address for officers; to parties <c>office</c>, <c>you</c> or <c>other</c>.</param>
[GenerateSerializer, Immutable]
public sealed record DeskEvent(
    long Sequence,
    Introduction? Introduction = null,
    string? Gone = null,
    Lead? Lead = null,
    string? LeadGone = null,
    string? By = null,
    DateTimeOffset? At = null
);

/// <summary>A match that no officer has picked up.</summary>
/// <param name="Key">Names it among leads.</param>
/// <param name="Match">The id of the matched profile.</param>
/// <param name="CounterpartKnown">Whether the party that offers the profile is on record; without it nobody can be
/// introduced.</param>
[GenerateSerializer, Immutable]
public sealed record Lead(
    string Key,
    string Board,
    string Demand,
    LocalText? DemandName,
    string? Seeker,
    LocalText? SeekerName,
    string Match,
    LocalText? MatchName,
    double Score,
    Verdict Verdict,
    DateTimeOffset At,
    bool CounterpartKnown
);

/// <summary>How much one officer has on the desk.</summary>
/// <param name="Open">Introductions that are not over, of those that the reader may see.</param>
/// <param name="Waiting">Of these, how many wait for the officer.</param>
/// <param name="AbsentUntil">The last day of a present absence; null: here.</param>
/// <param name="StandIn">Who stands in; null: nobody.</param>
[GenerateSerializer, Immutable]
public sealed record OfficerLoad(
    string Officer,
    int Open,
    int Waiting,
    DateOnly? AbsentUntil = null,
    string? StandIn = null
);

/// <param name="Introduction">Its id.</param>
[GenerateSerializer, Immutable]
public sealed record Presence(string Introduction, ImmutableArray<string> Officers);

/// <summary>What one reader is told.</summary>
/// <param name="Reader">As <see cref="DeskReaders"/> names them.</param>
[GenerateSerializer, Immutable]
public sealed record DeskMessage(
    string Reader,
    ImmutableArray<DeskEvent> Events,
    ImmutableArray<Presence>? Presence = null
) : LiveMessage
{
    /// <summary>The desk's name among projections.</summary>
    public const string Projection = "desk";

    /// <summary>How topics of the desk begin; the rest is the reader.</summary>
    public const string TopicPrefix = "desk:";

    public override string Topic => TopicOf(Reader);

    public static string TopicOf(string reader) => TopicPrefix + reader;
}

/// <summary>How readers of the desk are named: people of a party read alike, each officer by themselves.</summary>
public static class DeskReaders
{
    private const string Officer = "officer:";

    /// <summary>Null: the caller reads nothing of it.</summary>
    public static string? Of(Caller caller) =>
        caller.IsOffice ? $"{Officer}{caller.Email}"
        : caller.Party is { } party ? $"party:{party}"
        : null;

    public static bool IsOfficer(string reader) => reader.StartsWith(Officer, StringComparison.Ordinal);
}
