using System.Text.RegularExpressions;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>Finds the two or three sides of a thing, such as 12x15 m and 3m x 2m x 2.2m.</summary>
internal static partial class Sides
{
    private const int MaxLength = 48;

    /// <summary>The end of the sides that begin at an index of a folded text; null: none do.</summary>
    public static int? EndAt(string folded, int start)
    {
        if (start >= folded.Length || !char.IsAsciiDigit(folded[start]))
            return null;
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        return Times().Match(text) is { Success: true } match ? start + match.Length : null;
    }

    [GeneratedRegex(
        @"^(?!24 ?[x×*] ?7(?![0-9.]))[0-9]+(?:\.[0-9]+)? ?(?:mm|cm|m|ft|in|'|""|米|呎|尺|寸|吋)?"
            + @"(?: ?(?:[x×*]|by) ?[0-9]+(?:\.[0-9]+)? ?(?:mm|cm|m|ft|in|'|""|米|呎|尺|寸|吋)?){1,2}(?![a-z0-9.,])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Times();
}
