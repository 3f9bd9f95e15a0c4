using System.Text.RegularExpressions;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Firms;

/// <summary>
/// What of an address says where the house stands: the number and the street; floors, units and districts are left out.
/// Pure.
/// </summary>
internal static partial class DuplicateAddress
{
    private static readonly Dictionary<string, string> StreetWords = new(StringComparer.Ordinal)
    {
        ["st"] = "street",
        ["rd"] = "road",
        ["ave"] = "avenue",
        ["ln"] = "lane",
        ["dr"] = "drive",
    };

    private static readonly string[] Areas =
    [
        .. "香港特別行政區 香港 九龍灣 九龍 新界 觀塘區 觀塘 牛頭角 啟德 新蒲崗 油塘 藍田 秀茂坪 黃大仙區 黃大仙 鑽石山 荔枝角 長沙灣 深水埗 葵涌 葵青 荃灣 屯門 元朗 沙田 火炭 大埔 柴灣 鰂魚涌 香港仔 黃竹坑"
            .Split(' ')
            .Select(Folding.Of),
    ];

    private static readonly Regex HanStreet = new(
        $@"(?<street>[\u3400-\u9FFF]+?[{Folding.Of("街道路里巷徑坊")}]) (?<number>\d+[a-z]?(?:(?: [{Folding.Of("至到")}])? \d+[a-z]?)*) {Folding.Of("號")}",
        RegexOptions.CultureInvariant
    );

    /// <summary>Equal for texts of one language that name the same house; null: the text names no house.</summary>
    public static string? Of(string text) =>
        OfHan(text)
        ?? text.Split(',', '，', '、', ';', '；').Select(OfEnglish).FirstOrDefault(street => street is not null);

    private static string? OfHan(string text)
    {
        if (HanStreet.Match(Folding.Of(text)) is not { Success: true } found)
            return null;
        var street = found.Groups["street"].Value;
        // Some streets bear the name of their district: keep at least one character before the word for street.
        while (
            Areas.FirstOrDefault(area =>
                street.StartsWith(area, StringComparison.Ordinal) && street.Length > area.Length + 1
            )
                is { } area
        )
            street = street[area.Length..];
        return $"{street} {string.Join(' ', Numbers().Matches(found.Groups["number"].Value).Select(number => number.Value))}";
    }

    // A part between commas, because a floor's number before one belongs to no street.
    private static string? OfEnglish(string part)
    {
        if (EnglishStreet().Match(Folding.Of(part)) is not { Success: true } found)
            return null;
        var type = found.Groups["type"].Value;
        return $"{found.Groups["name"].Value} {StreetWords.GetValueOrDefault(type, type)}{found.Groups["side"].Value} {found.Groups["number"].Value}";
    }

    [GeneratedRegex(
        @"(?<number>\d+[a-z]?(?: \d+[a-z]?)*) (?<name>[a-z]+(?: [a-z]+){0,3}) (?<type>street|st|road|rd|avenue|ave|lane|ln|path|drive|dr|terrace|circuit|crescent|square)(?<side> (?:east|west|north|south|central))?(?: |$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EnglishStreet();

    [GeneratedRegex(@"\d+[a-z]?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
