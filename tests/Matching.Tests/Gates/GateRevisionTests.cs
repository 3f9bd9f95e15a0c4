using System.Text.Json;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>A board that takes another table of gates, against one that was built with it.</summary>
public class GateRevisionTests
{
    private static readonly Board Sites = BoardTable.Sites;
    private static readonly Viewer Office = new(true, null);

    [Fact]
    public void A_board_that_took_another_table_answers_as_one_built_with_it()
    {
        var met = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var some = new Some(seed);
            var profiles = some.Profiles(Sites, 60);
            var table = SomeTables.Table(some, Some.Today);
            var old = IndexSnapshot.Empty(Sites).With(profiles, []);
            var (taken, built) = (old.By(table), IndexSnapshot.Empty(Sites, table).With(profiles, []));
            var query = new Query([Use(some), .. some.Criteria(Sites)], 60, Day(some), Office, Combine: 3);
            // The columns of the old table must not answer for the new one, nor the other way round.
            old.Search(query);
            var found = taken.Search(query);
            Assert.Equal(Text(built.Search(query)), Text(found));
            Assert.Equal(Text(built.NearMisses(query, 9)), Text(taken.NearMisses(query, 9)));
            var uses = Sites.Find("uses")!;
            Assert.Equal(Text(built.Facets(query, [uses], 5)), Text(taken.Facets(query, [uses], 5)));
            Assert.Equal(Text(built.Questions(query, id => id)), Text(taken.Questions(query, id => id)));
            foreach (var match in found.Matches.Where(match => match.Members is null))
            {
                var profile = taken.Find(match.Id)!;
                var plain = Evaluator.Evaluate(Sites, query.Criteria, profile, query.AsOf, table);
                Assert.Equal(Text(plain), Text(match));
                met += match.Parts[0] is { Gates: not null, Outcome: Outcome.Met } ? 1 : 0;
            }
        }

        Assert.True(met > 200, $"{met} uses were worked out: too few to show anything.");
    }

    [Fact]
    public void Another_table_raises_the_events_of_full_recomputation()
    {
        var turned = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var some = new Some(seed);
            // A hold would keep a space from all demands but one, whatever the gates say.
            List<Profile> profiles = [.. some.Profiles(Sites, 40).Select(profile => profile with { Hold = null })];
            var (first, second) = (SomeTables.Table(some, Some.Today), SomeTables.Table(some, Some.Today));
            var before = IndexSnapshot.Empty(Sites, first).With(profiles, []);
            var after = before.By(second);
            var day = Day(some);
            var standing = new StandingDemands(Sites);
            var demands = Demands(some);
            standing.JudgeBy(first);
            demands.ForEach(standing.Put);

            var changes = standing.ChangesBy(before, after, day);
            standing.JudgeBy(second);

            foreach (var demand in demands)
            {
                var events = changes
                    .Where(change => change.Demand == demand.Id && change.Audience == Audience.Office)
                    .SelectMany(change => change.Transitions)
                    .ToDictionary(transition => transition.Id);
                var (was, now) = (List(before, demand, day), List(after, demand, day));
                foreach (var id in was.Keys.Union(now.Keys).Union(events.Keys))
                {
                    var (old, current) = (was.GetValueOrDefault(id), now.GetValueOrDefault(id));
                    var kind =
                        old is null ? MatchEventKind.Appeared
                        : current is null ? MatchEventKind.Gone
                        : old != current ? MatchEventKind.Changed
                        : (MatchEventKind?)null;
                    Assert.True(kind == events.GetValueOrDefault(id)?.Kind, $"seed {seed}: {demand.Id} {id}");
                    Assert.Equal(
                        kind is null or MatchEventKind.Gone ? null : current,
                        events.GetValueOrDefault(id)?.Match is { } match ? Text(match) : null
                    );
                    turned += kind is null ? 0 : 1;
                }

                // From now on every answer is by the new table.
                Assert.All(
                    profiles,
                    profile =>
                        Assert.Equal(
                            now.GetValueOrDefault(profile.Id),
                            standing.Notified(demand.Id, profile, day) is { } match ? Text(match) : null
                        )
                );
            }
        }

        Assert.True(turned > 500, $"{turned} events: too few to show anything.");
    }

    [Fact]
    public void The_verdicts_that_change_are_those_of_every_use_of_every_space()
    {
        var found = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var some = new Some(seed);
            var profiles = some.Profiles(Sites, 40);
            var (first, second) = (SomeTables.Table(some, Some.Today), SomeTables.Table(some, Some.Today));
            var day = Day(some);
            var changes = IndexSnapshot.Empty(Sites, second).With(profiles, []).UseChangesFrom(first, day);
            var expected =
                from profile in profiles
                from uses in UseReport
                    .Of(profile, day, first)
                    .Uses.Zip(UseReport.Of(profile, day, second).Uses, (before, after) => (before, after))
                where uses.before.Verdict != uses.after.Verdict
                select new UseChange(profile.Id, uses.before.Use, uses.before.Verdict, uses.after.Verdict);
            Assert.Equal(expected.Order(Places), changes.Order(Places));
            found += changes.Count();
        }

        Assert.True(found > 500, $"{found} changes: too few to show anything.");
    }

    private static readonly Comparer<UseChange> Places = Comparer<UseChange>.Create(
        (one, other) => string.CompareOrdinal(one.Space + one.Use, other.Space + other.Use)
    );

    private static List<StandingDemand> Demands(Some some) =>
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i =>
                    some.Demand(Sites, $"d{i}") with
                    {
                        Criteria = [Use(some), .. some.Criteria(Sites).Take(2)],
                        NotifyAbove = some.Int(60),
                        Combine = some.Chance(0.3) ? 3 : null,
                    }
                ),
        ];

    private static Dictionary<string, string> List(IndexSnapshot index, StandingDemand demand, DateOnly day) =>
        index
            .Search(new(demand.Criteria, 10_000, day, Office, Combine: demand.Combine))
            .Matches.Where(demand.Notifies)
            .ToDictionary(match => match.Id, Text);

    private static Criterion Use(Some some)
    {
        var uses = Sites.Find("uses")!.Values;
        return new()
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = Some.Code(uses[some.Int(uses.Length)].Code),
        };
    }

    private static DateOnly Day(Some some) => Some.Today.AddDays(some.Int(8) - 4);

    private static string Text(object answer) => JsonSerializer.Serialize(answer);
}
