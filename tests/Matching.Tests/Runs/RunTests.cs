using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Runs;

/// <summary>Runs of spaces in lists, against a search of every set of spaces (matching.md section 6).</summary>
public class RunTests
{
    private const int Rounds = 1000;

    [Fact]
    public void A_list_holds_the_minimal_runs_among_the_single_spaces()
    {
        var runs = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (some, spaces, query) = Some(seed);
            var found = IndexSnapshot.Empty(BoardTable.Sites).With(spaces, []).Search(query);
            var expected = RunOracle.List(query.Criteria, query.Combine, Seen(query, spaces), query.AsOf);

            Assert.True(expected.Count == found.Count, $"seed {seed}: {found.Count} for {expected.Count}");
            Assert.True(
                expected.Take(query.Top).Select(opinion => opinion.Profile.Id).SequenceEqual(Ids(found.Matches)),
                $"seed {seed}: order"
            );
            foreach (var (opinion, match) in expected.Zip(found.Matches))
            {
                OracleTests.AssertSame(opinion, match, seed);
                Assert.Equal(match.Id.Contains('+') ? match.Id.Split('+') : null, match.Members?.AsEnumerable());
            }

            runs += expected.Count(opinion => opinion.Profile.Id.Contains('+'));
        }

        Assert.True(runs > Rounds / 2, $"{runs} runs: they are too rare.");
    }

    [Fact]
    public void A_run_is_found_by_its_id_if_it_is_in_the_list()
    {
        for (var seed = 0; seed < Rounds / 5; seed++)
        {
            var (some, spaces, query) = Some(seed);
            var index = IndexSnapshot.Empty(BoardTable.Sites).With(spaces, []);
            var list = index.Search(query with { Top = 500 }).Matches;
            Assert.All(list, match => Assert.Equal(match, index.Match(query, match.Id)));
            for (var round = 0; round < 20; round++)
            {
                var id = string.Join(
                    '+',
                    Enumerable.Range(0, 2 + some.Int(6)).Select(_ => spaces[some.Int(spaces.Count)].Id)
                );
                Assert.Equal(list.SingleOrDefault(match => match.Id == id), index.Match(query, id));
            }

            Assert.Null(index.Match(query, "+"));
            Assert.Null(index.Match(query, $"{spaces[0].Id}+nothing"));
        }
    }

    [Fact]
    public void A_list_in_any_order_begins_as_the_oracles_does()
    {
        string[] orders = ["area", "-area", "rent", "-availableFrom", "headroom", "-liftCapacity", "stationDistance"];
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (some, spaces, given) = Some(seed);
            var order = orders[some.Int(orders.Length)];
            var query = given with { Order = ListOrder.Parse(order, BoardTable.Sites).Value };
            var attribute = BoardTable.Sites.Find(order.TrimStart('-'))!;
            var sign = order.StartsWith('-') ? -1 : 1;
            var seen = Seen(query, spaces);
            var members = RunOracle
                .Of(query.Criteria, query.Combine, seen, query.AsOf)
                .ToDictionary(run => run.Opinion.Profile.Id, run => run.Members);
            var first = query.Criteria.FirstOrDefault(criterion => criterion.Attribute == attribute.Code);
            var expected = RunOracle
                .List(query.Criteria, query.Combine, seen, query.AsOf)
                .Select(opinion =>
                    (
                        Opinion: opinion,
                        Value: members.TryGetValue(opinion.Profile.Id, out var run)
                            ? RunOracle.ValueOf(attribute, first, run)
                            : opinion.Profile.Values.GetValueOrDefault(attribute.Code)
                    )
                )
                .OrderBy(pair => pair.Value is null)
                .ThenBy(pair => pair.Value is null ? 0 : sign * Tests.Some.Key(pair.Value))
                .ThenByDescending(pair => pair.Opinion.Points)
                .ThenBy(pair => pair.Opinion.Profile.Id, StringComparer.Ordinal)
                .Select(pair => pair.Opinion.Profile.Id);
            Assert.True(
                expected
                    .Take(query.Top)
                    .SequenceEqual(Ids(IndexSnapshot.Empty(BoardTable.Sites).With(spaces, []).Search(query).Matches)),
                $"seed {seed}: {order}"
            );
        }
    }

    [Fact]
    public void Near_misses_and_relaxations_count_the_runs_that_a_dropped_must_would_admit()
    {
        var runs = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (some, spaces, query) = Some(seed);
            var seen = Seen(query, spaces);
            var report = IndexSnapshot.Empty(BoardTable.Sites).With(spaces, []).NearMisses(query, top: 7);
            var listed = Listed(query, query.Criteria, seen).ToHashSet();
            for (var at = 0; at < query.Criteria.Length; at++)
            {
                var dropped = query.Criteria.RemoveAt(at);
                var kept = Oracle.Ordered(
                    seen.Select(space => RunOracle.Opinion(query.Criteria, [space], query.AsOf))
                        .Concat(
                            RunOracle
                                .Of(dropped, query.Combine, seen, query.AsOf)
                                .Select(run => RunOracle.Opinion(query.Criteria, run.Members, query.AsOf))
                        )
                        .Where(opinion =>
                            opinion.Unmet == 1 && opinion.Lines[at] is { Must: true, Outcome: Outcome.Unmet }
                        )
                );
                var line = report.NearMisses.SingleOrDefault(miss => miss.Criterion == at);
                Assert.True(kept.Count == (line?.Count ?? 0), $"seed {seed}: {at}");
                foreach (var (opinion, match) in kept.Zip(line?.Matches ?? []))
                    OracleTests.AssertSame(opinion, match, seed);
                runs += kept.Count(opinion => opinion.Profile.Id.Contains('+'));
                AssertRelaxation(
                    query,
                    report.Relaxations.SingleOrDefault(one => one.Criterion == at),
                    at,
                    seen,
                    listed,
                    seed
                );
            }
        }

        Assert.True(runs > Rounds / 5, $"{runs} runs: they are too rare.");
    }

    [Theory]
    [InlineData("area", null, 12.0)]
    [InlineData("rent", null, 156.7)]
    [InlineData("headroom", "atLeast", 3.0)]
    [InlineData("headroom", "atMost", 4.0)]
    [InlineData("leaseMonths", null, 24.0)]
    public void A_run_has_the_sum_the_mean_by_area_and_the_worst_for_each_criterion(
        string attribute,
        string? op,
        double actual
    )
    {
        var limit = Tests.Some.Number(op is null ? 0 : 100);
        var criteria = DemandRules
            .Check(
                BoardTable.Sites,
                [
                    new()
                    {
                        Attribute = "area",
                        Op = Op.AtLeast,
                        Limit = Tests.Some.Number(12),
                    },
                    new()
                    {
                        Attribute = attribute,
                        Op = op == "atMost" ? Op.AtMost : Op.AtLeast,
                        Strength = Strength.Prefer,
                        Limit = attribute == "headroom" ? Tests.Some.Number(3.5m) : Tests.Some.Number(5),
                    },
                ],
                "criteria"
            )
            .Value;
        var index = IndexSnapshot
            .Empty(BoardTable.Sites)
            .With([Unit("s1", 1, 8, 150, 4, limit), Unit("s2", 2, 4, 170.1m, 3, limit)], []);
        var found = Assert.Single(
            index.Search(new(criteria, 20, Tests.Some.Today, new(true, null), Combine: 2)).Matches
        );

        Assert.Equal("b1/s1+b1/s2", found.Id);
        Assert.Equal(["b1/s1", "b1/s2"], found.Members!.Value);
        Assert.Equal(Tests.Some.Number((decimal)actual), found.Parts[1].Actual);
    }

    private static Profile Unit(string id, int position, decimal area, decimal rent, decimal headroom, Value _) =>
        Tests.Some.Profile(
            $"b1/{id}",
            ("area", Tests.Some.Number(area)),
            ("rent", Tests.Some.Number(rent)),
            ("floor", Tests.Some.Number(7)),
            ("headroom", Tests.Some.Number(headroom)),
            ("leaseMonths", Tests.Some.Number(24))
        ) with
        {
            Place = new("b1", position),
        };

    private static void AssertRelaxation(
        Query query,
        Relaxation? relaxation,
        int at,
        List<Profile> seen,
        HashSet<string> listed,
        int seed
    )
    {
        var criterion = query.Criteria[at];
        var admitted = Listed(query, query.Criteria.RemoveAt(at), seen).Where(id => !listed.Contains(id)).ToHashSet();
        var isProposed = criterion is { Strength: Strength.Must, Fixed: false } && admitted.Count > 0;
        Assert.True(isProposed == (relaxation is not null), $"seed {seed}: {at}");
        if (relaxation is null)
            return;
        Assert.True(admitted.Count == relaxation.Count, $"seed {seed}: {at}, {relaxation.Count} for {admitted.Count}");
        foreach (var limit in relaxation.Limits ?? [])
        {
            Assert.True(Admitted(limit.Limit) >= limit.Admits, $"seed {seed}: {at}, {limit}");
            if (criterion.Op is Op.Within || limit.Limit is not NumberValue number)
                continue;
            var step = BoardTable.Sites.Find(criterion.Attribute)!.Step!.Value;
            var nearer = number.Number + (criterion.Op is Op.AtLeast ? step : -step);
            if (nearer != Tests.Some.Key(criterion.Limit!))
                Assert.True(
                    Admitted(new NumberValue(nearer)) < limit.Admits,
                    $"seed {seed}: {at}, {limit} is not nearest"
                );
        }

        int Admitted(Value limit) =>
            Listed(query, query.Criteria.SetItem(at, criterion with { Limit = limit, Ideal = null }), seen)
                .Count(admitted.Contains);
    }

    private static IEnumerable<string> Listed(Query query, ImmutableArray<Criterion> criteria, List<Profile> seen) =>
        RunOracle.List(criteria, query.Combine, seen, query.AsOf).Select(opinion => opinion.Profile.Id);

    private static (Some Some, List<Profile> Spaces, Query Query) Some(int seed)
    {
        var some = new Some(seed);
        var spaces = SomeFloors.Spaces(some, 4 + some.Int(30));
        return (
            some,
            spaces,
            new(
                SomeFloors.Criteria(some),
                some.Int(30),
                Tests.Some.Today,
                some.Viewer() with
                {
                    Open = some.Chance(0.9),
                },
                Combine: some.Chance(0.1) ? null : 2 + some.Int(5)
            )
        );
    }

    private static List<Profile> Seen(Query query, List<Profile> spaces) => [.. spaces.Where(query.Viewer.MaySee)];

    private static IEnumerable<string> Ids(IEnumerable<Match> matches) => matches.Select(match => match.Id);
}
