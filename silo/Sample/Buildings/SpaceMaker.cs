using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Buildings;

/// <summary>Fills one building with invented spaces, floor by floor, so that neighbours are adjacent.</summary>
internal sealed class SpaceMaker(Building building, int seed, DateOnly today)
{
    private readonly RandomSource _random = RandomSource.For(seed, building.Id);

    public IEnumerable<Space> Make(int count)
    {
        var kind = new BuildingKind(building, _random);
        var zone = kind.Zone;
        var onFloor = Math.Max(kind.PlannedUnits, (count + kind.Storeys - 1) / kind.Storeys);
        var first = _random.Int(0, Math.Max(0, kind.Storeys - 1 - (count / onFloor)));
        for (var i = 0; i < count; i++)
        {
            var floor = (first + (i / onFloor)) % kind.Storeys;
            yield return Make(new SpaceValues(kind, zone, floor, onFloor, _random, today), floor, (i % onFloor) + 1);
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
            Status = _random.Of(0.7) ? SpaceStatus.Vacant : _random.Pick(SpaceStatus.Held, SpaceStatus.Let),
            Values = stated,
            Facts = stated.ContainsKey("rent") ? RentFact() : null,
            VerifiedOn = Verified(),
            Source = SampleBuildings.InventedSource,
            Public = _random.Of(0.92),
            Sample = true,
        };
    }

    // Some spaces have a more recent day for the rent alone: rents are verified more often than ceilings.
    private ImmutableSortedDictionary<string, Fact>? RentFact() =>
        _random.Of(0.05)
            ? ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "rent",
                new(today.AddDays(-_random.Int(0, 30)), "Invented sample agent")
            )
            : null;

    private DateOnly? Verified() =>
        _random.Of(0.1) ? null : today.AddDays(-(_random.Of(0.6) ? _random.Int(0, 55) : _random.Int(61, 700)));
}
