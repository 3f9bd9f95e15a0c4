using System.Collections.Frozen;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search.Reading;

/// <summary>Units in running text, and which attribute an amount means by its unit alone.</summary>
internal static class QuantityReader
{
    /// <summary>The longest spelling of a unit, in characters.</summary>
    public const int LongestSpelling = 24;

    // Because in Hong Kong a bare 呎 is square feet for a unit's size and feet for its ceiling; no ceiling is 100 feet high.
    private const decimal FeetOfArea = 100;

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

    // Because things are counted and times are told in more words than the tables of physical units hold.
    private static readonly FrozenDictionary<string, (string Unit, decimal Times)[]> Counted = SearchWords
        .Of("unit")
        .SelectMany(
            row => row.Words,
            (row, word) =>
                (Word: Folding.Characters(word).Replace(" ", "", StringComparison.Ordinal), Scale: ReadScale(row.Code))
        )
        .GroupBy(pair => pair.Word, pair => pair.Scale)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Spellings = Counted
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

    /// <summary>The unit as the tables spell it, from its folded characters; null: there is none.</summary>
    public static string? Unit(ReadOnlySpan<char> folded) =>
        BySpan.TryGetValue(folded, out var spelling) ? spelling : null;

    /// <summary>Whether an attribute takes the amount.</summary>
    public static bool Fits(string attribute, decimal number, string unit) =>
        In(Numbers[attribute], number, unit) is not null;

    /// <summary>The amount in the attribute's unit, on its step; null: another dimension, or out of range.</summary>
    public static decimal? In(BoardAttribute attribute, decimal number, string unit)
    {
        if (
            ScaleOf(attribute, unit) is not { } scale
            || attribute is not { Min: NumberValue min, Max: NumberValue max, Step: { } step }
        )
            return null;
        var value = scale.Apply(number);
        return value >= min.Number && value <= max.Number ? Steps.Of(value, step) * step : null;
    }

    /// <summary>The attributes, on all boards, that an amount of that unit means where no name stands near.</summary>
    public static string[] Meant(decimal number, ref string unit)
    {
        if (Feet.Contains(unit) && number >= FeetOfArea)
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
        return Counted.TryGetValue(unit, out var scales)
            ? [.. scales.SelectMany(scale => MeantByCount(scale.Unit))]
            : [];
    }

    private static string[] MeantByCount(string unit) =>
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
        foreach (var (counted, times) in Counted.GetValueOrDefault(unit, []))
        {
            if (counted == attribute.Unit)
                return times;
        }

        return null;
    }

    private static (string Unit, decimal Times) ReadScale(string code) =>
        code.Split('*') is [var unit, var times]
            ? (unit, decimal.Parse(times, CultureInfo.InvariantCulture))
            : (code, 1);
}
