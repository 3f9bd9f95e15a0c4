using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// Invented data beside the real buildings: the same for the same seed, day and size, so that tests, benchmarks and a first look at the
/// system share it. Everything in it but the real buildings is marked as a sample.
/// </summary>
public static class SampleData
{
    /// <summary>The seed of <c>--sample</c>.</summary>
    public const int Seed = 20261123;

    /// <summary>How many spaces <c>--sample</c> makes when it is not told.</summary>
    public const int DefaultSpaces = 400;

    /// <summary>The day that tests and benchmarks take for today.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 23);

    /// <summary>Real ones first, in the order of their file.</summary>
    public static ImmutableArray<Building> Buildings { get; } = [.. SampleBuildings.Real, .. SampleBuildings.Invented];

    /// <summary>Exactly that many spaces, by building; the sample owner's three buildings have some from a hundred on.</summary>
    /// <param name="today">What verification days and hand-over days are counted from.</param>
    public static IEnumerable<Space> Spaces(int seed, int count, DateOnly today)
    {
        var chance = Chance.For(seed, "spread");
        var rooms = SampleBuildings.Invented.Concat(SampleBuildings.Real.Where(_ => chance.Of(0.6))).ToList();
        // Because most landlords of a few units and few of many is how lists look; the invented buildings always have a place in it.
        var weights = rooms
            .Select(building =>
                building.Owner == SampleBuildings.FirstOwner ? 12
                : building.Sample ? 6
                : chance.Int(1, 5)
            )
            .ToList();
        var total = weights.Sum();
        long given = 0,
            sum = 0;
        for (var i = 0; i < rooms.Count; i++)
        {
            sum += weights[i];
            var until = sum * count / total;
            var here = (int)(until - given);
            given = until;
            foreach (var space in new SpaceMaker(rooms[i], seed, today).Make(here))
                yield return space;
        }
    }
}
