using System.Collections.Immutable;

namespace Matchmaker.Matching.Values;

/// <summary>What is on offer, as a board sees it: every stated or inherited value with the day on which it was verified.</summary>
/// <param name="Id">The record's full id, such as <c>b1/s1</c>.</param>
/// <param name="Values">By attribute code; an absent code is unknown.</param>
/// <param name="VerifiedOn">By attribute code; an attribute with a value and no day here is stale.</param>
/// <param name="Public">Whether others than officers and the owner may see it (for a space: it and its building).</param>
/// <param name="Owner">Who owns it, such as <c>owners/o1</c>; null: nobody in the system.</param>
/// <param name="Place">Where it stands beside others (sites only); null where that is not known.</param>
/// <param name="Texts">Names and addresses, in which words are looked for; null: no word finds it.</param>
[GenerateSerializer, Immutable]
public sealed record Profile(
    string Id,
    ImmutableSortedDictionary<string, Value> Values,
    ImmutableSortedDictionary<string, DateOnly> VerifiedOn,
    bool Public,
    string? Owner,
    Place? Place = null,
    ImmutableArray<string>? Texts = null
);

/// <summary>Neighbours have the same group, the same known floor and positions n and n + 1 (matching.md section 6).</summary>
/// <param name="Group">The building's id.</param>
/// <param name="Position">The place on the floor.</param>
[GenerateSerializer, Immutable]
public sealed record Place(string Group, int Position);
