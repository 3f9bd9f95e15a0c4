using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Desk;

/// <summary>The matches that are leads for officers, from the boards' feeds and the journal; the desk shows them. Key:
/// 0.</summary>
[Alias("leads")]
public interface ILeadsGrain : IProjectionGrain, IGrainWithIntegerKey
{
    /// <summary>Takes in what a board's index has just published.</summary>
    [Alias("matched"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task Matched(string board, ImmutableArray<FeedMessage> messages);

    /// <summary>Messages of a board may have been lost: its leads are loaded again.</summary>
    [Alias("lost"), AlwaysInterleave, Repeatable]
    Task Lost(string board);

    /// <summary>Sends every lead to the desk again.</summary>
    [Alias("republish"), AlwaysInterleave, Repeatable]
    Task Republish();

    /// <summary>
    /// Puts a lead aside: for this officer until that instant, or for all while its score and its verdict stay.
    /// </summary>
    /// <param name="until">Given with <paramref name="reason"/> null: not now.</param>
    /// <param name="reason">Given with <paramref name="until"/> null: not suitable, 1 to 2 000 characters.</param>
    /// <exception cref="NotFoundException">No such demand that the caller may see.</exception>
    [Alias("put-aside"), ResponseTimeout(Patience.Once)]
    Task PutAside(Caller caller, string demand, string match, DateTimeOffset? until, string? reason);
}

/// <summary>Leads on their way to the desk.</summary>
/// <param name="Source">The activation that sends them.</param>
/// <param name="IsWhole">Whether the source has sent all of its leads: those of an earlier source are gone.</param>
[GenerateSerializer, Immutable]
public sealed record LeadBatch(string Source, ImmutableArray<LeadState> Leads, bool IsWhole);

/// <summary>A match as the desk shows it to officers.</summary>
/// <param name="Number">Counts the source's states: a lower number is an older state.</param>
/// <param name="Lead">Null: it is no lead.</param>
/// <param name="Visibility">Who may know of its demand; null where <paramref name="Lead"/> is.</param>
/// <param name="Later">Until when an officer does not want to see it, by address.</param>
[GenerateSerializer, Immutable]
public sealed record LeadState(
    string Key,
    long Number,
    Lead? Lead,
    Visibility? Visibility,
    ImmutableSortedDictionary<string, DateTimeOffset>? Later
);
