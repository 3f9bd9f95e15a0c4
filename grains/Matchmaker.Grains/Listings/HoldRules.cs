using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Listings;

/// <summary>The rules of holds. Pure.</summary>
internal static class HoldRules
{
    /// <summary>How many days ahead the last day may be.</summary>
    public const int MaxDays = 30;

    /// <summary>Refuses a hold that may not be made.</summary>
    /// <param name="hold">The space's present hold; null: none.</param>
    /// <exception cref="InvalidException">The day is over or too far ahead.</exception>
    /// <exception cref="ConflictException">The space is not vacant, or another officer holds it.</exception>
    public static void Check(Caller caller, Space space, KnownHold? hold, DateOnly until, DateOnly today)
    {
        if (until < today || until > today.AddDays(MaxDays))
            throw new InvalidException(
                new FieldError("until", "outOfRange", $"{today:yyyy-MM-dd}", $"{today.AddDays(MaxDays):yyyy-MM-dd}", "")
            );
        if (hold is not null && hold.Stands(today) && hold.Hold.Record.By != caller.Email)
            throw new ConflictException(
                hold.IsKnownTo(caller)
                    ? new("", "heldUntil", $"{hold.Hold.Record.Until:yyyy-MM-dd}")
                    : new FieldError("", "held")
            );
        if (space.Released().Status is not SpaceStatus.Vacant)
            throw new ConflictException(new("", "notVacant"));
    }

    /// <summary>
    /// A space as the caller reads it on that day: its status, and as much of its hold as they may know.
    /// </summary>
    /// <param name="space">As it is stored.</param>
    /// <param name="visibility">The space's.</param>
    /// <param name="hold">Null: there is none.</param>
    public static Space Shown(Space space, Visibility visibility, KnownHold? hold, Caller caller, DateOnly today) =>
        space.Hold is null ? space
        : hold is not null && hold.Stands(today) ? space.Held(hold.View.For(caller, visibility, hold.Demand!))
        : space.Released();

    /// <summary>
    /// The state that a body gives to a space: only the office makes and ends a hold, so a body that was read while one
    /// stands says <c>held</c> and means vacant.
    /// </summary>
    /// <param name="before">Null: the space is new.</param>
    public static Space Kept(Space body, Space? before) =>
        before?.Hold is not { } hold ? body with { Hold = null }
        : body.Status is SpaceStatus.Let ? body with { Hold = hold }
        : (body with { Status = SpaceStatus.Vacant }).Held(hold);
}
