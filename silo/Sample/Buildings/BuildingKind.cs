using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Buildings;

/// <summary>
/// The ranges from which a building's spaces are drawn, typical of its age and kind. Floor loads, headroom, lifts and
/// power follow general knowledge of Hong Kong's flatted factories; the values are invented, never facts about the
/// building.
/// </summary>
internal sealed class BuildingKind
{
    private readonly RandomSource _random;

    public BuildingKind(Building building, RandomSource random)
    {
        _random = random;
        Kind =
            (building.Values.GetValueOrDefault("kind") as CodeValue)?.Code
            ?? random.Pick("flattedFactory", "flattedFactory", "flattedFactory", "industrialOffice", "godown");
        District = (building.Values.GetValueOrDefault("district") as CodeValue)?.Code ?? "kwunTong";
        Year = Number(building, "yearCompleted") ?? random.Pick(1965, 1972, 1976, 1979, 1981, 1984, 1987, 1992, 1996);
        Storeys =
            Number(building, "storeys")
            ?? random.Int(
                Year < 1970 ? 5 : 9,
                Year < 1970 ? 9
                    : Year < 2000 ? 20
                    : 28
            );
        IsPark = District is "sciencePark" or "cyberport" or "hetao";
        Loading = IsPark
            ? random.Number(7.5m, Kind == "parkFactory" ? 20m : 12m, 0.5m)
            : random.Number(Era(3.6m, 5m, 7.5m, 10m), Era(5m, 7.5m, 12m, 15m), 0.1m);
        Headroom =
            Kind == "office"
                ? random.Number(2.6m, 3.2m, 0.05m)
                : random.Number(Era(3m, 3.2m, 3.8m, 4.5m), Era(3.8m, 4.3m, 5.2m, 6m), 0.05m);
        Grid = random.Number(Era(4.5m, 5m, 6m, 8m), Era(6m, 7.5m, 9m, 12m), 0.1m);
        Lifts = random.Int(1, Math.Max(2, Storeys / 4));
        LiftCapacity = random.Number(Era(1000m, 1500m, 2000m, 3000m), Era(2000m, 3000m, 4000m, 5000m), 500m);
        Bays = random.Int(1, Year < 1970 ? 3 : 12);
        Vehicle = Year < 1975 ? random.Pick(5.5m, 7m, 9m) : random.Pick(7m, 9m, 11m, 12m, 16m);
        Rent = IsPark
            ? random.Number(210m, 330m, 1m)
            : random.Number(Era(105m, 125m, 160m, 220m), Era(170m, 215m, 265m, 330m), 1m);
        Plate = random.Int(IsPark ? 1200 : 500, Year < 1970 ? 1200 : 2600);
        PlannedUnits = random.Int(2, 8);
        HasSprinklers = random.Of(Year >= 1987 || IsPark ? 0.95 : 0.5);
    }

    public string Kind { get; }

    public string District { get; }

    public int Year { get; }

    public int Storeys { get; }

    /// <summary>Whether the building stands in a technology park, not among Kowloon East's factories.</summary>
    public bool IsPark { get; }

    /// <summary>The floor loading of the upper floors, in kPa.</summary>
    public decimal Loading { get; }

    /// <summary>The clear headroom of the upper floors, in metres.</summary>
    public decimal Headroom { get; }

    /// <summary>The column spacing, in metres.</summary>
    public decimal Grid { get; }

    public int Lifts { get; }

    /// <summary>The capacity of the largest goods lift, in kg.</summary>
    public decimal LiftCapacity { get; }

    public int Bays { get; }

    /// <summary>The longest vehicle that the loading bays take, in metres.</summary>
    public decimal Vehicle { get; }

    /// <summary>The usual asking rent, in HK$ per square metre and month.</summary>
    public decimal Rent { get; }

    /// <summary>The area of a whole floor, in square metres.</summary>
    public int Plate { get; }

    /// <summary>The number of units on a floor, unless the building needs more.</summary>
    public int PlannedUnits { get; }

    public bool HasSprinklers { get; }

    public string Zone =>
        IsPark
            ? "OU"
            : District switch
            {
                "yauTong" => _random.Pick("R(E)", "CDA"),
                _ => _random.Pick("OU(B)", "OU(B)", "OU(B)", "I"),
            };

    public T Era<T>(T sixties, T eighties, T nineties, T recent) =>
        Year < 1970 ? sixties
        : Year < 1989 ? eighties
        : Year < 2008 ? nineties
        : recent;

    private static int? Number(Building building, string code) =>
        building.Values.GetValueOrDefault(code) is NumberValue number ? (int)number.Number : null;
}
