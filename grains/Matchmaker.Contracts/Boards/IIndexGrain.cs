using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Gates;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Allocation;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Questions;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Boards;

/// <summary>
/// One board's profiles and standing demands, derived from the journal: its single writer swaps an immutable snapshot,
/// its readers never wait. Key: the board's code.
/// </summary>
[Alias("index")]
public interface IIndexGrain : IProjectionGrain, IGrainWithStringKey
{
    /// <summary>Answers a demand that is not saved.</summary>
    /// <exception cref="InvalidException">A criterion breaks a rule.</exception>
    [Alias("match"), AlwaysInterleave, Repeatable]
    Task<AdHocAnswer> Match(Caller caller, AdHocDemand demand, CancellationToken cancellation = default);

    /// <summary>The matches of a text, in any of the languages, on the board.</summary>
    /// <param name="top">1 to 500.</param>
    /// <param name="partly">Whether what has the most of the text is wanted where nothing has all of it.</param>
    /// <param name="order">The order of the matches that are not in the first place for their name; null: by score.
    /// </param>
    [Alias("search"), AlwaysInterleave, Repeatable]
    Task<SearchAnswer> Search(
        Caller caller,
        string text,
        int top,
        bool partly = false,
        ListOrder? order = null,
        CancellationToken cancellation = default
    );

    /// <summary>What a sentence asks of every board, this one and the others: the same for everybody.</summary>
    /// <param name="text">At most <see cref="BriefReader.MaxLength"/> units.</param>
    [Alias("read-sentence"), AlwaysInterleave, Repeatable]
    Task<BriefReading> ReadSentence(string text, CancellationToken cancellation = default);

