using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Facets;

/// <summary>How the profiles of one list are spread over attributes (matching.md section 11).</summary>
/// <param name="AsOf">The day on which expiry was judged.</param>
/// <param name="Count">How many the demand accepts, of those that the caller may see.</param>
/// <param name="Facets">One for each attribute asked for, in that order.</param>
[GenerateSerializer, Immutable]
public sealed record FacetReport(DateOnly AsOf, int Count, ImmutableArray<Facet> Facets);

/// <summary>
/// The profiles of a list by their values of one attribute. In every number, count is of those accepted, and relaxed of
/// those that would be accepted were all criteria on the attribute dropped.
/// </summary>
/// <param name="Min">
/// The least number or first day among the relaxed; null: another kind of attribute, or none is known.
/// </param>
/// <param name="Max">The greatest number or last day among the relaxed; null as <paramref name="Min"/>.</param>
/// <param name="Bins">For numbers and dates, from Min to Max, in order; empty: no value is known. Else null.</param>
/// <param name="Values">For choices, flags (yes, no) and uses: one entry for each code of the list. Else null.</param>
/// <param name="Unknown">Those whose value is unknown; of a use attribute, those that state no use at all.</param>
[GenerateSerializer, Immutable]
public sealed record Facet(
    string Attribute,
    Value? Min,
    Value? Max,
    ImmutableArray<FacetBin>? Bins,
    ImmutableArray<FacetValue>? Values,
    FacetCount Unknown
);

/// <summary>The profiles with a number or day from one edge up to the next.</summary>
/// <param name="From">The first number or day of the bin.</param>
/// <param name="To">Where the next bin begins; the last bin holds its own end too.</param>
[GenerateSerializer, Immutable]
public sealed record FacetBin(Value From, Value To, int Count, int Relaxed);

/// <summary>The profiles with a code; of a use, those that it fits or that need permission for it.</summary>
[GenerateSerializer, Immutable]
public sealed record FacetValue(string Code, int Count, int Relaxed);

/// <param name="Count">How many are accepted.</param>
/// <param name="Relaxed">How many would be, were all criteria on the attribute dropped.</param>
[GenerateSerializer, Immutable]
public sealed record FacetCount(int Count, int Relaxed);
