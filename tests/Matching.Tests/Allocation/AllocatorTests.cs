using System.Collections.Immutable;
using System.Diagnostics;
using Matchmaker.Matching.Allocation;
using Xunit;

namespace Matchmaker.Matching.Tests.Allocation;

/// <summary>Section 10 of matching.md, against every way to give spaces to demands.</summary>
public sealed class AllocatorTests
{
    private const int Rounds = 3_000;

    [Fact]
    public void The_allocation_is_the_best_of_all()
    {
        var chance = new Random(20261129);
        for (var round = 0; round < Rounds; round++)
        {
            // Few distinct scores and few spaces: most rounds have ties, and many have somebody left over.
            var demands = Demands(chance, chance.Next(1, 8), chance.Next(1, 8), chance.Next(1, 4));
            var best = Best(demands);

            var report = Allocator.Allocate(demands);

            var given = report.Placed.ToDictionary(placed => placed.Demand, placed => placed.Space);
            Assert.Equal(
                best.Spaces,
                demands.Select(demand => given.GetValueOrDefault(demand.Demand, Choice.Nowhere)).ToArray()
            );
            Check(demands, report);
        }
    }

    [Fact]
    public void Three_projects_that_want_the_same_two_floors_are_told_so()
    {
        var report = Allocator.Allocate([
            new("c", [Space("p", 90), Space("q", 10)]),
            new("a", [Space("p", 80), Space("q", 70)]),
            new("b", [Space("q", 60)]),
            new("d", [Space("r", 5)]),
        ]);

        Assert.Equal([new("a", "q", 70), new("c", "p", 90), new("d", "r", 5)], report.Placed);
        Assert.Equal(["b"], report.Unplaced);
        Assert.Equal(["a", "b", "c"], report.Witness!.Demands);
        Assert.Equal(["p", "q"], report.Witness.Spaces);
    }

    [Fact]
    public void More_placed_demands_count_before_any_score()
    {
        var report = Allocator.Allocate([new("a", [Space("p", 100), Space("q", 0)]), new("b", [Space("p", 0)])]);

        Assert.Equal([new("a", "q", 0), new("b", "p", 0)], report.Placed);
        Assert.Null(report.Witness);
    }

    [Fact]
    public void A_demand_that_accepts_nothing_is_its_own_witness()
    {
        var report = Allocator.Allocate([new("a", []), new("b", [Space("p", 1)])]);

        Assert.Equal(["a"], report.Unplaced);
        Assert.Equal(["a"], report.Witness!.Demands);
        Assert.Empty(report.Witness.Spaces);
    }

    [Theory]
    [InlineData(10_000, 1_000_000)]
    [InlineData(10_000, 1)] // all alike: every space is as good as another
    [InlineData(700, 1_000_000)] // too few for all
    public void A_thousand_demands_are_placed(int spaces, int scores)
    {
        var demands = Demands(new(7), 1_000, spaces, scores, 50);
        Allocator.Allocate(demands);
        var start = Stopwatch.GetTimestamp();
        var report = Allocator.Allocate(demands);
        var time = Stopwatch.GetElapsedTime(start);

        Check(demands, report);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"1 000 demands, {spaces} spaces: {report.Placed.Length} placed in {time.TotalMilliseconds:0} ms"
        );
    }

    private static AcceptedSpace Space(string id, int score) => new(id, score, score * 10_000);

    private static List<Acceptance> Demands(Random chance, int count, int spaces, int scores, int? most = null) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(demand => new Acceptance(
                    $"d{demand:0000}",
                    [
                        .. Enumerable
                            .Range(0, chance.Next(0, Math.Min(spaces, most ?? spaces) + 1))
                            .Select(_ => chance.Next(spaces))
                            .Distinct()
                            .Select(space => (space, score: chance.Next(scores) * (1_000_000 / scores)))
                            .Select(pair => new AcceptedSpace(
                                $"s{pair.space:00000}",
                                pair.score / 10_000.0,
                                pair.score
                            )),
                    ]
                )),
        ];

    /// <summary>What holds of every answer, checked without the way it was found.</summary>
    private static void Check(List<Acceptance> demands, AllocationReport report)
    {
        var accepts = demands.ToDictionary(
            demand => demand.Demand,
            demand => demand.Spaces.Select(space => space.Id).ToHashSet()
        );
        Assert.All(report.Placed, placed => Assert.Contains(placed.Space, accepts[placed.Demand]));
        Assert.Equal(report.Placed.Length, report.Placed.DistinctBy(placed => placed.Space).Count());
        Assert.Equal(
            demands.Select(demand => demand.Demand),
            report.Placed.Select(placed => placed.Demand).Concat(report.Unplaced).Order(StringComparer.Ordinal)
        );
        Assert.Equal(report.Unplaced.IsEmpty, report.Witness is null);
        if (report.Witness is not { } witness)
            return;
        Assert.Equal(
            witness.Demands.SelectMany(demand => accepts[demand]).Distinct().Order(StringComparer.Ordinal),
            witness.Spaces
        );
        Assert.True(witness.Spaces.Length < witness.Demands.Length);
    }

    private static Choice Best(List<Acceptance> demands)
    {
        var best = new Choice(-1, 0, []);
        Try(0, 0, 0, []);
        return best;

        void Try(int at, int placed, long sum, ImmutableList<string> spaces)
        {
            if (at == demands.Count)
            {
                var choice = new Choice(placed, sum, [.. spaces]);
                if (choice.CompareTo(best) > 0)
                    best = choice;
                return;
            }

            foreach (var space in demands[at].Spaces.Where(space => !spaces.Contains(space.Id)))
                Try(at + 1, placed + 1, sum + space.Millionths, spaces.Add(space.Id));
            Try(at + 1, placed, sum, spaces.Add(Choice.Nowhere));
        }
    }

    private sealed record Choice(int Placed, long Sum, string[] Spaces)
    {
        /// <summary>Sorts behind every space.</summary>
        public const string Nowhere = "~";

        public int CompareTo(Choice other)
        {
            var better = (Placed, Sum).CompareTo((other.Placed, other.Sum));
            return better != 0
                ? better
                : other.Spaces.Zip(Spaces, string.CompareOrdinal).FirstOrDefault(difference => difference != 0);
        }
    }
}
