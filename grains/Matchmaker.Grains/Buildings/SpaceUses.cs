using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Buildings;

/// <summary>What a space, or a building by itself, may be used for. Pure.</summary>
internal static class SpaceUses
{
    /// <summary>Each use of a space with what it inherits, whether or not it is vacant.</summary>
    public static UseReport Of(Space space, Building building, DateOnly day, GateTable gates)
    {
        var values = building.Values.SetItems(space.Values);
        var days = values
            .Keys.Select(code =>
                (code, Day: (space.Values.ContainsKey(code) ? space : (Listing)building).VerifiedDayOf(code))
            )
            .Where(verified => verified.Day is not null)
            .ToImmutableSortedDictionary(
                verified => verified.code,
                verified => verified.Day!.Value,
                StringComparer.Ordinal
            );
        return UseReport.Of(
            new Profile(space.Id, values, days, Public: false, Owner: null, Waivers: space.WithWaiversOf(building)),
            day,
            gates
        );
    }

    /// <summary>The verdict on each use of a space, without its reasons.</summary>
    public static SpaceVerdicts VerdictsOf(Space space, Building building, DateOnly day, GateTable gates) =>
        new(
            space.Id,
            Of(space, building, day, gates)
                .Uses.Where(use => use.Verdict is not null)
                .ToImmutableSortedDictionary(use => use.Use, use => use.Verdict!.Value, StringComparer.Ordinal)
        );

    /// <summary>Each use of a building, which every space inherits that does not state more.</summary>
    public static UseReport Of(Building building, DateOnly day, GateTable gates) =>
        Of(new Space { Id = building.Id }, building, day, gates);
}
