using System.Collections.Immutable;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Matching.Values;

/// <summary>An offer as a board sees it: every stated or inherited value with the day of its verification.</summary>
/// <param name="Id">The record's full id, such as <c>b1/s1</c>.</param>
/// <param name="Values">The values by attribute code; a missing code is unknown.</param>
/// <param name="VerifiedOn">The days of verification by attribute code; a value without a day is stale.</param>
/// <param name="Public">
/// Whether parties other than officers and the owner may see it (a space: it and its building).
/// </param>
/// <param name="Owner">The owner, such as <c>owners/o1</c>; null: no party in the system.</param>
/// <param name="Place">The place beside its neighbours (sites only); null: unknown.</param>
/// <param name="Texts">Names and addresses for text search; null: not searchable.</param>
/// <param name="Names">
/// The names and ids, its own and its building's, by which a search finds it before all others; null: none.
/// </param>
/// <param name="Waivers">The waivers of a space and of its building (sites only); null: none.</param>
/// <param name="Hold">For which demand the office holds it (sites only); null: for none.</param>
/// <param name="Members">
/// Of a run of adjacent spaces its members, in order of position; it has no values of its own. Null: a single profile.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Profile(
    string Id,
    ImmutableSortedDictionary<string, Value> Values,
    ImmutableSortedDictionary<string, DateOnly> VerifiedOn,
    bool Public,
    string? Owner,
    Place? Place = null,
    ImmutableArray<string>? Texts = null,
    ImmutableArray<string>? Names = null,
    ImmutableArray<Waiver>? Waivers = null,
    Hold? Hold = null,
    ImmutableArray<Profile>? Members = null
);

/// <summary>While it stands, the profile is on the board for one demand alone (matching.md section 15).</summary>
/// <param name="Demand">The demand's id.</param>
/// <param name="Until">Its last day.</param>
[GenerateSerializer, Immutable]
public sealed record Hold(string Demand, DateOnly Until);

/// <summary>
/// The place of a space in its building. Neighbours have the same group, the same known floor and positions n and n + 1
/// (matching.md section 6).
/// </summary>
/// <param name="Group">The building's id.</param>
/// <param name="Position">The position on the floor.</param>
[GenerateSerializer, Immutable]
public sealed record Place(string Group, int Position);
