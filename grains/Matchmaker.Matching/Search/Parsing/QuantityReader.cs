using System.Collections.Frozen;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Reads units in running text, and decides which attribute an amount means by its unit alone.</summary>
internal static class QuantityReader
{
    // In Hong Kong a bare 呎 is square feet for a unit's size and feet for its ceiling; no ceiling is 100 feet high.
    private const decimal MinSquareFeet = 100;

    // Fewer metres are a height: nobody asks to be so near to a station.
    private const decimal NearestPlace = 20;

    private const string SinglePhase = "singlePhase";

    /// <summary>Begins the names of what no board keeps, such as a crane's load, with what it is measured in.</summary>
    public const string Unkept = "unkept.";

    // Nobody asks for a space in more than a hundred years.
    private const decimal MaxTime = 1200;

    private static readonly FrozenSet<string> Feet = new[]
    {
        "呎",
        "尺",
        "英呎",
        "英尺",
        "ft",
        "feet",
        "foot",
        "'",
    }.ToFrozenSet();

    // What an amount means by its unit alone, the first that has the unit.
    private static readonly (string Unit, string[] Attributes)[] Meanings =
    [
        ("HKD/m2/month", ["rent"]),
        ("kPa", ["floorLoading"]),
        ("A", ["power"]),
        ("kg", ["liftCapacity"]),
        ("kN", ["pointLoad"]),
        ("m2", ["area"]),
        ("monthOfYear", []),
        ("day", ["leadTime"]),
        ("month", ["leaseMonths"]),
        ("pieces", ["smallestOrder", "orderSize"]),
        ("persons", ["employees"]),
        ("storey", ["floor"]),
    ];

    private static readonly FrozenDictionary<string, BoardAttribute> Numbers = BoardTable
        .All.SelectMany(board => board.Attributes)
        .Where(attribute => attribute.Kind is AttributeKind.Number)
        .GroupBy(attribute => attribute.Code)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Whether the amount is valid for the attribute.</summary>
    public static bool Fits(string attribute, decimal number, string unit) =>
        attribute == StationDistance.Code ? Metres(number, unit) is not null
        // No board has it: three phases are no one.
        : attribute == SinglePhase ? Scale("A", unit) is not null
        : IsUnkept(attribute) ? FitsUnkept(attribute[Unkept.Length..], unit)
        : Numbers.TryGetValue(attribute, out var of) && Convert(of, number, unit) is not null;

    /// <summary>Whether the name is of something that no board keeps.</summary>
    public static bool IsUnkept(string attribute) => attribute.StartsWith(Unkept, StringComparison.Ordinal);

    /// <summary>Whether a unit counts pieces.</summary>
    public static bool IsCount(string unit) => Scale("pieces", unit) is not null;

    private static bool FitsUnkept(string dimension, string unit) =>
        unit.Length == 0
        || Scale(dimension, unit) is not null
        || (dimension == "month" && (unit == "$" || Scale("day", unit) is not null));

    /// <summary>How far a place may be away, in whole metres; null: no such distance.</summary>
    public static decimal? Metres(decimal number, string unit)
    {
        if (IsSquareFeet(number, unit))
            return null;
        return Convert(Numbers[StationDistance.Code], number, unit) is >= NearestPlace and var metres ? metres : null;
    }

    /// <summary>Whether the attribute's values are days.</summary>
    public static bool IsDay(string attribute) =>
        BoardTable.All.Any(board => board.Find(attribute) is { Kind: AttributeKind.Date });

    /// <summary>The amount in the attribute's unit, on its step; null: another dimension, or out of range.</summary>
    public static decimal? Convert(BoardAttribute attribute, decimal number, string unit)
    {
        if (
            ScaleOf(attribute, unit) is not { } scale
            || attribute is not { Min: NumberValue min, Max: NumberValue max, Step: { } step }
        )
            return null;
        var value = scale.Apply(number);
        if (value < min.Number || value > max.Number)
            return null;
        return scale.RoundsDown ? decimal.Floor(value / step) * step : Steps.Of(value, step) * step;
    }

    /// <summary>Whether numbers in a unit are the attribute's values as they are kept.</summary>
    public static bool IsOwnUnit(string attribute, string unit) =>
        ScaleOf(Numbers[attribute], UnitTable.Key(unit)) is { } scale && scale.Apply(1) == 1;

    /// <summary>The number in the attribute's unit, on its step; null: another dimension, or out of range.</summary>
    public static decimal? Convert(string attribute, decimal number, string unit) =>
        Numbers.TryGetValue(attribute, out var of) ? Convert(of, number, UnitTable.Key(unit)) : null;

