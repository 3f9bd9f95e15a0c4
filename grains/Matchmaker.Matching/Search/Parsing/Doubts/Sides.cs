using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>The sides in m, where a unit says so; empty: they are no sides, or no unit is written.</summary>
    /// <param name="folded">The whole of it; a side without a unit has that of the next one.</param>
    public static ImmutableArray<decimal> Of(string folded)
    {
        if (EndAt(folded, 0) != folded.Length)
            return [];
        var (sides, unit) = (new List<decimal>(), "");
        foreach (var side in Side().Matches(folded).Reverse())
        {
            unit = side.Groups["unit"] is { Length: > 0 } written ? written.Value : unit;
            var number = decimal.Parse(side.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (QuantityReader.In("m", number, unit) is not { } metres)
                return [];
            sides.Insert(0, metres);
        }

        return [.. sides];
    }

    [GeneratedRegex(
        @"(?<number>[0-9]+(?:\.[0-9]+)?) ?(?<unit>mm|cm|m|ft|in|'|""|米|呎|尺|寸|吋)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Side();

    [GeneratedRegex(
        @"^(?!24 ?[x×*] ?7(?![0-9.]))[0-9]+(?:\.[0-9]+)? ?(?:mm|cm|m|ft|in|'|""|米|呎|尺|寸|吋)?"
            + @"(?: ?(?:[x×*]|by) ?[0-9]+(?:\.[0-9]+)? ?(?:mm|cm|m|ft|in|'|""|米|呎|尺|寸|吋)?){1,2}(?![a-z0-9]|[.,][0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Times();
}
