using System.Collections.Immutable;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions;

/// <summary>What is told of a side before names are, and whether it tells too much. Pure.</summary>
internal static class TeaserRules
{
    /// <summary>A confidential project's teaser must fit at least so many enterprises.</summary>
    public const int MinCandidates = 5;

    /// <summary>Without how near to what it must be, because where somebody wants to be near tells who they are.</summary>
    public static Teaser OfSeeker(Enterprise? enterprise, Demand demand) =>
        new(
            enterprise?.Industry,
            enterprise?.Size,
            [.. demand.Criteria.Where(criterion => criterion.Op is not Op.Within)]
        );

    /// <summary>Capability and not place: nothing by which a profile that is not public could be found on a map.</summary>
    public static Teaser OfCounterpart(ImmutableSortedDictionary<string, Value> values) =>
        new(
            Offers: values
                .Where(value => value.Value is not PointValue)
                .ToImmutableSortedDictionary(StringComparer.Ordinal)
        );

    /// <summary>
    /// How many of these enterprises the teaser fits: those of which nothing known speaks against what it tells. What a project needs is not
    /// held against another, because what an enterprise did not write down yet it may still want.
    /// </summary>
    /// <param name="known">The project itself, and all that are not confidential: others would show in the count.</param>
    public static int Plausible(Teaser teaser, IEnumerable<Enterprise> known) =>
        known.Count(enterprise =>
            (teaser.Industry is null || enterprise.Industry is null || enterprise.Industry == teaser.Industry)
            && (teaser.Size is null || enterprise.Size is null || enterprise.Size == teaser.Size)
        );
}
