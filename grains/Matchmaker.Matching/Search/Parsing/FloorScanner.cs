using System.Text.RegularExpressions;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>
/// Reads floors in running text, such as 5樓以上 and "above 10/F". One that is not compared is a part of an address.
/// </summary>
internal static partial class FloorScanner
{
    private const int MaxLength = 24;

    /// <summary>The floor that begins at an index of a folded text; null: none, or one of an address.</summary>
    /// <param name="isCompared">Whether a comparison stands before it.</param>
    public static Amount? At(string folded, int start, bool isCompared)
    {
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        if (Floor().Match(text) is not { Success: true } match || !(isCompared || match.Groups["compared"].Success))
            return null;
        var written = match.Groups["number"].Value;
        return NumberScanner.At(written, 0) is { Fault: null } number && number.End == written.Length
            ? new(number.Value, null, "storey", start, start + match.Groups["floor"].Length)
            : null;
    }

    [GeneratedRegex(
        @"^(?<floor>(?:(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:/ ?f|f|字?楼|(?:st|nd|rd|th)? ?floor)"
            + @"|(?:floor|level) (?<number>[0-9]{1,3}))(?![a-z0-9]))"
            + @"(?<compared> ?(?:或?以上|或?以下|起|(?:or|and) (?:above|below|higher|lower|up)|\+))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Floor();
}
