using System.Collections.Immutable;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions;

/// <summary>The anonymous description of a side, and the check that it does not identify the side. Pure.</summary>
internal static class TeaserRules
{
    /// <summary>A confidential project's teaser must fit at least so many enterprises.</summary>
    public const int MinCandidates = 5;

    /// <summary>Leaves out distances: the place that a seeker wants to be near can identify the seeker.</summary>
    public static Teaser OfSeeker(Enterprise? enterprise, Demand demand) =>
        new(
            enterprise?.Industry,
            enterprise?.Size,
            [.. demand.Criteria.Where(criterion => criterion.Op is not Op.Within)]
        );

    /// <summary>Leaves out places: a hidden profile could be found on a map.</summary>
    public static Teaser OfCounterpart(ImmutableSortedDictionary<string, Value> values) =>
        new(
            Offers: values
                .Where(value => value.Value is not PointValue)
                .ToImmutableSortedDictionary(StringComparer.Ordinal)
        );

    /// <summary>
    /// How many of these enterprises fit the teaser: no known fact of theirs contradicts it. The project's needs
    /// exclude nobody, because an enterprise may want what it has not written down yet.
    /// </summary>
    /// <param name="known">
    /// The project itself and all enterprises that are not confidential: the count would reveal others.
    /// </param>
    public static int Plausible(Teaser teaser, IEnumerable<Enterprise> known) =>
        known.Count(enterprise =>
            (teaser.Industry is null || enterprise.Industry is null || enterprise.Industry == teaser.Industry)
            && (teaser.Size is null || enterprise.Size is null || enterprise.Size == teaser.Size)
        );
}
