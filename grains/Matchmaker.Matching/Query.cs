using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching;

/// <summary>One query to a board's index.</summary>
/// <param name="Criteria">As <see cref="DemandRules"/> normalised them.</param>
/// <param name="Top">The maximum number of matches to return; at least 0.</param>
/// <param name="AsOf">The day for which staleness and expiry are evaluated.</param>
/// <param name="Words">
/// Words required in a profile's names or addresses. Each element is a set of alternative phrases, one of which must
/// occur; a phrase is a set of tokens (<see cref="Tokens"/>), all of which must occur. Null: no words are required.
/// </param>
/// <param name="Excluded">Criteria of which a profile may meet none; unknown is not met. Null: none.</param>
/// <param name="Order">The order of which the first are returned; null: by score.</param>
/// <param name="Combine">
/// How many adjacent spaces may be taken together (sites, with a must on area), 2 to 6; null: none.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Query(
    ImmutableArray<Criterion> Criteria,
    int Top,
    DateOnly AsOf,
    Viewer Viewer,
    ImmutableArray<ImmutableArray<ImmutableArray<string>>>? Words = null,
    ImmutableArray<Criterion>? Excluded = null,
    ListOrder? Order = null,
    int? Combine = null
);

/// <summary>The part of a caller's identity that decides which profiles are visible.</summary>
/// <param name="Office">Whether the caller is of the brokering office, which sees every profile.</param>
/// <param name="Owner">
/// The party whose own profiles are visible besides the public ones, such as <c>owners/o1</c>; null: none.
/// </param>
/// <param name="Open">
/// Whether public profiles of others are visible; the boards of firms and of needs are restricted.
/// </param>
/// <param name="Demand">
/// The demand whose list it is: what is held for another one is not visible. Null: a demand that is not saved, to which
/// what is held for any is visible for the office alone.
/// </param>
[GenerateSerializer, Immutable]
public readonly record struct Viewer(bool Office, string? Owner, bool Open = true, string? Demand = null)
{
    /// <summary>Whether the profile, or each member of a run, is visible.</summary>
    public bool MaySee(Profile profile) =>
        profile.Members is { } members
            ? members.All(MaySee)
            : MaySee(profile.Hold)
                && (Office || (Open && profile.Public) || (Owner is not null && profile.Owner == Owner));

    /// <summary>Whether a hold (null: none) leaves the profile visible.</summary>
    public bool MaySee(Hold? hold) => hold is null || (Demand is null ? Office : hold.Demand == Demand);
}
