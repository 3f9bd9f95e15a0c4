using System.Text.RegularExpressions;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>
/// Reads floors in running text, such as 5樓以上 and "above 10/F". One that is not compared may be a part of an address.
/// </summary>
internal static partial class FloorScanner
{
    private const int MaxLength = 24;

    /// <summary>The floor that begins at an index of a folded text, and whether it is asked for; null: none.</summary>
    /// <param name="isCompared">Whether a comparison stands before it.</param>
    public static (Amount Floor, bool IsSure)? At(string folded, int start, bool isCompared)
    {
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        if (RangeAt(text, start, isCompared) is { } range)
            return range;
        if (Floor().Match(text) is not { Success: true } match)
            return null;
        var isSure = isCompared || match.Groups["compared"].Success;
        if (!isSure && !IsWhole(folded, start, match.Groups["floor"].Value))
            return null;
        return NumberOf(match.Groups["number"].Value) is { } number
            ? (new(number, null, "storey", start, start + match.Groups["floor"].Length), isSure)
            : null;
    }

    // 5樓至10樓, "3/F to 8/F" and, behind "between", 3/F and 8/F.
    private static (Amount Floor, bool IsSure)? RangeAt(string text, int start, bool isCompared) =>
        Range().Match(text) is { Success: true } match
        && (isCompared || !match.Groups["and"].Success)
        && NumberOf(match.Groups["number"].Value) is { } low
        && NumberOf(match.Groups["to"].Value) is { } high
        && low < high
            ? (new(low, high, "storey", start, start + match.Length), true)
            : null;

    private static decimal? NumberOf(string written) =>
        NumberScanner.At(written, 0) is { Fault: null } number && number.End == written.Length ? number.Value : null;

    // "Level 3" is a level of anything, and "$14 樓底14呎" names no floor.
    private static bool IsWhole(string folded, int start, string floor)
    {
        var end = start + floor.Length;
        return !char.IsAsciiLetter(floor[0])
            && !(floor.EndsWith('楼') && floor.Contains(' ', StringComparison.Ordinal))
            && !(end < folded.Length && Folding.IsHan(folded, end))
            && folded.AsSpan(0, start).TrimEnd(' ') is not [.., '$'];
    }

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:/ ?f|f|字?楼|(?:st|nd|rd|th)?(?: ?floor)?)"
            + @"(?: ?(?:[-~至到]|to) ?| ?(?<and>and|和|与|及) ?)"
            + @"(?<to>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:/ ?f|f|字?楼(?![底面下上])|(?:st|nd|rd|th) ?floors?)(?![a-z0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Range();

    [GeneratedRegex(
        @"^(?<floor>(?:(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:/ ?f|f|字?楼|(?:st|nd|rd|th)? ?floor)"
            + @"|(?:floor|level) (?<number>[0-9]{1,3})(?: ?/ ?f)?)(?![a-z0-9]))"
            + @"(?<compared> ?(?:或?以上|或?以下|起|(?:or|and) (?:above|below|higher|lower|up)|\+))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Floor();
}
