using System.Collections.Immutable;
using Matchmaker.Matching.Values;
using Matchmaker.Matching.Visits;
using Xunit;

namespace Matchmaker.Matching.Tests.Visits;

/// <summary>The planner of visits, against all orders tried one by one.</summary>
public sealed class RoutePlannerTests
{
    private static readonly PointValue Middle = new(22.312, 114.219);

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 400)]
    [InlineData(3, 400)]
    [InlineData(4, 300)]
    [InlineData(5, 150)]
    [InlineData(6, 40)]
    [InlineData(7, 12)]
    [InlineData(8, 3)]
    public void The_route_is_the_best_of_all_orders(int stops, int rounds)
    {
        var random = new Random(stops);
        var (found, blocked) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var task = RandomTask(random, stops);
            var (route, expected) = (RoutePlanner.Plan(task), BruteForce.Plan(task));
            Assert.Equal(expected.Route?.Ends, route.Route?.Ends);
            Assert.Equal(expected.Route?.Walked, route.Route?.Walked);
            Assert.Equal(expected.Route?.Legs ?? [], route.Route?.Legs ?? []);
            Assert.Equal(expected.Blocking, route.Blocking);
            _ = route.Route is null ? blocked++ : found++;
        }

        // Both cases were among them, so that the comparison says something of each.
        Assert.True(found > 0, $"{found} found, {blocked} blocked");
        Assert.True(blocked > 0 || stops > 6, $"{found} found, {blocked} blocked");
    }

    [Fact]
    public void Every_stay_is_in_offered_time_and_after_the_walk()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var task = RandomTask(random, random.Next(1, 6));
            if (RoutePlanner.Plan(task).Route is not { } route)
                continue;
            var (now, place) = (task.Window.From, task.Start);
            foreach (var leg in route.Legs)
            {
                var stop = task.Stops[leg.Stop];
                Assert.Equal(place is { } from ? Walking.Minutes(from, stop.Place) : 0, leg.Walk);
                Assert.True(leg.Stay.From >= now + leg.Walk);
                Assert.Equal(stop.Stay, leg.Stay.Minutes);
                Assert.Equal(0, leg.Stay.From % RoutePlanner.Step);
                Assert.Contains(
                    DaySpan.Joined(stop.Free),
                    span => span.From <= leg.Stay.From && leg.Stay.To <= span.To
                );
                (now, place) = (leg.Stay.To, stop.Place);
            }

            Assert.InRange(route.Ends, now, task.Window.To);
            Assert.Equal(task.Stops.Length, route.Legs.Select(leg => leg.Stop).Distinct().Count());
        }
    }

    [Fact]
    public void A_kept_order_is_kept_even_where_another_ends_earlier()
    {
        var task = new RouteTask(
            new(780, 1_080),
            [new(Middle, 30, [new(900, 1_000)]), new(Middle, 30, [new(780, 1_080)])]
        );
        Assert.Equal([1, 0], RoutePlanner.Plan(task).Route!.Legs.Select(leg => leg.Stop));
        var kept = RoutePlanner.Plan(task with { KeepsOrder = true }).Route!;
        Assert.Equal([0, 1], kept.Legs.Select(leg => leg.Stop));
        Assert.Equal(960, kept.Ends);
    }

    [Fact]
    public void Two_stops_that_want_the_same_hour_block_each_other_and_one_is_named()
    {
        var task = new RouteTask(
            new(780, 1_080),
            [new(Middle, 60, [new(780, 1_080)]), new(Middle, 60, [new(840, 900)]), new(Middle, 60, [new(840, 900)])]
        );
        var result = RoutePlanner.Plan(task);
        Assert.Null(result.Route);
        Assert.Equal([1], result.Blocking);
    }

    [Fact]
    public void Eight_stops_without_any_order_are_answered_with_bounded_work()
    {
        // Every beginning fits and no order does: the most work there can be.
        var task = new RouteTask(
            new(0, 479),
            [.. Enumerable.Range(0, 8).Select(_ => new RouteStop(Middle, 60, [new(0, 1_440)]))]
        );
        var result = RoutePlanner.Plan(task);
        Assert.Null(result.Route);
        Assert.Equal([0], result.Blocking);
        Assert.Throws<ArgumentException>(() => RoutePlanner.Plan(task with { Stops = task.Stops.Add(task.Stops[0]) }));
    }

    [Fact]
    public void A_walk_is_the_straight_line_with_its_detour_at_walking_speed()
    {
        var other = new PointValue(22.312, 114.229);
        Assert.Equal(0, Walking.Minutes(Middle, Middle));
        // 1 029 m in a straight line.
        Assert.Equal(17, Walking.Minutes(Middle, other));
        Assert.Equal(Walking.Minutes(Middle, other), Walking.Minutes(other, Middle));
        // 923 m take 14.998 minutes.
        Assert.Equal(923, Walking.MostMetres(15));
    }

    private static RouteTask RandomTask(Random random, int stops) =>
        new(
            new(780, 780 + random.Next(60, 120 + (stops * 60))),
            [.. Enumerable.Range(0, stops).Select(_ => RandomStop(random))],
            random.Next(2) == 0 ? RandomPlace(random) : null,
            random.Next(2) == 0 ? RandomPlace(random) : null,
            random.Next(4) == 0
        );

    private static RouteStop RandomStop(Random random) =>
        new(
            RandomPlace(random),
            random.Next(1, 8) * 5,
            [
                .. Enumerable
                    .Range(0, random.Next(1, 4))
                    .Select(_ => random.Next(720, 900))
                    .Select(from => new DaySpan(from, from + random.Next(10, 500))),
            ]
        );

    // A few places, so that walks tie.
    private static PointValue RandomPlace(Random random) =>
        new(Middle.Lat + (random.Next(4) * 0.004), Middle.Lon + (random.Next(4) * 0.004));

    /// <summary>Tries every order of every subset, minute by minute, without leaving any out.</summary>
    private static class BruteForce
    {
        public static RouteResult Plan(RouteTask task)
        {
            var all = Enumerable.Range(0, task.Stops.Length).ToImmutableArray();
            if (Best(task, all) is { } route)
                return new(route, []);
            var sets = Enumerable
                .Range(1, (1 << all.Length) - 1)
                .Select(bits => all.Where(stop => (bits >> stop & 1) == 1).ToImmutableArray())
                .OrderBy(set => set.Length)
                .ThenBy(set => string.Join(',', set), StringComparer.Ordinal);
            return new(null, sets.First(set => Best(task, [.. all.Except(set)]) is not null));
        }

        private static Route? Best(RouteTask task, ImmutableArray<int> stops) =>
            (task.KeepsOrder ? [stops] : Orders(stops))
                .Select(order => Walk(task, order))
                .OfType<Route>()
                .Where(route => route.Ends <= task.Window.To)
                .OrderBy(route => route.Ends)
                .ThenBy(route => route.Walked)
                .ThenBy(route => string.Join(',', route.Legs.Select(leg => leg.Stop)), StringComparer.Ordinal)
                .FirstOrDefault();

        private static IEnumerable<ImmutableArray<int>> Orders(ImmutableArray<int> stops) =>
            stops.Length == 0
                ?
                [
                    [],
                ]
                : stops.SelectMany(first => Orders(stops.Remove(first)).Select(rest => rest.Insert(0, first)));

        private static Route? Walk(RouteTask task, ImmutableArray<int> order)
        {
            var (now, place, walked, legs) = (task.Window.From, task.Start, 0, new List<RouteLeg>());
            foreach (var at in order)
            {
                var stop = task.Stops[at];
                var walk = place is { } from ? Walking.Minutes(from, stop.Place) : 0;
                var start = now + walk;
                while (start <= task.Window.To && !(start % RoutePlanner.Step == 0 && Fits(task, stop, start)))
                    start++;
                if (start > task.Window.To)
                    return null;
                legs.Add(new(at, walk, new(start, start + stop.Stay)));
                (now, place, walked) = (start + stop.Stay, stop.Place, walked + walk);
            }

            var last = task.End is { } end && place is { } here && legs.Count > 0 ? Walking.Minutes(here, end) : 0;
            return new([.. legs], now + last, walked + last);
        }

        // Each minute of the stay is in some offered time.
        private static bool Fits(RouteTask task, RouteStop stop, int start) =>
            Enumerable
                .Range(start, stop.Stay)
                .All(minute =>
                    task.Window.From <= minute
                    && minute < task.Window.To
                    && stop.Free.Any(span => span.From <= minute && minute < span.To)
                );
    }
}
