using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// What is typical of a building's age and kind: the ranges that the spaces in it are drawn from. Floor loads, headroom, lifts and power of
/// flatted factories follow what is generally known of Hong Kong's stock; they are invented for each building, never facts about it.
/// </summary>
internal sealed class BuildingKind
{
    private readonly Chance _chance;

    public BuildingKind(Building building, Chance chance)
    {
        _chance = chance;
        Kind =
            (building.Values.GetValueOrDefault("kind") as CodeValue)?.Code
            ?? chance.Pick("flattedFactory", "flattedFactory", "flattedFactory", "industrialOffice", "godown");
        District = (building.Values.GetValueOrDefault("district") as CodeValue)?.Code ?? "kwunTong";
        Year = Number(building, "yearCompleted") ?? chance.Pick(1965, 1972, 1976, 1979, 1981, 1984, 1987, 1992, 1996);
        Storeys =
            Number(building, "storeys")
            ?? chance.Int(
                Year < 1970 ? 5 : 9,
                Year < 1970 ? 9
                    : Year < 2000 ? 20
                    : 28
            );
        IsPark = District is "sciencePark" or "cyberport" or "hetao";
        Loading = IsPark
            ? chance.Number(7.5m, Kind == "parkFactory" ? 20m : 12m, 0.5m)
            : chance.Number(Era(3.6m, 5m, 7.5m, 10m), Era(5m, 7.5m, 12m, 15m), 0.1m);
        Headroom =
            Kind == "office"
                ? chance.Number(2.6m, 3.2m, 0.05m)
                : chance.Number(Era(3m, 3.2m, 3.8m, 4.5m), Era(3.8m, 4.3m, 5.2m, 6m), 0.05m);
        Grid = chance.Number(Era(4.5m, 5m, 6m, 8m), Era(6m, 7.5m, 9m, 12m), 0.1m);
        Lifts = chance.Int(1, Math.Max(2, Storeys / 4));
        LiftCapacity = chance.Number(Era(1000m, 1500m, 2000m, 3000m), Era(2000m, 3000m, 4000m, 5000m), 500m);
        Bays = chance.Int(1, Year < 1970 ? 3 : 12);
        Vehicle = Year < 1975 ? chance.Pick(5.5m, 7m, 9m) : chance.Pick(7m, 9m, 11m, 12m, 16m);
        Rent = IsPark
            ? chance.Number(210m, 330m, 1m)
            : chance.Number(Era(105m, 125m, 160m, 220m), Era(170m, 215m, 265m, 330m), 1m);
        Plate = chance.Int(IsPark ? 1200 : 500, Year < 1970 ? 1200 : 2600);
        PlannedUnits = chance.Int(2, 8);
        HasSprinklers = chance.Of(Year >= 1987 || IsPark ? 0.95 : 0.5);
    }

    public string Kind { get; }

    public string District { get; }

    public int Year { get; }

    public int Storeys { get; }

    /// <summary>Whether it stands in a technology park, not among Kowloon East's factories.</summary>
    public bool IsPark { get; }

    /// <summary>Floor loading of its upper floors, in kPa.</summary>
    public decimal Loading { get; }

    /// <summary>Clear headroom of its upper floors, in metres.</summary>
    public decimal Headroom { get; }

    /// <summary>Column spacing, in metres.</summary>
    public decimal Grid { get; }

    public int Lifts { get; }

    /// <summary>Of the largest goods lift, in kg.</summary>
    public decimal LiftCapacity { get; }

    public int Bays { get; }

    /// <summary>The longest vehicle at its bays, in metres.</summary>
    public decimal Vehicle { get; }

    /// <summary>The usual asking rent, in HK$ a square metre and month.</summary>
    public decimal Rent { get; }

    /// <summary>A whole floor, in square metres.</summary>
    public int Plate { get; }

    /// <summary>How many units share a floor, unless more must find room.</summary>
    public int PlannedUnits { get; }

    public bool HasSprinklers { get; }

    public string Zone =>
        IsPark
            ? "OU"
            : District switch
            {
                "yauTong" => _chance.Pick("R(E)", "CDA"),
                _ => _chance.Pick("OU(B)", "OU(B)", "OU(B)", "I"),
            };

    public T Era<T>(T sixties, T eighties, T nineties, T recent) =>
        Year < 1970 ? sixties
        : Year < 1989 ? eighties
        : Year < 2008 ? nineties
        : recent;

    private static int? Number(Building building, string code) =>
        building.Values.GetValueOrDefault(code) is NumberValue number ? (int)number.Number : null;
}