    /// <summary>Whether the attribute is measured, not counted, so that a number without a unit is not sure.</summary>
    public static bool IsMeasured(string attribute) =>
        Numbers.TryGetValue(attribute, out var of)
        && of.Unit is "m2" or "m" or "mm" or "kPa" or "kN" or "kg" or "month" or "HKD/m2/month";

    /// <summary>The attributes, on all boards, that an amount with that unit means if no name stands near.</summary>
    public static string[] AttributesMeant(decimal number, ref string unit)
    {
        if (IsSquareFeet(number, unit))
            unit = "sqft";
        if (Scale("m", unit) is { } length)
            return [length.Apply(number) >= 1 ? "headroom" : "tolerance"];
        var written = unit;
        return Meanings
            .Where(meaning => Scale(meaning.Unit, written) is not null)
            .Take(1)
            .SelectMany(meaning => meaning.Attributes.Concat(AlsoMeant(meaning.Unit, written)))
            .ToArray();
    }

    private static bool IsSquareFeet(decimal number, string unit) => Feet.Contains(unit) && number >= MinSquareFeet;

    /// <summary>Whether a unit is one of time, which is a distance for whoever walks.</summary>
    public static bool IsOnFoot(string unit) => Scale("mOnFoot", unit) is not null && Scale("m", unit) is null;

    /// <summary>Whether a unit is one of length.</summary>
    public static bool IsLength(string unit) => Scale("m", unit) is not null;

    /// <summary>Whether a unit is one of weight.</summary>
    public static bool IsWeight(string unit) => Scale("kg", unit) is not null;

    /// <summary>Whether a unit is the pound, which in Hong Kong says the load of a square foot.</summary>
    public static bool IsPound(string unit) => Scale("kg", unit) is { Multiplier: 0.45359237m };

    /// <summary>Whether a unit is one of a supply of electricity.</summary>
    public static bool IsSupply(string unit) => Scale("A", unit) is not null;

    /// <summary>Whether a unit is the tonne.</summary>
    public static bool IsTonne(string unit) => Scale("kg", unit) is { Multiplier: 1000 };

    /// <summary>The day so many days, weeks or months after another; null: another unit, or no whole number.</summary>
    public static DateOnly? After(DateOnly day, decimal number, string unit)
    {
        if (number is < 0 or > MaxTime || unit.Length == 0)
            return null;
        return Scale("month", unit) is { } months && decimal.IsInteger(months.Apply(number))
                ? day.AddMonths((int)months.Apply(number))
            : Scale("day", unit) is { } days && decimal.IsInteger(days.Apply(number))
                ? day.AddDays((int)days.Apply(number))
            : null;
    }

    /// <summary>Whether a unit is one of area.</summary>
    public static bool IsArea(string unit) => Scale("m2", unit) is not null;

    /// <summary>Whether a unit says a rent, with the area that it is for.</summary>
    public static bool IsRent(string unit) => Scale("HKD/m2/month", unit) is not null;

    /// <summary>
    /// The unit of a rent whose currency is left out, as in "rent 16 psf", where psf alone would be a load; null: none.
    /// </summary>
    public static string? MoneyUnit(string attribute, decimal number, string unit) =>
        attribute is "rent" or "managementFee"
        && (
            unit == "psf"
            || unit.StartsWith('/')
            || unit.StartsWith("per", StringComparison.Ordinal)
            || unit.StartsWith('每')
        )
        && Fits(attribute, number, "$" + unit)
            ? "$" + unit
            : null;

    /// <summary>Whether a unit says a sum a month.</summary>
    public static bool IsMonthly(string unit) => Scale("HKD/month", unit) is not null;

    /// <summary>A number in the first unit of a dimension, such as kg; null: its unit is of another one.</summary>
    public static decimal? In(string dimension, decimal number, string unit) =>
        unit.Length == 0 ? null : Scale(dimension, unit)?.Apply(number);

    // 個月 is a lease's term and a delivery's time.
    private static string[] AlsoMeant(string meant, string unit) =>
        meant == "day" && Scale("month", unit) is not null ? ["leaseMonths"] : [];

    private static UnitTable.Scale? Scale(string dimension, string unit) => Scale(UnitTable.For(dimension), unit);

    private static UnitTable.Scale? Scale(UnitTable table, string unit) =>
        unit.StartsWith('$') ? table.Find(unit[1..], isMoney: true)
        : unit.Length > 0 ? table.Find(unit)
        : null;

    private static UnitTable.Scale? ScaleOf(BoardAttribute attribute, string unit) =>
        unit.Length == 0 ? 1 : Scale(UnitTable.For(attribute), unit);
}