    /// <summary>A saved demand's list.</summary>
    /// <param name="top">1 to 500.</param>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("matches"), AlwaysInterleave, Repeatable]
    Task<DemandMatches> Matches(
        Caller caller,
        string demand,
        int top,
        ListOrder? order = null,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// One match of a saved demand, whatever its place; null: the demand does not accept that profile, or the caller
    /// may not see it.
    /// </summary>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("match-of"), AlwaysInterleave, Repeatable]
    Task<Match?> MatchOf(Caller caller, string demand, string id, CancellationToken cancellation = default);

    /// <summary>
    /// The parties of a saved demand's list, in their ordinal order, each with the best score of its profiles; those of
    /// no party and of the demand's own are left out.
    /// </summary>
    /// <param name="top">How many places of the list, 1 to 500.</param>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("parties-of"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<PartyScore>> PartiesOf(
        Caller caller,
        string demand,
        int top,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// The best notified matches of demands, for the office, in the ordinal order of demands; cleared or not.
    /// </summary>
    /// <param name="after">The demand after which to go on; null: from the first.</param>
    /// <param name="demands">How many demands to look at; an answer without entries ends the list.</param>
    /// <param name="top">How many of each.</param>
    [Alias("heads"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<DemandHead>> Heads(
        string? after,
        int demands,
        int top,
        CancellationToken cancellation = default
    );

    /// <summary>As <see cref="Heads"/>, of one demand; null: it is not on this board.</summary>
    [Alias("head-of"), AlwaysInterleave, Repeatable]
    Task<DemandHead?> HeadOf(string demand, int top, CancellationToken cancellation = default);

    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("near-misses"), AlwaysInterleave, Repeatable]
    Task<NearMissReport> NearMisses(
        Caller caller,
        string demand,
        int top,
        ListOrder? order = null,
        CancellationToken cancellation = default
    );

    /// <summary>The profiles that a saved demand rejects today and would accept with planned certifications.</summary>
    /// <param name="plans">Those that the caller may know of, at most one of each profile.</param>
    /// <param name="top">1 to 500.</param>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    /// <exception cref="InvalidException">The board is not partners.</exception>
    [Alias("planned"), AlwaysInterleave, Repeatable]
    Task<PlannedMatches> Planned(
        Caller caller,
        string demand,
        ImmutableArray<CertificatePlan> plans,
        int top,
        CancellationToken cancellation = default
    );

    /// <summary>As the other, for a demand that is not saved.</summary>
    /// <exception cref="InvalidException">The board is not partners, or a criterion breaks a rule.</exception>
    [Alias("planned-for"), AlwaysInterleave, Repeatable]
    Task<PlannedMatches> PlannedFor(
        Caller caller,
        AdHocPlanned question,
        ImmutableArray<CertificatePlan> plans,
        CancellationToken cancellation = default
    );

    /// <summary>How the list of a demand that is not saved is spread over attributes.</summary>
    /// <exception cref="InvalidException">A criterion, an attribute or the number of bins breaks a rule.</exception>
    [Alias("facets"), AlwaysInterleave, Repeatable]
    Task<FacetReport> Facets(Caller caller, AdHocFacets question, CancellationToken cancellation = default);

    /// <summary>How a saved demand's list is spread over attributes.</summary>
    /// <param name="attributes">At most 12; null: those of its criteria, then the board's first.</param>
    /// <param name="bins">1 to 100.</param>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    /// <exception cref="InvalidException">An attribute or the number of bins breaks a rule.</exception>
    [Alias("facets-of"), AlwaysInterleave, Repeatable]
    Task<FacetReport> FacetsOf(
        Caller caller,
        string demand,
        ImmutableArray<string>? attributes,
        int bins,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// What nobody states and musts of a saved demand's possible matches ask, of buildings; the answers that decide the
    /// most first.
    /// </summary>
    /// <param name="top">The most that are wanted.</param>
    /// <param name="record">The building whose questions are wanted; null: all.</param>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    /// <exception cref="InvalidException">The board is not sites.</exception>
    [Alias("questions"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<OpenQuestion>> Questions(
        Caller caller,
        string demand,
        int top,
        string? record = null,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// What another version of the table of gates, published now, would change on the board, on the day from which it
    /// holds; for admins.
    /// </summary>
    /// <param name="rows">As they were checked.</param>
    /// <param name="from">Not before today.</param>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    [Alias("preview-gates"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<GatePreview> PreviewGates(
        Caller caller,
        ImmutableArray<GateRow> rows,
        DateOnly from,
        CancellationToken cancellation = default
    );

    /// <summary>The smallest set of firms that together covers a saved demand's bill.</summary>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    /// <exception cref="InvalidException">
    /// The board is not partners, or the bill has more than <see cref="ConsortiumLines.MaxLines"/> lines.
    /// </exception>
    [Alias("consortium"), AlwaysInterleave, Repeatable]
    Task<ConsortiumReport> Consortium(Caller caller, string demand, CancellationToken cancellation = default);

    /// <summary>Which of several saved demands gets which space, each of its first 50.</summary>
    /// <param name="demands">2 to 1 000, each once.</param>
    /// <exception cref="NotFoundException">One of them is not on this board, or the caller may not see it.</exception>
    [Alias("allocate"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<AllocationReport> Allocate(
        Caller caller,
        ImmutableArray<string> demands,
        CancellationToken cancellation = default
    );

    /// <summary>The events since <paramref name="after"/>, or the whole list if that is null or too old.</summary>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("watch"), AlwaysInterleave, Repeatable]
    Task<WatchAnswer> Watch(Caller caller, string demand, long? after, CancellationToken cancellation = default);
}

/// <param name="Top">1 to 500.</param>
/// <param name="Combine">
/// How many adjacent spaces may be taken together where area is a must: 2 to 6, on sites; null: none.
/// </param>
/// <param name="NearMisses">Whether near misses and relaxations are asked for too.</param>
/// <param name="AsOf">The day on which staleness and expiry are judged; null: today in Hong Kong.</param>
/// <param name="Order">
/// score, or a number or date attribute, with - before it for the greatest first; unknown last. Null: score.
/// </param>
[GenerateSerializer, Immutable]
public sealed record AdHocDemand(
    ImmutableArray<Criterion> Criteria,
    int Top = 20,
    int? Combine = null,
    bool NearMisses = false,
    DateOnly? AsOf = null,
    string? Order = null
);

/// <summary>A question for facets of a demand that is not saved.</summary>
/// <param name="Attributes">
/// The codes of numbers, dates, choices, flags and uses, at most 12; null: those of the criteria, then the board's
/// first.
/// </param>
/// <param name="Bins">The most bins of a number or date, 1 to 100.</param>
/// <param name="AsOf">The day on which expiry is judged; null: today in Hong Kong.</param>
/// <param name="Combine">How many adjacent spaces may be taken together, 2 to 6, on sites; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record AdHocFacets(
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<string>? Attributes = null,
    int Bins = FacetRules.DefaultBins,
    DateOnly? AsOf = null,
    int? Combine = null
);

/// <param name="Relaxations">Null unless near misses were asked for.</param>
/// <param name="NearMisses">Null unless asked for.</param>
[GenerateSerializer, Immutable]
public sealed record AdHocAnswer(
    DateOnly AsOf,
    int Count,
    ImmutableArray<Match> Matches,
    ImmutableArray<Relaxation>? Relaxations,
    ImmutableArray<NearMiss>? NearMisses
);

/// <param name="Sequence">The feed's number that this list includes.</param>
/// <param name="Count">How many the demand accepts, of those that the caller may see.</param>
[GenerateSerializer, Immutable]
public sealed record DemandMatches(long Sequence, int Count, ImmutableArray<Match> Matches);

/// <summary>
/// Either the whole list (<paramref name="Matches"/>) or the events since the number that the watcher knows.
/// </summary>
/// <param name="Matches">The best 2 000 at or above notifyAbove; null where events are given.</param>
/// <param name="More">True when there are others; else null.</param>
/// <param name="Events">In order; null where the list is given.</param>
[GenerateSerializer, Immutable]
public sealed record WatchAnswer(
    long Sequence,
    ImmutableArray<Match>? Matches,
    bool? More,
    ImmutableArray<MatchEvent>? Events
);
