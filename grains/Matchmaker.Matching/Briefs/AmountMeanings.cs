using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Briefs;

/// <summary>What an amount may mean that says nothing sure, each with its label.</summary>
internal static class AmountMeanings
{
    private const decimal SquareFoot = 0.09290304m;

    // Less is no rent of a whole space.
    private const decimal MinTotal = 1000;

    // Rents of factories in Hong Kong lie between these, in dollars a square foot a month.
    private const decimal LeastRent = 5;
    private const decimal GreatestRent = 40;
    private const int MaxSizes = 3;

    // In mm; what is larger is no tolerance.
    private const decimal GreatestTolerance = 3;

    // In metres; no door, floor or lorry is shorter.
    private const decimal LeastLength = 0.5m;
    private static readonly decimal[] Sizes = [500, 1000, 2000, 3000, 5000, 10_000, 20_000, 50_000];

    /// <summary>What an amount may mean; empty: nothing that is known here.</summary>
    /// <param name="area">The size that the text asks for, in m²; null: none, or several.</param>
    public static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> Of(
        AmountInterpretation amount,
        decimal? area
    )
    {
        if (amount.Attributes.Any(QuantityReader.IsUnkept))
            return [];
        var number = Said(amount.Number) + (amount.To is { } to ? $"–{Said(to)}" : "");
        if (BareUnits.Of(amount).ToList() is [_, ..] units && !IsTotal(amount))
            return units.Select(unit =>
                (unit.For(number), amount with { Unit = Key(unit.Unit), Attributes = [unit.Attribute] })
            );
        if (amount.Unit.StartsWith('$') || (amount.Unit.Length == 0 && amount.Attributes.Any(IsMoney)))
            return OfMoney(amount, number, area);
        if (amount.Unit.Length == 0)
            return OfBare(number, amount.Number, amount.Comparison);
        if (QuantityReader.IsMonthly(amount.Unit))
            return amount.Number >= MinTotal ? OfMoney(amount, number, area) : [];
        return QuantityReader.IsOnFoot(amount.Unit)
                ? Each(
                    amount,
                    (
                        amount.Unit,
                        "stationDistance",
                        new($"{number} min from MTR", $"距港鐵 {number} 分鐘", $"距港铁 {number} 分钟")
                    )
                )
            : amount is { Unit: "storey", Comparison: null } ? OfFloor(amount, number)
            : amount.Unit == "kw"
                ? Each(amount, ("kVA", "power", new($"{number} kVA", $"{number} kVA", $"{number} kVA")))
            : QuantityReader.IsWeight(amount.Unit) ? OfWeight(amount, number)
            : QuantityReader.IsLength(amount.Unit) ? OfLength(amount)
            : amount.Unit == "psf"
                ? Each(
                    amount,
                    ("$/ft2", "rent", new($"${number}/sq ft", $"每平方呎 ${number}", $"每平方英尺 ${number}")),
                    ("psf", "floorLoading", new($"{number} lb/ft²", $"每平方呎 {number} 磅", $"每平方英尺 {number} 磅"))
                )
            : amount.Unit is "lift" or "lifts"
                ? Each(
                    amount,
                    ("", "goodsLifts", new($"{number} goods lifts", $"{number} 部載貨升降機", $"{number} 部载货升降机"))
                )
            : amount.Attributes.Contains("singlePhase")
                ? Each(
                    amount,
                    (amount.Unit, "power", new($"three-phase {number} A", $"三相 {number} 安培", $"三相 {number} 安培"))
                )
            : [];
    }

    private static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> OfMoney(
        AmountInterpretation amount,
        string number,
        decimal? area
    )
    {
        var of = amount.Attributes.FirstOrDefault(IsMoney) ?? "rent";
        var each = Each(
            amount,
            ("$/ft2", of, new($"${number}/sq ft", $"每平方呎 ${number}", $"每平方英尺 ${number}")),
            ("$/m2", of, new($"${number}/m²", $"每平方米 ${number}", $"每平方米 ${number}"))
        );
        if (of != "rent" || !IsTotal(amount))
            return each;
        if (area is { } size and >= 1)
            return [ForSize(amount, size / SquareFoot, new(" for that area", "（按該面積）", "（按该面积）")), .. each];
        return
        [
            .. Sizes
                .Where(feet => amount.Number / feet is >= LeastRent and <= GreatestRent)
                .Take(MaxSizes)
                .Select(feet =>
                    ForSize(
                        amount,
                        feet,
                        new($" for {feet:#,0} sq ft", $"（{feet:#,0} 平方呎計）", $"（{feet:#,0} 平方英尺计）")
                    )
                ),
        ];
    }

    // A rent for the whole space is one for each foot of its area.
    private static (LocalText Label, AmountInterpretation Meaning) ForSize(
        AmountInterpretation amount,
        decimal feet,
        LocalText size
    )
    {
        var each = Math.Round((amount.To ?? amount.Number) / feet, 1);
        var psf = each.ToString("0.#", CultureInfo.InvariantCulture);
        return (
            new($"${psf}/sq ft{size.En}", $"每平方呎 ${psf}{size.ZhHant}", $"每平方英尺 ${psf}{size.ZhHans}"),
            amount with
            {
                Number = each,
                To = null,
                Unit = Key("$/ft2"),
                Attributes = ["rent"],
            }
        );
    }

