using System.Text.RegularExpressions;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>
/// Tells the comma of a Chinese list from that of a number: 0.02，500件 are two amounts, 1，200呎 is one, and of 4，5米
/// nobody can say which.
/// </summary>
internal static partial class ListCommas
{
    /// <summary>The text with a mark of listing, of the same length, in place of such commas.</summary>
    public static string Apart(string typed) =>
        typed.Contains('，', StringComparison.Ordinal)
            ? BetweenDigits().Replace(typed, match => IsList(match) ? "、" : match.Value)
            : typed;

    /// <summary>Takes neither of two amounts of one thing that such a comma divides: they may be one number.</summary>
    public static void Doubt(List<TextSpan> spans, string folded)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            var (one, other) = (spans[i - 1], spans[i]);
            if (
                one.Amount is null
                || other.Amount is null
                || folded.AsSpan(one.End, Math.Max(0, other.Start - one.End)) is not "、"
                || !Attributes(one).Intersect(Attributes(other)).Any()
            )
                continue;
            foreach (var span in new[] { one, other })
                (span.AttributesNamed, span.IsDoubtful) = ([], true);
        }
    }

    private static string[] Attributes(TextSpan span)
    {
        var unit = span.Amount!.Value.Unit;
        return span.AttributesNamed.IsEmpty
            ? QuantityReader.AttributesMeant(span.Amount.Value.Number, ref unit)
            : [.. span.AttributesNamed];
    }

    private static bool IsList(Match comma)
    {
        var (before, behind) = (comma.Groups["before"].Value, comma.Groups["behind"].Value);
        var isGroup = behind.Length == 3 && !HasPoint(before) && before.Split(',', '，')[0].Length <= 3;
        var isDecimal = behind.Length <= 2 && !HasPoint(before) && before.Length <= 2;
        return !isGroup && !isDecimal;
    }

    private static bool HasPoint(string number) => number.AsSpan().IndexOfAny('.', '．') >= 0;

    [GeneratedRegex(
        @"(?<=(?<before>[0-9０-９][0-9０-９.．,，]*))，(?=(?<behind>[0-9０-９]+))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BetweenDigits();
}
