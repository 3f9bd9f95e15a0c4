using System.Globalization;
using CsCheck;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>A value of a space as people write it, and the words that ask a search for it.</summary>
internal sealed record Writing(string Attribute, string Text, string Asked);

/// <summary>Random writings of every kind of value, some of which no reader takes.</summary>
internal static class SomeWritings
{
    // {0} is a number with its suffix. A word of the search names what the number is of.
    private static readonly (string Attribute, string Asked, string[] Forms)[] Numbers =
    [
        ("area", "floor area", ["{0} sq ft", "{0}呎", "{0} 平方呎", "{0}m²", "{0} sqm", "{0} S.F.", "ft2 {0}"]),
        ("rent", "租金", ["${0}/呎", "HK${0} psf", "{0}元/平方呎", "${0} per sq ft", "{0} HKD/m2/month"]),
        ("headroom", "樓底", ["{0}呎", "{0} ft", "{0}'", "{0}米", "{0} m", "{0} cm", "{0}呎6吋", "{0}米半"]),
        ("floorLoading", "floor loading", ["{0} psf", "{0}磅", "{0} kPa", "{0} kN/m2", "{0} lbs/sq ft"]),
        ("liftCapacity", "goods lift", ["{0}噸", "{0} tons", "{0}t", "{0} lbs", "{0} kg"]),
        ("power", "三相電力", ["{0}A", "{0} 安培", "{0} kVA", "{0} amps"]),
        ("leaseMonths", "lease term", ["{0} months", "{0}個月", "{0} years", "{0}年"]),
    ];

    private static readonly string[] Days =
    [
        "yyyy-MM-dd",
        "d/M/yyyy",
        "dd.MM.yyyy",
        "d-MMM-yyyy",
        "d MMMM yyyy",
        "yyyy年M月d日",
        "yyyy/M/d",
    ];

    private static readonly string[] Flags =
    [
        "yes",
        "No",
        "TRUE",
        "false",
        "Y",
        "n",
        "1",
        "0",
        "是",
        "否",
        "有",
        "✓",
        "✗",
    ];

    private static readonly string[] Floors =
    [
        "{0}/F",
        "{0}樓",
        "{0}F",
        "Level {0}",
        "B{0}",
        "{0}",
        "UG",
        "G/F",
        "地下",
    ];

    private static readonly string[] Nothing = ["-", "—", "n/a", "POA", "面議", "TBC", "未知", "N/A", "nil", "待定"];

    private static readonly Gen<string> Number = Gen.Select(
            Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 60_000]),
            Gen.Int[0, 2],
            Gen.OneOfConst("", "", "", "k", "千", "萬", "½"),
            Gen.Int[0, 3]
        )
        .Select((whole, decimals, suffix, form) => Written(whole, decimals, form) + suffix);

    /// <summary>What the grammar has.</summary>
    public static Gen<Writing> Plain { get; } =
        Gen.OneOf(
            Gen.Select(Gen.OneOfConst(Numbers), Number, Gen.Int[0, 100])
                .Select(
                    (row, number, form) => Of(row.Attribute, row.Forms[form % row.Forms.Length], number, row.Asked)
                ),
            Gen.Select(Gen.Int[0, 900], Gen.OneOfConst(Days))
                .Select((day, form) => Of("availableFrom", Day(day, form), "", "available from")),
            Gen.OneOfConst(Flags).Select(flag => Of("gas", flag, "", "")),
            Gen.Select(Gen.OneOfConst(Floors), Gen.Int[1, 40])
                .Select((form, floor) => Of("floor", form, $"{floor}", "")),
            Gen.OneOfConst([.. Names("district")]).Select(name => Of("district", name, "", " ")),
            Gen.OneOfConst([.. Names("zone")]).Select(name => Of("zone", name, "", "")),
            Gen.Select(Gen.OneOfConst("rent", "gas", "district", "availableFrom", "floor"), Gen.OneOfConst(Nothing))
                .Select((attribute, word) => Of(attribute, word, "", ""))
        );

    /// <summary>The same with a sign too many, or with the text of another attribute.</summary>
    public static Gen<Writing> Broken { get; } =
        Gen.OneOf(
            Gen.Select(Plain, Gen.Int[0, 40], Gen.OneOfConst([.. "0123456789.,'-/~ abkmw呎萬半$²½樓"]))
                .Select((made, at, sign) => With(made, Math.Min(at, made.Text.Length), sign)),
            Swapped
        );

    /// <summary>The same with a point or comma inside its number, or with the text of another attribute.</summary>
    public static Gen<Writing> Misread { get; } =
        Gen.OneOf(
            Gen.Select(Plain.Where(made => DigitsOf(made.Text).Count > 0), Gen.Int[0, 40], Gen.OneOfConst('.', ','))
                .Select(
                    (made, pick, sign) =>
                        DigitsOf(made.Text) is var places ? With(made, places[pick % places.Count], sign) : made
                ),
            Swapped
        );

    private static Gen<Writing> Swapped =>
        Gen.Select(Plain, Plain).Select((made, other) => made with { Text = other.Text });

    private static Writing With(Writing made, int at, char sign) =>
        made with
        {
            Text = made.Text.Insert(at, $"{sign}"),
        };

    // The places between two digits.
    private static List<int> DigitsOf(string text) =>
        [
            .. Enumerable
                .Range(0, text.Length)
                .Where(at => at > 0 && !text.Contains('½') && char.IsDigit(text[at - 1]) && char.IsDigit(text[at])),
        ];

    private static Writing Of(string attribute, string form, string number, string asked) =>
        new(attribute, string.Format(CultureInfo.InvariantCulture, form, number), asked);

    private static IEnumerable<string> Names(string attribute) =>
        BoardTable.Sites.Find(attribute)!.Values.SelectMany(entry => entry.Label.All.Append(entry.Code));

    private static string Written(decimal whole, int decimals, int form)
    {
        var number = decimals == 0 ? whole : whole / (decimals == 1 ? 10 : 100);
        return form switch
        {
            1 => number.ToString("#,0.##", CultureInfo.InvariantCulture),
            2 => number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', '，'),
            3 => string.Concat(
                number.ToString("0.##", CultureInfo.InvariantCulture).Select(c => (char)(c - '!' + '！'))
            ),
            _ => number.ToString("0.##", CultureInfo.InvariantCulture),
        };
    }

    private static string Day(int days, string form) =>
        new DateOnly(2026, 12, 1).AddDays(days).ToString(form, CultureInfo.InvariantCulture);
}
