using System.Collections.Frozen;

namespace Matchmaker.Matching.Units;

/// <summary>The units of one dimension by spelling, each with its scale to the attribute's unit.</summary>
internal sealed class UnitTable
{
    // Exact by definition: the international foot and pound, and standard gravity.
    private const decimal Foot = 0.3048m;
    private const decimal Pound = 0.45359237m;
    private const decimal Gravity = 9.80665m;
    private const decimal SquareFoot = Foot * Foot;

    private static readonly (Scale Scale, string[] Spellings)[] Areas =
    [
        (1, ["m2", "sqm", "squaremetre", "squaremetres", "squaremeter", "squaremeters", "平方米", "平米"]),
        (
            SquareFoot,
            [
                "ft2",
                "sqft",
                "sf",
                "squarefoot",
                "squarefeet",
                "平方呎",
                "平方尺",
                "平方英呎",
                "平方英尺",
                "呎",
                "尺",
                "英呎",
                "英尺",
            ]
        ),
    ];

    private static readonly UnitTable Area = new("m2, ft2, 平方呎", Areas);

    private static readonly UnitTable Length = new("m, cm, mm, ft, in, 呎, 吋", Lengths(1));

    private static readonly UnitTable Millimetre = new("mm, m, in, 吋", Lengths(1000));

    private static readonly UnitTable Rent = new(
        "HKD/m2/month, HKD/ft2/month, $/呎",
        [.. Areas.Select(PerMonth), (1, ["$", "hkd", "hk$", "港元", "元"])]
    );

    private static readonly UnitTable Load = new(
        "kPa, kN/m2, psf, 磅",
        [
            (1, ["kpa", "kn/m2", "千帕"]),
            (
                new(Pound * Gravity, 1000 * SquareFoot),
                [
                    "psf",
                    "lb/ft2",
                    "lbs/ft2",
                    "lbf/ft2",
                    "lb/sqft",
                    "lbs/sqft",
                    "磅",
                    "磅/呎",
                    "磅/平方呎",
                    "磅/尺",
                    "磅/平方尺",
                ]
            ),
        ]
    );

    private static readonly UnitTable PointLoad = new(
        "kN, kg, t",
        [
            (1, ["kn", "千牛", "千牛頓"]),
            (Gravity / 1000, ["kg", "公斤", "千克"]),
            (Gravity, ["t", "ton", "tonne", "tonnes", "噸", "吨", "公噸"]),
        ]
    );

    private static readonly UnitTable Mass = new(
        "kg, t, lb, 噸",
        [
            (1, ["kg", "kgs", "公斤", "千克"]),
            (1000, ["t", "ton", "tonne", "tonnes", "噸", "吨", "公噸"]),
            (Pound, ["lb", "lbs", "磅"]),
        ]
    );

    private static readonly UnitTable Power = new("A", [(1, ["a", "amp", "amps", "ampere", "amperes", "安", "安培"])]);

    private static readonly UnitTable[] All = [Area, Length, Rent, Load, PointLoad, Mass, Power];

    private readonly FrozenDictionary<string, Scale> _scales;

    private UnitTable(string examples, params IEnumerable<(Scale Scale, string[] Spellings)> units)
    {
        Examples = examples;
        _scales = units
            .SelectMany(unit => unit.Spellings, (unit, spelling) => (spelling, unit.Scale))
            .ToFrozenDictionary(pair => pair.spelling, pair => pair.Scale, StringComparer.Ordinal);
    }

    /// <summary>Some units of the dimension, for error messages.</summary>
    public string Examples { get; }

    /// <summary>The units accepted for an attribute of this unit.</summary>
    public static UnitTable For(string? unit) =>
        unit switch
        {
            "m2" => Area,
            "m" => Length,
            "mm" => Millimetre,
            "HKD/m2/month" => Rent,
            "kPa" => Load,
            "kN" => PointLoad,
            "kg" => Mass,
            "A" => Power,
            _ => SingleUnit(unit ?? ""),
        };

    /// <summary>Every spelling of every unit.</summary>
    public static IEnumerable<string> Spellings => All.SelectMany(table => table._scales.Keys).Distinct();

    /// <summary>Whether any dimension has the unit.</summary>
    public static bool IsKnown(string spelling) => All.Any(table => table._scales.ContainsKey(spelling));

    /// <summary>The unit's scale; null: the dimension lacks the unit.</summary>
    public Scale? Find(string spelling) => _scales.TryGetValue(spelling, out var scale) ? scale : null;

    private static UnitTable SingleUnit(string unit) =>
        new(unit, (1, [unit.ToLowerInvariant(), unit.ToLowerInvariant() + "s"]));

    private static (Scale Scale, string[] Spellings)[] Lengths(decimal perMetre) =>
        [
            (perMetre, ["m", "metre", "metres", "meter", "meters", "米", "公尺"]),
            (perMetre / 100, ["cm", "厘米", "公分"]),
            (perMetre / 1000, ["mm", "毫米"]),
            (perMetre * Foot, ["ft", "feet", "foot", "'", "呎", "尺", "英呎", "英尺"]),
            (perMetre * Foot / 12, ["in", "inch", "inches", "\"", "吋", "寸", "英吋", "英寸"]),
        ];

    // Rent is per area, so the scale is inverse: a price per smaller area is a higher rent.
    private static (Scale Scale, string[] Spellings) PerMonth((Scale Scale, string[] Spellings) area) =>
        (area.Scale.Inverse, [.. RentSpellings(area.Spellings)]);

    private static IEnumerable<string> RentSpellings(string[] areas)
    {
        foreach (var currency in new[] { "", "$", "hkd", "hk$", "港元", "元", "港幣", "港币" })
        {
            foreach (var area in areas)
            {
                yield return $"{currency}/{area}";
                yield return $"{currency}/{area}/month";
                yield return $"{currency}/{area}/月";
                yield return $"{currency}每{area}";
                yield return $"{currency}per{area}";
            }

            // Agents say "$14 psf"; without the currency psf is a load.
            if (currency.Length > 0 && areas.Contains("ft2"))
                yield return $"{currency}psf";
        }
    }

    /// <summary>
    /// A conversion factor as a fraction: division by 0.09290304 is exact where its result is, and multiplication by
    /// the reciprocal is not.
    /// </summary>
    internal readonly record struct Scale(decimal Multiplier, decimal Divisor)
    {
        public Scale Inverse => new(Divisor, Multiplier);

        public static implicit operator Scale(decimal multiplier) => new(multiplier, 1);

        public static implicit operator Scale(int multiplier) => new(multiplier, 1);

        public decimal Apply(decimal number) => number * Multiplier / Divisor;
    }
}
