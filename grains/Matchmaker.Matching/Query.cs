using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching;

/// <summary>One question to a board's catalogue.</summary>
/// <param name="Criteria">As <see cref="DemandRules"/> normalised them.</param>
/// <param name="Top">How many matches to return at most; at least 0.</param>
/// <param name="AsOf">The day on which staleness and expiry are judged.</param>
/// <param name="Words">
/// What must stand in a profile's names or addresses: each element is a set of alternative phrases of which one must, a phrase the words
/// (<see cref="Tokens"/>) that must all be there. Null: anything.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Query(
    ImmutableArray<Criterion> Criteria,
    int Top,
    DateOnly AsOf,
    Viewer Viewer,
    ImmutableArray<ImmutableArray<ImmutableArray<string>>>? Words = null
);

/// <summary>Who looks, as far as it decides which profiles show.</summary>
/// <param name="Office">The brokering office sees every profile.</param>
/// <param name="Owner">The party whose own profiles show besides the public ones, such as <c>owners/o1</c>; null: nobody's.</param>
/// <param name="Open">Whether others' public profiles show: the boards of firms and of needs are not open to everybody.</param>
[GenerateSerializer, Immutable]
public readonly record struct Viewer(bool Office, string? Owner, bool Open = true)
{
    public bool MaySee(Profile profile) =>
        Office || (Open && profile.Public) || (Owner is not null && profile.Owner == Owner);
}