    private static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> OfWeight(
        AmountInterpretation amount,
        string number
    ) =>
        QuantityReader.IsPound(amount.Unit)
            ? Each(
                amount,
                ("psf", "floorLoading", new($"{number} lb/ft²", $"每平方呎 {number} 磅", $"每平方英尺 {number} 磅"))
            )
        : QuantityReader.IsTonne(amount.Unit)
            ? Each(
                amount,
                ("t/m2", "floorLoading", new($"{number} t/m²", $"每平方米 {number} 噸", $"每平方米 {number} 吨")),
                ("t", "pointLoad", new($"point load {number} t", $"集中負荷 {number} 噸", $"集中负荷 {number} 吨"))
            )
        : Each(
            amount,
            ("kg/m2", "floorLoading", new($"{number} kg/m²", $"每平方米 {number} 公斤", $"每平方米 {number} 公斤")),
            ("kg", "pointLoad", new($"point load {number} kg", $"集中負荷 {number} 公斤", $"集中负荷 {number} 公斤"))
        );

    private static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> OfFloor(
        AmountInterpretation floor,
        string number
    ) =>
        [
            (
                new($"{number}/F", $"{number} 樓", $"{number} 楼"),
                floor with
                {
                    To = floor.Number,
                    Attributes = ["floor"],
                }
            ),
            (
                new($"{number}/F or above", $"{number} 樓以上", $"{number} 楼以上"),
                floor with
                {
                    Attributes = ["floor"],
                }
            ),
        ];

    private static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> OfLength(AmountInterpretation amount) =>
        QuantityReader.Convert("tolerance", amount.Number, amount.Unit) <= GreatestTolerance
            ? Each(amount, (amount.Unit, "tolerance", new("tolerance", "精度", "精度")))
        : QuantityReader.Convert("vehicleLength", amount.Number, amount.Unit) < LeastLength ? []
        : Each(
            amount,
            (amount.Unit, "doorWidth", new("door width", "門闊", "门宽")),
            (amount.Unit, "headroom", new("headroom", "淨高", "净高")),
            (amount.Unit, "columnSpacing", new("column spacing", "柱距", "柱距")),
            (amount.Unit, "vehicleLength", new("vehicle length", "車長", "车长"))
        );

    /// <summary>What a number without a unit may mean.</summary>
    public static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> OfBare(
        string words,
        decimal number,
        Comparison? comparison
    ) => Each(new(number, null, "", [], comparison), [.. BareMeanings(words, number)]);

    // A small number is a height or a rent, a larger one a supply or a load, the largest the size of a space.
    private static IEnumerable<(string Unit, string Attribute, LocalText Label)> BareMeanings(
        string words,
        decimal number
    )
    {
        if (number < 1)
            yield return ("mm", "tolerance", new($"tolerance {words} mm", $"精度 {words} 毫米", $"精度 {words} 毫米"));
        if (number is >= 8 and <= 60)
            yield return ("ft", "headroom", new($"headroom {words} ft", $"淨高 {words} 呎", $"净高 {words} 英尺"));
        if (number is >= 5 and <= 60)
            yield return ("$/ft2", "rent", new($"${words}/sq ft", $"每平方呎 ${words}", $"每平方英尺 ${words}"));
        if (number is >= 100)
        {
            yield return ("sqft", "area", new($"{words} sq ft", $"{words} 平方呎", $"{words} 平方英尺"));
            yield return ("m2", "area", new($"{words} m²", $"{words} 平方米", $"{words} 平方米"));
        }

        if (number is >= 30 and < 1000)
            yield return ("A", "power", new($"{words} A", $"{words} 安培", $"{words} 安培"));
        if (number is >= 75 and < 1000)
            yield return (
                "psf",
                "floorLoading",
                new($"{words} lb/ft²", $"每平方呎 {words} 磅", $"每平方英尺 {words} 磅")
            );
    }

    private static IEnumerable<(LocalText Label, AmountInterpretation Meaning)> Each(
        AmountInterpretation amount,
        params ImmutableArray<(string Unit, string Attribute, LocalText Label)> ways
    ) => ways.Select(way => (way.Label, amount with { Unit = Key(way.Unit), Attributes = [way.Attribute] }));

    private static string Key(string unit) =>
        unit.StartsWith('$') ? "$" + UnitTable.Key(unit[1..]) : UnitTable.Key(unit);

    private static string Said(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static bool IsTotal(AmountInterpretation amount) =>
        amount.Number >= MinTotal && (amount.Attributes.IsEmpty || amount.Attributes.Any(IsMoney));

    private static bool IsMoney(string attribute) => attribute is "rent" or "managementFee";
}
