using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

internal sealed partial class BoardIndex
{
    /// <summary>The match with how much the other side wants the asker, where it does.</summary>
    /// <param name="asker">The party that asks; null: none.</param>
    public Match WithMutual(Match match, string? asker, int totalWeight, DateOnly day) =>
        _counterpart is { } sides
        && asker is not null
        && Catalogue.Find(match.Id)?.Owner is { } other
        && sides.Parts.MutualScore(asker, other, match, totalWeight, day) is { } mutual
            ? match with
            {
                Mutual = mutual,
            }
            : match;

    public Match WithMutual(Match match, StandingDemand demand) =>
        WithMutual(match, demand.Owner, TotalWeight(demand.Criteria), Day);

    public static int TotalWeight(ImmutableArray<Criterion> criteria) => criteria.Sum(criterion => criterion.Weight);

    /// <summary>
    /// Makes a change, and adds to what it means the matches of which only the wish of the other side is another: a
    /// client that holds them must end with what a fresh request returns.
    /// </summary>
    /// <param name="parties">Whose demands or published profiles change.</param>
    /// <param name="day">The day before the change; afterwards it is <see cref="Day"/>.</param>
    private IEnumerable<DemandChange> WithMutualUpdates(
        IEnumerable<string> parties,
        DateOnly day,
        Func<IEnumerable<DemandChange>> make
    )
    {
        if (_counterpart is null)
            return Joined([.. make()]);
        var touched = parties.ToList();
        var before = ReverseScores(touched, day);
        List<DemandChange> changes =
        [
            .. make()
                .Select(change =>
                    change with
                    {
                        Transitions =
                        [
                            .. change.Transitions.Select(transition => WithMutual(transition, change.Demand)),
                        ],
                    }
                ),
        ];
        var after = ReverseScores(touched, Day);
        foreach (var (demand, profile) in before.Keys.Union(after.Keys).Order())
        {
            var (was, now) = (before.GetValueOrDefault((demand, profile)), after.GetValueOrDefault((demand, profile)));
            if (was == now || _standing.Find(demand) is not { } standing || Catalogue.Find(profile) is not { } found)
                continue;
            if (_standing.Notified(demand, found, Day) is { } match)
                Add(changes, standing, found, WithMutual(match, standing));
        }

        return Joined(changes);
    }

    private Transition WithMutual(Transition transition, string demand) =>
        transition.Match is { } match && _standing.Find(demand) is { } standing
            ? transition with
            {
                Match = WithMutual(match, standing),
            }
            : transition;

    private static void Add(List<DemandChange> changes, StandingDemand demand, Profile profile, Match match)
    {
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (audience is Audience.Public && !(profile.Public && demand.Open))
                continue;
            // A match that appeared or changed already carries the new mutual score.
            if (
                !changes.Any(change =>
                    change.Demand == demand.Id
                    && change.Audience == audience
                    && change.Transitions.Any(transition => transition.Id == profile.Id)
                )
            )
                changes.Add(new(demand.Id, audience, [new(MatchEventKind.Changed, profile.Id, match)]));
        }
    }

    private static IEnumerable<DemandChange> Joined(List<DemandChange> changes) =>
        changes
            .GroupBy(change => (change.Demand, change.Audience))
            .Select(group =>
                group.Count() == 1
                    ? group.First()
                    : group.First() with
                    {
                        Transitions = [.. group.SelectMany(change => change.Transitions)],
                    }
            );

    /// <summary>
    /// The wishes of the other sides that these parties play a part in, by demand and profile of this board.
    /// </summary>
    private Dictionary<(string Demand, string Profile), double?> ReverseScores(
        IEnumerable<string> parties,
        DateOnly day
    )
    {
        var wishes = new Dictionary<(string, string), double?>();
        foreach (var (demand, id) in parties.SelectMany(Pairs).Distinct())
        {
            if (
                Catalogue.Find(id) is { } profile
                && _standing.Find(demand) is { } standing
                && _standing.Notified(demand, profile, day) is { } match
                && _counterpart!.Parts.MutualScore(
                    standing.Owner,
                    profile.Owner ?? "",
                    match,
                    TotalWeight(standing.Criteria),
                    day
                )
                    is { } mutual
            )
                wishes[(demand, id)] = mutual;
        }

        return wishes;
    }

    // The party as the asker, and as the other side.
    private IEnumerable<(string Demand, string Profile)> Pairs(string party)
    {
        var parts = _counterpart!.Parts;
        if (parts.HasPublished(party))
        {
            foreach (var demand in parts.DemandsOf(party, board))
            {
                foreach (var profile in parts.PartiesWithDemands.SelectMany(_counterpart.ProfilesOf))
                    yield return (demand.Id, profile);
            }
        }

        if (!parts.HasDemands(party))
            yield break;
        foreach (var profile in _counterpart.ProfilesOf(party))
        {
            foreach (var demand in _demands.Where(demand => parts.HasPublished(demand.Value.Owner)))
                yield return (demand.Key, profile);
        }
    }
}
