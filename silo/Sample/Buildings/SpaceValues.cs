using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Buildings;

/// <summary>
/// The stated values of one invented space: plausible for its building's age and kind, and half of them unknown, as in
/// real data.
/// </summary>
internal sealed class SpaceValues(
    BuildingKind kind,
    string zone,
    int floor,
    int onFloor,
    RandomSource random,
    DateOnly today
)
{
    private readonly ImmutableSortedDictionary<string, Value>.Builder _values = ImmutableSortedDictionary.CreateBuilder<
        string,
        Value
    >(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Value> Stated()
    {
        Offer();
        Room();
        Lifts();
        Law();
        Fittings();
        return _values.ToImmutable();
    }

    private void Offer()
    {
        var share = random.Number(0.7m, 1.2m, 0.01m);
        var area = Math.Max(20, (int)(kind.Plate * share / onFloor));
        Put("area", 0.97, area);
        var dearer =
            floor == 0 ? 1.5m
            : area < 100 ? 1.12m
            : 1m;
        Put("rent", 0.75, decimal.Round(kind.Rent * dearer * random.Number(0.9m, 1.1m, 0.01m), 1));
        Put("managementFee", 0.45, random.Number(14m, kind.IsPark ? 60m : 40m, 0.5m));
        if (random.Of(0.6))
            _values["availableFrom"] = new DayValue(today.AddDays(random.Int(-20, 300)));
        Put("leaseMonths", 0.45, 12 * random.Int(2, 8));
        Code(
            "tenure",
            0.8,
            kind.IsPark
                ? random.Pick("lease", "licence")
                : random.Pick("lease", "lease", "lease", "lease", "lease", "sale")
        );
    }

    private void Room()
    {
        Put("floor", 0.95, floor);
        Put(
            "headroom",
            0.7,
            Within(kind.Headroom + (floor == 0 ? 0.8m : 0m) + random.Number(-0.1m, 0.1m, 0.05m), 2.4m)
        );
        Put("columnSpacing", 0.3, kind.Grid);
        var door = kind.Era(1.6m, 1.8m, 2m, 2.4m);
        Put("doorWidth", 0.35, random.Number(door - 0.4m, door + 0.8m, 0.1m));
        Put("doorHeight", 0.35, random.Number(2.1m, Math.Min(3m, kind.Headroom - 0.3m), 0.05m));
        Put("floorLoading", 0.7, decimal.Round(kind.Loading * (floor == 0 ? 1.5m : 1m), 1));
        Put("pointLoad", 0.2, decimal.Round(kind.Loading * random.Number(1.5m, 3.5m, 0.1m), 1));
        Put(
            "power",
            0.6,
            kind.IsPark ? random.Pick(200, 400, 600, 800, 1200) : random.Pick(60, 100, 100, 150, 200, 200, 300, 400)
        );
    }

    private void Lifts()
    {
        Put("goodsLifts", 0.6, kind.Lifts);
        Put("liftCapacity", 0.5, kind.LiftCapacity);
        var length = 2m + (kind.LiftCapacity / 2000m);
        Put("liftCarLength", 0.25, decimal.Round(length, 2));
        Put("liftCarWidth", 0.25, decimal.Round(length * 0.75m, 2));
        Put("liftCarHeight", 0.2, kind.Era(2.2m, 2.3m, 2.5m, 3m));
        Put("liftDoorWidth", 0.25, decimal.Round(length * 0.65m, 2));
        Put("liftDoorHeight", 0.25, kind.Era(2.1m, 2.2m, 2.4m, 2.8m));
        Put("loadingBays", 0.5, kind.Bays);
        Put("vehicleLength", 0.4, kind.Vehicle);
    }

    private void Law()
    {
        Code("kind", 0.95, kind.Kind);
        Code("zone", 0.7, zone);
        Code(
            "leaseUser",
            0.5,
            kind.IsPark ? "special"
                : kind.Kind == "godown" ? "godown"
                : random.Pick("industrialGodown", "industrialGodown", "industrial")
        );
        if (random.Of(0.6))
            _values["uses"] = new UsesValue(SampleUses.Of(kind, zone, random));
    }

    private void Fittings()
    {
        Flag(
            "rampAccess",
            0.45,
            kind is { Year: >= 1990, Kind: "godown" } || (floor == 0 && random.Of(0.7)) ? 1 : 0.03
        );
        Flag("access24h", 0.55, 0.8);
        Flag("airConditioning24h", 0.3, kind.IsPark ? 0.8 : 0.15);
        Flag("cleanRoom", 0.35, kind.Kind == "laboratory" ? 0.4 : 0.04);
        Flag("gas", 0.3, kind.IsPark ? 0.6 : 0.2);
        Flag("wastewater", 0.35, kind.Kind is "laboratory" or "parkFactory" ? 0.8 : 0.25);
        Flag("exhaust", 0.4, kind.Kind is "laboratory" or "parkFactory" ? 0.9 : 0.45);
        Flag("backupPower", 0.35, kind.IsPark ? 0.75 : 0.1);
        Flag("raisedFloor", 0.3, kind.Kind == "office" ? 0.7 : 0.06);
        Flag("sprinklers", 0.6, kind.HasSprinklers ? 1 : 0);
        Flag("dangerousGoodsStore", 0.3, kind.IsPark ? 0.5 : 0.06);
        Flag("dangerousGoodsNeighbour", 0.3, 0.12);
        Flag("vibrationControlled", 0.25, kind is { IsPark: true, Year: > 2012 } ? 0.5 : 0.02);
    }

    private void Put(string code, double known, decimal number)
    {
        if (random.Of(known))
            _values[code] = new NumberValue(number);
    }

    private void Code(string code, double known, string value)
    {
        if (random.Of(known))
            _values[code] = new CodeValue(value);
    }

    private void Flag(string code, double known, double yes)
    {
        var answer = new FlagValue(random.Of(yes));
        if (random.Of(known))
            _values[code] = answer;
    }

    private static decimal Within(decimal number, decimal min) => Math.Max(min, number);
}
