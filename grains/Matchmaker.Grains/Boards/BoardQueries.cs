using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching;
using Matchmaker.Matching.Allocation;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Questions;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Grains.Boards;

/// <summary>What callers ask of a board's index. Pure, and changes nothing.</summary>
internal static class BoardQueries
{
    private const int MaxWatched = 2_000;
    private const int MaxAccepted = 50;

    /// <exception cref="InvalidException">A criterion breaks a rule.</exception>
    public static AdHocAnswer Match(this BoardIndex index, Caller caller, AdHocDemand demand)
    {
        var criteria = index.Taxonomies.Current(index.Board, AdHocRules.Check(index.Board, demand, index.Taxonomies));
        var query = new Query(
            criteria,
            demand.Top,
            demand.AsOf ?? index.Day,
            Access.ViewerOf(caller, index.Board),
            Order: ListOrder.Parse(demand.Order, index.Board).Value,
            Combine: demand.Combine
        );
        var catalogue = index.CatalogueOn(query.AsOf);
        var found = catalogue.Search(query);
        var near = demand.NearMisses ? catalogue.NearMisses(query, demand.Top) : null;
        return new(
            query.AsOf,
            found.Count,
            [
                .. index
                    .WithMutual(found.Matches, caller.Party?.ToString(), query)
                    .Select(match => index.WithoutSecrets(caller, match)),
            ],
            near?.Relaxations,
            near is null
                ? null
                :
                [
                    .. near.NearMisses.Select(must =>
                        must with
                        {
                            Matches = [.. must.Matches.Select(match => index.WithoutSecrets(caller, match))],
                        }
                    ),
                ]
        );
    }

    public static DemandMatches Matches(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        int top,
        ListOrder? order
    )
    {
        var found = index.Catalogue.Search(index.Query(caller, demand, top) with { Order = order });
        return new(
            index.Feed(demand.Id, caller.Audience).Last,
            found.Count,
            [.. found.Matches.Select(match => index.WithMutual(match, demand))]
        );
    }

    public static Match? MatchOf(this BoardIndex index, Caller caller, StandingDemand demand, string id) =>
        index.Catalogue.Match(index.Query(caller, demand, 1), id) is { } match ? index.WithMutual(match, demand) : null;

    /// <summary>Whose profiles stand on the first places of a demand's list, single ones alone.</summary>
    public static ImmutableArray<PartyScore> PartiesOf(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        int top
    ) =>
        [
            .. index
                .Catalogue.Search(index.Query(caller, demand, top) with { Combine = null })
                .Matches.GroupBy(match => index.Catalogue.Find(match.Id)?.Owner, match => match.Score)
                .Where(party => party.Key is not null && party.Key != demand.Owner)
                .Select(party => new PartyScore(party.Key!, party.Max()))
                .OrderBy(party => party.Party, StringComparer.Ordinal),
        ];

    /// <summary>The first of a demand's notified matches, as the office sees them.</summary>
    public static DemandHead Head(this BoardIndex index, StandingDemand demand, int top) =>
        new(
            demand.Id,
            [
                .. index
                    .Catalogue.Search(
                        new(demand.Criteria, top, index.Day, new(true, null, true, demand.Id), Combine: demand.Combine)
                    )
                    .Matches.TakeWhile(demand.Notifies),
            ]
        );

    public static NearMissReport NearMisses(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        int top,
        ListOrder? order
    ) => index.Catalogue.NearMisses(index.Query(caller, demand, top) with { Order = order }, top);

    /// <exception cref="InvalidException">The board is not partners.</exception>
    public static PlannedMatches Planned(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        ImmutableArray<CertificatePlan> plans,
        int top
    )
    {
        CheckPartners(index.Board);
        return index.Catalogue.Planned(index.Query(caller, demand, top), plans);
    }

    /// <exception cref="InvalidException">The board is not partners, or a criterion breaks a rule.</exception>
    public static PlannedMatches PlannedFor(
        this BoardIndex index,
        Caller caller,
        AdHocPlanned question,
        ImmutableArray<CertificatePlan> plans
    )
    {
        CheckPartners(index.Board);
        var demand = new AdHocDemand(question.Criteria, question.Top);
        var criteria = AdHocRules.Check(index.Board, demand, index.Taxonomies);
        return index.Catalogue.Planned(
            new(
                index.Taxonomies.Current(index.Board, criteria),
                demand.Top,
                index.Day,
                Access.ViewerOf(caller, index.Board)
            ),
            plans
        );
    }

