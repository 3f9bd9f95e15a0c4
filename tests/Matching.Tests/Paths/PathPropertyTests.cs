using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Paths;

/// <summary>Machines in the evaluator, the index and reverse matching, against the oracle.</summary>
public class PathPropertyTests
{
    private static readonly Board Sites = BoardTable.Sites;

    [Fact]
    public void The_evaluator_answers_as_the_oracle_and_its_steps_add_up()
    {
        var outcomes = new int[3];
        for (var seed = 0; seed < 5000; seed++)
        {
            var some = new Some(seed);
            var (space, machines) = (SomePaths.Space(some, "p"), SomePaths.Machines(some));
            var part = Evaluator.Evaluate(Sites, [SomePaths.Takes(machines)], space, Some.Today).Parts[0];
            Assert.True(PathOracle.Of(machines, space, Some.Today) == (part.Outcome, part.Stale), $"seed {seed}");
            var whole =
                part.Outcome is Outcome.Met ? 1
                : part.Outcome is Outcome.Unmet ? 0m
                : 0.25m;
            Assert.Equal(part.Stale ? whole * 0.9m : whole, part.Utility);
            var steps = part.Steps!.Value;
            var together =
                steps.Any(step => step.Outcome is Outcome.Unmet) ? Outcome.Unmet
                : steps.Any(step => step.Outcome is Outcome.Unknown) ? Outcome.Unknown
                : Outcome.Met;
            Assert.True(together == part.Outcome, $"seed {seed}");
            outcomes[(int)part.Outcome]++;
        }

        Assert.All(outcomes, count => Assert.True(count > 100, string.Join(' ', outcomes)));
    }

    [Fact]
    public void A_search_equals_the_evaluation_of_each_space()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var some = new Some(seed);
            List<Profile> spaces = [.. Enumerable.Range(0, 83).Select(i => SomePaths.Space(some, $"p{i}"))];
            var criteria = Criteria(some);
            var index = IndexSnapshot.Empty(Sites).With(spaces, []);
            var query = new Query(criteria, 30, Some.Today.AddDays(some.Int(3) - 1), new(some.Chance(0.5), null));
            var expected = spaces
                .Where(query.Viewer.MaySee)
                .Select(space => Evaluator.Evaluate(Sites, criteria, space, query.AsOf))
                .Where(match => match.Verdict is Verdict.Match or Verdict.Possible)
                .OrderByDescending(match => match.Points)
                .ThenBy(match => match.UnknownMusts)
                .ThenBy(match => match.Id, StringComparer.Ordinal)
                .ToList();
            var result = index.Search(query);
            Assert.True(expected.Count == result.Count, $"seed {seed}");
            Assert.True(expected.Take(30).SequenceEqual(result.Matches), $"seed {seed}");
            Assert.Equal(expected.Count, index.Facets(query, [Sites.Find("headroom")!], 5).Count);
            var report = index.NearMisses(query, 100);
            Assert.DoesNotContain(report.Relaxations, relaxation => relaxation.Attribute == "path");
            found += result.Count;
        }

        Assert.True(found > 500, $"{found} found: too few to show anything.");
    }

    [Fact]
    public void More_of_any_capacity_never_takes_a_space_away()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var some = new Some(seed);
            var (space, machines) = (SomePaths.Space(some, "p"), SomePaths.Machines(some));
            var before = OutcomeOf(machines, space);
            foreach (var (code, _, way) in SomePaths.Capacities)
            {
                if (space.Values.GetValueOrDefault(code) is not NumberValue capacity)
                    continue;
                var more = new NumberValue(capacity.Number + (way * (1 + some.Int(4))));
                var after = OutcomeOf(machines, space with { Values = space.Values.SetItem(code, more) });
                Assert.True(Rank(after) >= Rank(before), $"seed {seed}: {code}, {before} → {after}");
            }
        }

        static int Rank(Outcome outcome) =>
            outcome switch
            {
                Outcome.Unmet => 0,
                Outcome.Unknown => 1,
                _ => 2,
            };
    }

    [Fact]
    public void Every_change_raises_the_events_of_full_recomputation()
    {
        var events = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var some = new Some(seed);
            var demands = Enumerable
                .Range(0, 6)
                .Select(i => some.Demand(Sites, $"d{i}") with { Criteria = Criteria(some) })
                .ToList();
            var standing = new StandingDemands(Sites);
            demands.ForEach(standing.Put);
            List<ProfileChange> changes =
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(i => new ProfileChange(SomePaths.Space(some, $"p{i}"), SomePaths.Space(some, $"p{i}"))),
            ];
            // A new day alone changes what is stale.
            if (some.Chance(0.3))
                changes = [.. changes.Select(change => change with { After = change.Before })];
            var next = Some.Today.AddDays(some.Int(3));
            var raised = standing.Changes(changes, Some.Today, next);
            foreach (var demand in demands)
            {
                var kinds = raised
                    .Where(change => change.Demand == demand.Id && change.Audience == Audience.Office)
                    .SelectMany(change => change.Transitions)
                    .ToDictionary(transition => transition.Id, transition => transition.Kind);
                foreach (var (before, after) in changes)
                {
                    var (was, now) = (On(before!, Some.Today), On(after!, next));
                    var kind =
                        was is null && now is not null ? MatchEventKind.Appeared
                        : was is not null && now is null ? MatchEventKind.Gone
                        : was is not null && was != now ? MatchEventKind.Changed
                        : (MatchEventKind?)null;
                    Assert.True(
                        kind == (kinds.TryGetValue(before!.Id, out var told) ? told : null),
                        $"seed {seed}: {before.Id}"
                    );
                    events += kind is null ? 0 : 1;
                }

                Match? On(Profile space, DateOnly day) =>
                    Evaluator.Evaluate(Sites, demand.Criteria, space, day) is var match && demand.Notifies(match)
                        ? match
                        : null;
            }
        }

        Assert.True(events > 500, $"{events} events: too few to show anything.");
    }

    private static Outcome OutcomeOf(Matching.Paths.Machine[] machines, Profile space) =>
        Evaluator.Evaluate(Sites, [SomePaths.Takes(machines)], space, Some.Today).Parts[0].Outcome;

    private static ImmutableArray<Criterion> Criteria(Some some) =>
        [
            SomePaths.Takes(SomePaths.Machines(some)) with
            {
                Strength = some.Chance(0.7) ? Strength.Must : Strength.Prefer,
            },
            new()
            {
                Attribute = "headroom",
                Op = Op.AtLeast,
                Limit = Some.Number(2.4m),
                Strength = some.Chance(0.5) ? Strength.Must : Strength.Prefer,
            },
            .. some.Chance(0.3) ? [SomePaths.Takes(SomePaths.Machines(some))] : Array.Empty<Criterion>(),
        ];
}
