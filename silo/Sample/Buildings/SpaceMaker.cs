using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample;

/// <summary>Fills one building with invented spaces, floor by floor, so that neighbours stand side by side.</summary>
internal sealed class SpaceMaker(Building building, int seed, DateOnly today)
{
    private readonly Chance _chance = Chance.For(seed, building.Id);

    public IEnumerable<Space> Make(int count)
    {
        var kind = new BuildingKind(building, _chance);
        var zone = kind.Zone;
        var onFloor = Math.Max(kind.PlannedUnits, (count + kind.Storeys - 1) / kind.Storeys);
        var first = _chance.Int(0, Math.Max(0, kind.Storeys - 1 - (count / onFloor)));
        for (var i = 0; i < count; i++)
        {
            var floor = (first + (i / onFloor)) % kind.Storeys;
            yield return Make(new SpaceValues(kind, zone, floor, onFloor, _chance, today), floor, (i % onFloor) + 1);
        }
    }

    private Space Make(SpaceValues values, int floor, int position)
    {
        var unit =
            floor == 0
                ? $"G{position}"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{floor}{(position <= 26 ? ((char)('A' + position - 1)).ToString() : $"-{position}")}"
                );
        var stated = values.Stated();
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{building.Id}/{floor:00}-{position:00}"),
            Name = new($"Unit {unit}", $"{unit}室", $"{unit}室"),
            Unit = unit,
            Position = position,
            Status = _chance.Of(0.7) ? SpaceStatus.Vacant : _chance.Pick(SpaceStatus.Held, SpaceStatus.Let),
            Values = stated,
            Facts = stated.ContainsKey("rent") ? RentFact() : null,
            VerifiedOn = Verified(),
            Source = SampleBuildings.InventedSource,
            Public = _chance.Of(0.92),
            Sample = true,
        };
    }

    // Because rents are asked about more often than ceilings: some spaces have a younger day for the rent alone.
    private ImmutableSortedDictionary<string, Fact>? RentFact() =>
        _chance.Of(0.05)
            ? ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "rent",
                new(today.AddDays(-_chance.Int(0, 30)), "Invented sample agent")
            )
            : null;

    private DateOnly? Verified() =>
        _chance.Of(0.1) ? null : today.AddDays(-(_chance.Of(0.6) ? _chance.Int(0, 55) : _chance.Int(61, 700)));
}