    /// <exception cref="InvalidException">A criterion, an attribute or the number of bins breaks a rule.</exception>
    public static FacetReport Facets(this BoardIndex index, Caller caller, AdHocFacets question)
    {
        var (criteria, attributes) = AdHocRules.Check(index.Board, question, index.Taxonomies);
        var day = question.AsOf ?? index.Day;
        return index
            .CatalogueOn(day)
            .Facets(
                new(
                    index.Taxonomies.Current(index.Board, criteria),
                    0,
                    day,
                    Access.ViewerOf(caller, index.Board),
                    Combine: question.Combine
                ),
                attributes,
                question.Bins
            );
    }

    /// <exception cref="InvalidException">An attribute or the number of bins breaks a rule.</exception>
    public static FacetReport FacetsOf(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        ImmutableArray<string>? attributes,
        int bins
    )
    {
        var chosen = FacetRules.Check(index.Board, demand.Criteria, attributes, bins);
        return chosen.IsOk
            ? index.Catalogue.Facets(index.Query(caller, demand, 0), chosen.Value, bins)
            : throw new InvalidException(chosen.Errors);
    }

    /// <summary>What no record states and would settle possible matches, of one building or of all.</summary>
    /// <exception cref="InvalidException">The board is not sites.</exception>
    public static ImmutableArray<OpenQuestion> Questions(
        this BoardIndex index,
        Caller caller,
        StandingDemand demand,
        int top,
        string? record
    )
    {
        if (index.Board != BoardTable.Sites)
            throw new InvalidException(new FieldError("board", "notACode", BoardTable.Sites.Code));
        return
        [
            .. index
                .Catalogue.Questions(index.Query(caller, demand, 0), SpaceId.BuildingOf)
                .Where(question => record is null || question.Record == record)
                .Take(top),
        ];
    }

    /// <exception cref="InvalidException">The board is not partners, or the bill is too long.</exception>
    public static ConsortiumReport Consortium(this BoardIndex index, Caller caller, StandingDemand demand)
    {
        CheckPartners(index.Board);
        if (ConsortiumLines.CountOf(demand.Criteria) > ConsortiumLines.MaxLines)
            throw new InvalidException(new FieldError("criteria", "tooMany", $"{ConsortiumLines.MaxLines}"));
        return index.Catalogue.Consortium(index.Query(caller, demand, 0));
    }

    /// <summary>
    /// The first single spaces of a demand's list, each with its score in whole millionths of 100, half up: whoever
    /// gets one space gets no run.
    /// </summary>
    public static Acceptance Accepts(this BoardIndex index, Caller caller, StandingDemand demand)
    {
        long weights = demand.Criteria.Sum(criterion => criterion.Weight);
        return new(
            demand.Id,
            [
                .. index
                    .Catalogue.Search(index.Query(caller, demand, MaxAccepted) with { Combine = null })
                    .Matches.Select(match => new AcceptedSpace(match.Id, match.Score, Millionths(match))),
            ]
        );

        int Millionths(Match match) => weights == 0 ? 1_000_000 : (int)((2 * match.Points + weights) / (2 * weights));
    }

    /// <summary>The events since a number, or the whole list where the number is null or too old.</summary>
    public static WatchAnswer Watch(this BoardIndex index, Caller caller, StandingDemand demand, long? after)
    {
        var feed = index.Feed(demand.Id, caller.Audience);
        if (after is { } known && feed.Since(known) is { } events)
            return new(feed.Last, null, null, events);

        // Matches come best first, so those that notify stand in front.
        var notified = index
            .Catalogue.Search(index.Query(caller, demand, MaxWatched + 1))
            .Matches.TakeWhile(demand.Notifies)
            .Select(match => index.WithMutual(match, demand))
            .ToImmutableArray();
        return notified.Length > MaxWatched
            ? new(feed.Last, notified[..MaxWatched], true, null)
            : new(feed.Last, notified, null, null);
    }

    private static void CheckPartners(Board board)
    {
        if (board != BoardTable.Partners)
            throw new InvalidException(new FieldError("board", "notACode", BoardTable.Partners.Code));
    }

    // A saved demand is matched for its feed's audience, not for one person, so that a list and the feed's events
    // always agree.
    private static Query Query(this BoardIndex index, Caller caller, StandingDemand demand, int top) =>
        new(
            demand.Criteria,
            top,
            index.Day,
            new(caller.Audience is Audience.Office, null, demand.Open, demand.Id),
            Combine: demand.Combine
        );

    /// <summary>The matches of a search with what the other side's demands say of them.</summary>
    internal static ImmutableArray<Match> WithMutual(
        this BoardIndex index,
        ImmutableArray<Match> matches,
        string? asker,
        Query query
    ) =>
        [
            .. matches.Select(match =>
                index.WithMutual(match, asker, BoardIndex.TotalWeight(query.Criteria), query.AsOf)
            ),
        ];
}
