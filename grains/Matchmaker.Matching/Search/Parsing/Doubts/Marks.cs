using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>
/// Finds codes in running text, such as FA1608, "part no. 4500-12A" and 1203室. Letters and digits that are written as
/// one are one: no part of them is a word or an amount.
/// </summary>
internal static partial class Marks
{
    private const int MaxLength = 48;

    /// <summary>The end of the room, block or part that is named at an index of a folded text; null: none is.</summary>
    public static int? NamedAt(string folded, int start)
    {
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        if (Behind().Match(text) is { Success: true } behind)
            return start + behind.Length;
        if (Named().Match(text) is not { Success: true } match || !match.Value.Any(char.IsAsciiDigit))
            return null;
        // "Room 14 ft high" and 舖500呎 name no room.
        var mark = match.Groups["mark"];
        return
            Amount.Read(folded, start + mark.Index, between: false) is { Unit.Length: > 0 } amount
            && (amount.Unit.Length > 1 || !char.IsAsciiLetter(amount.Unit[0]))
            ? null
            : start + match.Length;
    }

    /// <summary>
    /// The end of the code whose letters alone, up to an index, would be a phrase: FA of FA16; null: the phrase stands
    /// by itself, or has its amount behind it, as in KT3000呎 and rent16psf.
    /// </summary>
    public static int? AroundPhrase(string folded, int end, ImmutableArray<Interpretation> interpretations)
    {
        if (!char.IsAsciiLetter(folded[end - 1]))
            return null;
        var digits =
            end < folded.Length && folded[end] == '-' && interpretations is [TagInterpretation, ..] ? end + 1 : end;
        if (digits >= folded.Length || !char.IsAsciiDigit(folded[digits]))
            return null;
        var last = digits;
        while (last < folded.Length && char.IsAsciiLetterOrDigit(folded[last]))
            last++;
        if (interpretations is [AttributeInterpretation or ComparisonInterpretation or DenialInterpretation, ..])
            return null;
        return
            Amount.Read(folded, digits, between: false) is { Unit.Length: > 0 } amount
            && amount.End >= last
            && (amount.Unit.Length > 1 || !char.IsAsciiLetter(amount.Unit[0]))
            ? null
            : last;
    }

    [GeneratedRegex(
        @"^(?:(?:room|rm|flat|suite|shop|blk|block|p/n|part (?:no|number)|drawing(?: no| number)?|dwg(?: no)?"
            + @"|model(?: no| number)?|sku|item no|order no|serial no|ref(?:erence)?(?: no| number)?"
            + @"|房号?|室|铺|型号|编号|图号|料号|零件号|件号|批号|订单号|款号|货号)[.:#]? ?(?:no\b|number|#)?[.:]? ?"
            + @"(?<mark>[a-z]{0,6}-?[0-9][a-z0-9]*(?:[-/_.][a-z0-9]+)*)"
            + @"|(?:unit|单位) ?(?<mark>(?:[1-5]?[0-9][a-z]|[a-z][0-9]{1,4}[a-z]?)(?![a-z0-9/])))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:[a-z]?[0-9]{1,5}[a-z]?(?:-[a-z]?[0-9]{1,5}[a-z]?)?(?:号?室|号铺|铺|房|座)(?![内外])|[a-z] ?[座室])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Behind();
}
