using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Silo.Sample.Buildings;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// Invented data beside the real buildings, shared by tests, benchmarks and first use: the same for the same seed, day
/// and size. Everything except the real buildings is marked as a sample.
/// </summary>
public static class SampleData
{
    /// <summary>The seed of <c>--sample</c>.</summary>
    public const int Seed = 20261123;

    /// <summary>The number of spaces of <c>--sample</c> without a number.</summary>
    public const int DefaultSpaces = 400;

    /// <summary>The day that tests and benchmarks use as today.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 23);

    /// <summary>The real buildings in the order of their file, then the invented ones.</summary>
    public static ImmutableArray<Building> Buildings { get; } =
    [.. SampleBuildings.Real, .. SampleBuildings.Campuses, .. SampleBuildings.Invented];

    /// <summary>
    /// Exactly that many spaces, by building; with 100 or more, the sample owner's three buildings have some.
    /// </summary>
    /// <param name="today">The day from which verification and hand-over days are counted.</param>
    public static IEnumerable<Space> Spaces(int seed, int count, DateOnly today)
    {
        var random = RandomSource.For(seed, "spread");
        var buildings = SampleBuildings.Invented.Concat(SampleBuildings.Real.Where(_ => random.Of(0.6))).ToList();
        // Real lists have many landlords with few units and few with many; the invented buildings always get spaces.
        var weights = buildings
            .Select(building =>
                building.Owner == SampleBuildings.FirstOwner ? 12
                : building.Sample ? 6
                : random.Int(1, 5)
            )
            .ToList();
        var total = weights.Sum();
        long assigned = 0,
            sum = 0;
        for (var i = 0; i < buildings.Count; i++)
        {
            sum += weights[i];
            var end = sum * count / total;
            var share = (int)(end - assigned);
            assigned = end;
            var owner = buildings[i].Owner is null ? SampleOwners.OfSpacesIn(i) : null;
            foreach (var space in new SpaceMaker(buildings[i], seed, today).Make(share))
                yield return space with
                {
                    Owner = owner,
                };
        }
    }
}
