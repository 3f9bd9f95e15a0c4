using System.Collections.Frozen;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Places;

namespace Matchmaker.Matching.Units;

/// <summary>The units of one dimension by spelling, each with its scale to the attribute's unit: units.csv.</summary>
internal sealed class UnitTable
{
    private const string Rent = "HKD/m2/month";
    private const string YearlySum = "HKD/year";
    private const string OnFoot = "mOnFoot";

    private static readonly string[] PerArea = ["/", "per", "每"];

    // A foot of rent is a square foot.
    private static readonly string[] FeetOfRent = ["ft", "foot"];
    private static readonly string[] EachMonth =
    [
        "",
        "/month",
        "/mo",
        "/月",
        "per month",
        "a month",
        "pm",
        "pcm",
        "每月",
    ];

    private static readonly FrozenDictionary<string, UnitTable> ByUnit = ReadAll();

    private readonly FrozenDictionary<string, Scale> _scales;
    private readonly string _unit;
    private readonly string[] _inText;

    private UnitTable(string unit, IReadOnlyList<UnitRow> rows)
    {
        _unit = unit;
        _scales = rows.SelectMany(row => row.Keys, (row, key) => (Key: key, row.Scale))
            .GroupBy(pair => pair.Key, pair => pair.Scale)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Examples =
            unit is Rent
                ? "HKD/m2/month, HKD/ft2/month, $/呎"
                : string.Join(", ", rows.Select(row => row.Words[0]).Distinct().Take(5));
        _inText = [.. rows.Where(row => !row.IsForCells).SelectMany(row => row.Keys)];
    }

    /// <summary>Some units of the dimension, for error messages.</summary>
    public string Examples { get; }

    /// <summary>Every spelling of every unit.</summary>
    public static FrozenSet<string> Spellings { get; } =
        ByUnit.Values.SelectMany(table => table._scales.Keys).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The spellings that are units in running text too.</summary>
    public static FrozenSet<string> SpellingsInText { get; } =
        ByUnit.Values.SelectMany(table => table._inText).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The units accepted for an attribute of this unit.</summary>
    public static UnitTable For(string? unit) => ByUnit.GetValueOrDefault(unit ?? "") ?? new(unit ?? "", []);

    /// <summary>The units accepted for an attribute: how far a station is may be said in minutes on foot.</summary>
    public static UnitTable For(BoardAttribute attribute) =>
        For(attribute.Code == StationDistance.Code ? OnFoot : attribute.Unit);

    /// <summary>A spelling as the table keys it: half width, lower case, without spaces, points and carets.</summary>
    public static string Key(string spelling)
    {
        var plain = HanVariants.Of(PlainText.Of(spelling));
        return string.Concat(plain.Where(c => c is not (' ' or '.' or '^')));
    }

    /// <summary>Whether any dimension has the unit.</summary>
    public static bool IsKnown(string key) => Spellings.Contains(key);

    /// <summary>The unit's scale; null: the dimension lacks the unit.</summary>
    /// <param name="key">The key of a spelling; empty: no unit is written.</param>
    /// <param name="isMoney">Whether a currency is written. A rent without the area that it is for is none.</param>
    public Scale? Find(string key, bool isMoney = false) =>
        (_unit, key, isMoney) switch
        {
            (_, "", false) => 1,
            (YearlySum, "", true) => 1,
            (Rent, "psf", true) => _scales["/ft2"],
            // Behind money the area alone is its base: 16蚊呎, $16 a foot.
            (Rent, _, true) when _scales.TryGetValue("/" + key, out var each) => each,
            (Rent or YearlySum, _, _) or (_, _, false) => _scales.TryGetValue(key, out var scale) ? scale : null,
            _ => null,
        };

    /// <summary>The dimensions in which one range may carry two units.</summary>
    public static IReadOnlyList<UnitTable> Physical { get; } =
    [.. new[] { "m2", "m", "kPa", "kg", "month", "day" }.Select(For)];

    /// <summary>How many of one unit make one of a larger unit of the same dimension; null: no whole number.</summary>
    public decimal? Ratio(string larger, string smaller) =>
        _scales.TryGetValue(larger, out var big)
        && _scales.TryGetValue(smaller, out var small)
        && big.Apply(1) / small.Apply(1) is var ratio and > 1
        && decimal.IsInteger(ratio)
            ? ratio
            : null;

    private static FrozenDictionary<string, UnitTable> ReadAll()
    {
        var rows = Csv.Embedded("Units.units.csv").Select(UnitRow.Of).ToList();
        var areas = rows.Where(row => row.Unit == "m2").ToList();
        return rows.Concat(areas.Select(PerMonth))
            .Concat(rows.Where(row => row.Unit == "m").Select(row => row with { Unit = OnFoot }))
            .GroupBy(row => row.Unit)
            .ToFrozenDictionary(group => group.Key, group => new UnitTable(group.Key, [.. group]));
    }

    // Rent is per area, so the scale is inverse: a price per smaller area is a higher rent.
    private static UnitRow PerMonth(UnitRow area) =>
        new(
            Rent,
            new(area.Scale.Divisor, area.Scale.Multiplier, RoundsDown: false),
            IsForCells: false,
            [
                .. from word in area.Words.Concat(area.Words.Contains("ft2") ? FeetOfRent : [])
                from per in PerArea
                from month in EachMonth
                select per + word + month,
            ]
        );

    private sealed record UnitRow(string Unit, Scale Scale, bool IsForCells, string[] Words)
    {
        public IEnumerable<string> Keys => Words.Select(Key);

        public static UnitRow Of(IReadOnlyDictionary<string, string> row) =>
            new(
                row["unit"],
                new(Number(row["multiplier"]), Number(row["divisor"]), row["where"] == "down"),
                row["where"] == "cell",
                row["words"].Split('|')
            );

        private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A conversion factor as a fraction: division by 0.09290304 is exact where its result is, and multiplication by
    /// the reciprocal is not.
    /// </summary>
    /// <param name="RoundsDown">
    /// Whether the result falls to the step below it: a supply rated in kVA never carries more than its amperes.
    /// </param>
    internal readonly record struct Scale(decimal Multiplier, decimal Divisor, bool RoundsDown = false)
    {
        public static implicit operator Scale(decimal multiplier) => new(multiplier, 1);

        public static implicit operator Scale(int multiplier) => new(multiplier, 1);

        public decimal Apply(decimal number) => number * Multiplier / Divisor;
    }
}
