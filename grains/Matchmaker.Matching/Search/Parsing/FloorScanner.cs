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
        if (Floor().Match(text) is not { Success: true } match)
            return null;
        var isSure = isCompared || match.Groups["compared"].Success;
        if (!isSure && !IsWhole(folded, start, match.Groups["floor"].Value))
            return null;
        var written = match.Groups["number"].Value;
        return NumberScanner.At(written, 0) is { Fault: null } number && number.End == written.Length
            ? (new(number.Value, null, "storey", start, start + match.Groups["floor"].Length), isSure)
            : null;
    }

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
        @"^(?<floor>(?:(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:/ ?f|f|字?楼|(?:st|nd|rd|th)? ?floor)"
            + @"|(?:floor|level) (?<number>[0-9]{1,3})(?: ?/ ?f)?)(?![a-z0-9]))"
            + @"(?<compared> ?(?:或?以上|或?以下|起|(?:or|and) (?:above|below|higher|lower|up)|\+))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Floor();
}
