using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Buildings;

/// <summary>How spaces of one building are called in introductions. Pure.</summary>
internal static class SpaceNames
{
    /// <summary>The names of units and building, in each language's own order; null: neither has one.</summary>
    public static LocalText? Of(IReadOnlyList<Space> spaces, Building building)
    {
        var unit = Together([.. spaces.Select(Of).OfType<LocalText>()]);
        if (unit is null || building.Name is not { } name)
            return unit ?? building.Name;
        var (anyUnit, anyName) = (unit.All.First(), name.All.First());
        return unit.Plain is not null && name.Plain is not null
            ? new(Plain: $"{anyUnit}, {anyName}")
            : new(
                $"{unit.En ?? anyUnit}, {name.En ?? anyName}",
                $"{name.ZhHant ?? anyName} {unit.ZhHant ?? anyUnit}",
                $"{name.ZhHans ?? anyName} {unit.ZhHans ?? anyUnit}"
            );
    }

    private static LocalText? Of(Space space) =>
        space.Name ?? (space.Unit is { } number ? new LocalText(Plain: number) : null);

    private static LocalText? Together(IReadOnlyList<LocalText> units)
    {
        if (units.Count < 2)
            return units.Count == 0 ? null : units[0];
        return units.All(unit => unit.Plain is not null)
            ? new(Plain: Joined(unit => unit.Plain))
            : new(Joined(unit => unit.En), Joined(unit => unit.ZhHant), Joined(unit => unit.ZhHans));

        string Joined(Func<LocalText, string?> of) =>
            string.Join(" + ", units.Select(unit => of(unit) ?? unit.All.First()));
    }
}
