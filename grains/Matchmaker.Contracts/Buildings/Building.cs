using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Buildings;

/// <summary>A building or campus with the facts that its spaces inherit.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Building : Listing
{
    /// <summary>
    /// The waivers of the lease's user clause that hold for the whole building; they count for each of its spaces,
    /// beside the space's own. Null: none.
    /// </summary>
    public ImmutableArray<Waiver>? Waivers { get; init; }
}

/// <summary>One unit or floor of a building: a profile of the board <c>sites</c>.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Space : Listing
{
    /// <summary>Its name in the building, such as <c>12A</c>; null: not told.</summary>
    public string? Unit { get; init; }

    /// <summary>Its place on the floor: neighbours have positions n and n + 1; null: not known.</summary>
    public int? Position { get; init; }

    public SpaceStatus Status { get; init; } = SpaceStatus.Vacant;

    /// <summary>
    /// The waivers of the lease's user clause for this space alone; its building's count beside them. Null: none.
    /// </summary>
    public ImmutableArray<Waiver>? Waivers { get; init; }

    /// <summary>
    /// The office's hold on it, which makes it <see cref="SpaceStatus.Held"/>; in the store the day alone. Null: none,
    /// or not for the reader to know. Read-only: ignored in a request.
    /// </summary>
    public SpaceHold? Hold { get; init; }

    /// <summary>The values of its building that it does not state itself. Read-only: ignored in a request.</summary>
    public ImmutableSortedDictionary<string, Value>? Inherited { get; init; }

    /// <summary>The space's own waivers and its building's; null: none.</summary>
    public ImmutableArray<Waiver>? WithWaiversOf(Building building) =>
        (Waivers, building.Waivers) switch
        {
            (null, var waivers) => waivers,
            (var waivers, null) => waivers,
            ({ } own, { } whole) => own.AddRange(whole),
        };

    /// <summary>Without its hold: what each reader knows of that is added by <see cref="Held"/>.</summary>
    public override Record For(Caller caller) => Hold is null ? this : this with { Hold = null };

    /// <summary>While the office's hold stands.</summary>
    public Space Held(SpaceHold? hold) =>
        this with
        {
            Status = Status is SpaceStatus.Vacant ? SpaceStatus.Held : Status,
            Hold = hold,
        };

    /// <summary>After the office's hold; without one it is as it was.</summary>
    public Space Released() =>
        Hold is null
            ? this
            : this with
            {
                Status = Status is SpaceStatus.Held ? SpaceStatus.Vacant : Status,
                Hold = null,
            };

    /// <summary>This space with the values that it does not state itself; uses are inherited as a whole.</summary>
    public Space Inheriting(Building building) => this with { Inherited = building.Values.RemoveRange(Values.Keys) };
}
