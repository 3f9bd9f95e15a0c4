using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Bench;

/// <summary>Synthetic manufacturers with the gaps and skew of real data, from a seed.</summary>
internal sealed class SyntheticFirms(int seed)
{
    private static readonly string[] Capabilities = Codes("capabilities");
    private static readonly string[] Materials = Codes("materials");
    private static readonly string[] Certifications = Codes("certifications");
    private static readonly string[] First =
    [
        "Harbour",
        "Golden",
        "Kwong",
        "Wing",
        "Eastern",
        "Sun",
        "Precision",
        "United",
        "Lion",
        "Jade",
    ];
    private static readonly string[] Second =
    [
        "Precision",
        "Metal",
        "Plastic",
        "Electronics",
        "Industrial",
        "Engineering",
        "Tooling",
        "Printing",
    ];
    private static readonly string[] Han =
    [
        "海港",
        "金輝",
        "廣榮",
        "永興",
        "東方",
        "新陽",
        "精密",
        "聯合",
        "獅子",
        "翡翠",
    ];
    private static readonly string[] Trade = ["精密", "五金", "塑膠", "電子", "實業", "工程", "模具", "印刷"];

    private readonly Random _random = new(seed);

    /// <summary>Twelve codes of which no firm claims more than a few.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [.. Capabilities.Where(code => code.Count(sign => sign == '/') >= 2).Where((_, place) => place % 17 == 3).Take(12)];

    public List<Profile> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private Profile One(int number)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        values["capabilities"] = Some(Capabilities, 2 + _random.Next(7), null);
        values["materials"] = Some(Materials, 1 + _random.Next(4), null);
        values["certifications"] = Some(
            Certifications,
            _random.Next(4),
            new DateOnly(2027, 1, 1).AddDays(_random.Next(900))
        );
        foreach (var attribute in BoardTable.Partners.Attributes.Where(_ => _random.NextDouble() < 0.6))
        {
            if (attribute is { Kind: AttributeKind.Number, Min: NumberValue min })
                values[attribute.Code] = new NumberValue(
                    Math.Max(min.Number, attribute.Step!.Value * (1 + _random.Next(300)))
                );
            else if (attribute.Kind is AttributeKind.Category)
                values[attribute.Code] = new CodeValue(attribute.Values[_random.Next(attribute.Values.Length)].Code);
        }

        var day = new DateOnly(2027, 3, 31).AddDays(-_random.Next(500));
        var (name, han) = ($"{Of(First)} {Of(Second)} {Of(Second)} Works", $"{Of(Han)}{Of(Trade)}{Of(Trade)}廠");
        return new(
            number.ToString("x8", CultureInfo.InvariantCulture),
            values.ToImmutable(),
            values.Keys.ToImmutableSortedDictionary(code => code, _ => day, StringComparer.Ordinal),
            true,
            $"firms/{number}",
            Texts: [name, han, $"{_random.Next(200)} Hung To Road, Kwun Tong", $"觀塘鴻圖道{_random.Next(200)}號"]
        );
    }

    private TagsValue Some(string[] codes, int count, DateOnly? until) =>
        new([
            .. Enumerable
                .Range(0, count)
                .Select(_ => codes[(int)(codes.Length * Math.Pow(_random.NextDouble(), 1.3))])
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(code => new Tag(code, until)),
        ]);

    private string Of(string[] words) => words[_random.Next(words.Length)];

    private static string[] Codes(string taxonomy) =>
        [.. TaxonomySet.BuiltIn.Find(taxonomy)!.Terms.Select(term => term.Code)];
}
