using System.Collections.Frozen;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Reads units in running text, and decides which attribute an amount means by its unit alone.</summary>
internal static class QuantityReader
{
    /// <summary>The maximum length of a unit's spelling, in characters.</summary>
    public const int MaxSpellingLength = 24;

    // In Hong Kong a bare 呎 is square feet for a unit's size and feet for its ceiling; no ceiling is 100 feet high.
    private const decimal MinSquareFeet = 100;

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

    // Counted things and times have more names than the tables of physical units hold.
    private static readonly FrozenDictionary<string, (string Unit, decimal Factor)[]> CountUnits = SearchWords
        .Of("unit")
        .SelectMany(
            row => row.Words,
            (row, word) =>
                (Word: Folding.Characters(word).Replace(" ", "", StringComparison.Ordinal), Scale: ReadScale(row.Code))
        )
        .GroupBy(pair => pair.Word, pair => pair.Scale)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Spellings = CountUnits
        .Keys.Concat(UnitTable.Spellings)
        .GroupBy(Folding.Characters)
        .ToFrozenDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Spellings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, BoardAttribute> Numbers = BoardTable
        .All.SelectMany(board => board.Attributes)
        .Where(attribute => attribute.Kind is AttributeKind.Number)
        .GroupBy(attribute => attribute.Code)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The spelling in the unit tables for folded characters; null: no such unit.</summary>
    public static string? Unit(ReadOnlySpan<char> folded) =>
        BySpan.TryGetValue(folded, out var spelling) ? spelling : null;

    /// <summary>Whether the amount is valid for the attribute.</summary>
    public static bool Fits(string attribute, decimal number, string unit) =>
        Convert(Numbers[attribute], number, unit) is not null;

    /// <summary>The amount in the attribute's unit, on its step; null: another dimension, or out of range.</summary>
    public static decimal? Convert(BoardAttribute attribute, decimal number, string unit)
    {
        if (
            ScaleOf(attribute, unit) is not { } scale
            || attribute is not { Min: NumberValue min, Max: NumberValue max, Step: { } step }
        )
            return null;
        var value = scale.Apply(number);
        return value >= min.Number && value <= max.Number ? Steps.Of(value, step) * step : null;
    }

    /// <summary>The attributes, on all boards, that an amount with that unit means if no name stands near.</summary>
    public static string[] AttributesMeant(decimal number, ref string unit)
    {
        if (Feet.Contains(unit) && number >= MinSquareFeet)
            unit = "sqft";
        if (UnitTable.For("HKD/m2/month").Find(unit) is not null)
            return ["rent"];
        if (UnitTable.For("kPa").Find(unit) is not null)
            return ["floorLoading"];
        if (UnitTable.For("A").Find(unit) is not null)
            return ["power"];
        if (UnitTable.For("kg").Find(unit) is not null)
            return ["liftCapacity"];
        if (UnitTable.For("kN").Find(unit) is not null)
            return ["pointLoad"];
        if (UnitTable.For("m").Find(unit) is { } length)
            return [length.Apply(number) >= 1 ? "headroom" : "tolerance"];
        if (UnitTable.For("m2").Find(unit) is not null)
            return ["area"];
        return CountUnits.TryGetValue(unit, out var scales)
            ? [.. scales.SelectMany(scale => AttributesCounted(scale.Unit))]
            : [];
    }

    private static string[] AttributesCounted(string unit) =>
        unit switch
        {
            "pieces" => ["smallestOrder", "orderSize"],
            "day" => ["leadTime"],
            "persons" => ["employees"],
            "month" => ["leaseMonths"],
            _ => [],
        };

    private static UnitTable.Scale? ScaleOf(BoardAttribute attribute, string unit)
    {
        if (unit.Length == 0)
            return 1;
        if (UnitTable.For(attribute.Unit).Find(unit) is { } scale)
            return scale;
        foreach (var (counted, factor) in CountUnits.GetValueOrDefault(unit, []))
        {
            if (counted == attribute.Unit)
                return factor;
        }

        return null;
    }

    private static (string Unit, decimal Factor) ReadScale(string code) =>
        code.Split('*') is [var unit, var factor]
            ? (unit, decimal.Parse(factor, CultureInfo.InvariantCulture))
            : (code, 1);
}
