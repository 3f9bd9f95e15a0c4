using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>Worked-out uses in the index, against the evaluator, around the days on which gates turn.</summary>
public class GateIndexTests
{
    private static readonly Board Sites = BoardTable.Sites;

    [Fact]
    public void A_search_on_any_day_equals_the_evaluation_of_each_space()
    {
        var met = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var some = new Some(seed);
            var profiles = some.Profiles(Sites, 60);
            var index = IndexSnapshot.Empty(Sites).With(profiles, []);
            var criteria = some.Criteria(Sites).Insert(0, Use(some));
            // One snapshot is asked for several days, so that a day's column never answers for another.
            for (var i = 0; i < 4; i++)
            {
                var day = Day(some);
                var found = index.Search(new(criteria, 60, day, new(true, null)));
                var expected = Oracle.List(Sites, criteria, profiles, day);
                Assert.True(expected.Count == found.Count, $"seed {seed}, {day}");
                Assert.Equal(expected.Select(one => one.Profile.Id), found.Matches.Select(match => match.Id));
                Assert.Equal(expected.Select(one => one.Points), found.Matches.Select(match => match.Points));
                met += found.Matches.Count(match => match.Parts[0] is { Gates: not null, Outcome: Outcome.Met });
            }
        }

        Assert.True(met > 1000, $"{met} uses were worked out: too few to show anything.");
    }

    [Fact]
    public void A_day_on_which_a_gate_turns_raises_the_events_of_full_recomputation()
    {
        var turned = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var some = new Some(seed);
            var demands = Enumerable
                .Range(0, 8)
                .Select(i =>
                    some.Demand(Sites, $"d{i}") with
                    {
                        Criteria = [Use(some), .. some.Criteria(Sites).Take(2)],
                        NotifyAbove = some.Int(60),
                    }
                )
                .ToList();
            var standing = new StandingDemands(Sites);
            demands.ForEach(standing.Put);
            // A hold would keep a space from all demands but one, whatever the gates say.
            List<Profile> profiles = [.. some.Profiles(Sites, 40).Select(profile => profile with { Hold = null })];
            var index = IndexSnapshot.Empty(Sites).With(profiles, []);
            var before = Day(some);
            var after = before.AddDays(1 + some.Int(2));
            var changes = standing.AdvanceDay(index, before, after);
            foreach (var demand in demands)
            {
                var events = changes
                    .Where(change => change.Demand == demand.Id && change.Audience == Audience.Office)
                    .SelectMany(change => change.Transitions)
                    .ToDictionary(transition => transition.Id);
                foreach (var profile in profiles)
                {
                    var (was, now) = (On(before), On(after));
                    var kind =
                        was is null && now is not null ? MatchEventKind.Appeared
                        : was is not null && now is null ? MatchEventKind.Gone
                        : was is not null && Text(was) != Text(now!) ? MatchEventKind.Changed
                        : (MatchEventKind?)null;
                    Assert.True(kind == events.GetValueOrDefault(profile.Id)?.Kind, $"seed {seed}: {profile.Id}");
                    turned += kind is null ? 0 : 1;

                    Match? On(DateOnly day) =>
                        Evaluator.Evaluate(Sites, demand.Criteria, profile, day) is var match && demand.Notifies(match)
                            ? match
                            : null;
                }
            }
        }

        Assert.True(turned > 500, $"{turned} events: too few to show anything.");
    }

    [Fact]
    public void Facets_count_the_uses_that_gates_allow()
    {
        var uses = Sites.Find("uses")!;
        for (var seed = 0; seed < 100; seed++)
        {
            var some = new Some(seed);
            var profiles = some.Profiles(Sites, 50);
            var day = Day(some);
            var index = IndexSnapshot.Empty(Sites).With(profiles, []);
            var facet = index.Facets(new([], 0, day, new(true, null)), [uses], 5).Facets.Single();
            foreach (var entry in facet.Values!.Value)
            {
                var allowing = profiles.Count(profile =>
                    Oracle.Of(Sites, [Use(entry.Code)], profile, day).Lines[0].Outcome is Outcome.Met
                );
                Assert.True(allowing == entry.Count, $"seed {seed}: {entry.Code}");
            }
        }
    }

    [Fact]
    public void No_relaxation_of_a_use_is_ever_proposed()
    {
        var space = Some.Profile("p", ("uses", new UsesValue(Some.Uses(("office", UseVerdict.DoesNotFit)))));
        var query = new Query([Use("office")], 0, Some.Today, new(true, null));
        var report = IndexSnapshot.Empty(Sites).With([space], []).NearMisses(query, 5);
        Assert.Equal(1, report.NearMisses.Single().Count);
        Assert.Empty(report.Relaxations);
    }

    private static Criteria.Criterion Use(Some some) => Use(Sites.Find("uses")!.Values[some.Int(9)].Code);

    private static Criteria.Criterion Use(string use) =>
        new()
        {
            Attribute = "uses",
            Op = Criteria.Op.Allows,
            Value = Some.Code(use),
        };

    private static DateOnly Day(Some some) =>
        (some.Chance(0.5) ? Some.Today : SomeWaivers.RulesTurn).AddDays(some.Int(8) - 4);

    private static string Text(Match match) => System.Text.Json.JsonSerializer.Serialize(match);
}
