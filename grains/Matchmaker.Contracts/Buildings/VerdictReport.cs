using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Buildings;

/// <summary>What the spaces of one building may be used for, on one day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Spaces">Each space that the caller may see, by id.</param>
[GenerateSerializer, Immutable]
public sealed record VerdictReport(DateOnly AsOf, ImmutableArray<SpaceVerdicts> Spaces);

/// <param name="Space">The space's id, such as <c>b1/s1</c>.</param>
/// <param name="Uses">
/// The verdict by use, as stated or as plan, lease and neighbours say; a use that is left out is unknown.
/// </param>
[GenerateSerializer, Immutable]
public sealed record SpaceVerdicts(string Space, ImmutableSortedDictionary<string, UseVerdict> Uses);
