using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Reading;

/// <summary>
/// Reads floors as Hong Kong writes them: G/F and 地下 are 0, 5/F and 五樓 are 5, B1 and 地庫 are -1.
/// </summary>
internal static partial class FloorReader
{
    /// <summary>The floor's number, or why the text names a floor without its number; both null: no floor.</summary>
    public static (decimal? Number, ReadingFault? Fault) Read(string text)
    {
        if (Ground().IsMatch(text))
            return (0, null);
        if (Basement().Match(text) is { Success: true } basement)
            return (-NumberOf(basement.Groups["number"].Value, ifEmpty: 1), null);
        if (Named().Match(text) is { Success: true } named && ReadingWords.IsFloorName(named.Groups["name"].Value))
            return (null, new("floorName", named.Groups["name"].Value.ToUpperInvariant()));
        var match = Before().Match(text) is { Success: true } before ? before : After().Match(text);
        if (!match.Success || NumberOf(match.Groups["number"].Value, null) is not { } number)
            return (null, null);
        return (match.Groups["minus"].Length > 0 ? -number : number, null);
    }

    private static decimal? NumberOf(string text, decimal? ifEmpty)
    {
        if (text.Length == 0)
            return ifEmpty;
        return decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : HanNumber.At(text, 0) is { Fault: null } han && han.End == text.Length ? han.Value
            : null;
    }

    [GeneratedRegex(@"^(?:g|gf|g/f|ground(?: ?floor)?|地下|地面层?|地铺)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ground();

    [GeneratedRegex(
        @"^(?:b|basement|地库) ?(?<number>[0-9]{1,2}|[一二三四五])? ?(?:/?f|层|楼)?$(?<!^b(?:/?f)?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Basement();

    [GeneratedRegex(@"^(?<name>\p{L}+?)(?:[0-9]{0,2}(?:/?f| ?floor)?\.?|层)$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:level|lvl|lv|l|floor|fl)\.? ?(?<minus>-)?(?<number>[0-9]{1,3})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^第?(?<minus>[-负])?(?<number>[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,6}) ?"
            + @"(?:/ ?f|f|f/|字?楼|层|(?:st|nd|rd|th)?[ /]?(?:floor|fl))\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex After();
}
