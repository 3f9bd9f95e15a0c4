using System.Text.RegularExpressions;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>
/// Finds sums that are in no Hong Kong dollars, such as RMB 100/m², and rents that are for no month, such as 2元/平米/天.
/// They are said, not taken: neither a rate nor the days of a month are guessed.
/// </summary>
internal static partial class OtherBases
{
    private const int MaxLength = 16;

    /// <summary>The sum that begins with a foreign currency at an index of a folded text; null: none does.</summary>
    public static Amount? At(string folded, int start)
    {
        var text = folded.Substring(start, Math.Min(MaxLength, folded.Length - start));
        return
            Before().Match(text) is { Success: true } currency
            && Amount.Read(folded, start + currency.Length, between: false) is { } amount
            ? amount with
            {
                Start = start,
                IsBroken = true,
            }
            : null;
    }

    /// <summary>Whether the sign of a foreign currency stands before an index.</summary>
    public static bool IsBehindSign(string folded, int at) =>
        folded.AsSpan(0, at).TrimEnd(' ') is [.., '¥' or '£' or '€'];

    /// <summary>The end of a foreign currency, or of a time other than a month, behind an amount; null: none.</summary>
    public static int? EndBehind(string folded, Amount amount)
    {
        var text = folded.Substring(amount.End, Math.Min(MaxLength, folded.Length - amount.End));
        // Of 80年代 nobody says the year.
        if (amount.Unit == "年" && text.StartsWith('代'))
            return amount.End + 1;
        if (After().Match(text) is { Success: true } currency)
            return amount.End + currency.Length;
        return
            (QuantityReader.IsRent(amount.Unit) || amount.Unit == "psf")
            && OtherTime().Match(text) is { Success: true } time
            ? amount.End + time.Length
            : null;
    }

    [GeneratedRegex(
        @"^(?:(?:us|nt|s|a)\$|(?:usd|rmb|cny|gbp|eur|ntd|sgd|aud|jpy|mop|人民币|美元|美金|欧元|英镑|日元)(?: ?\$)?) ?(?=[0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^ ?(?:(?:usd|us dollars?|rmb|cny|yuan|gbp|eur|euros?|sgd|ntd)(?![a-z0-9])|人民币|美元|美金|欧元|英镑|日元)"
            + @"(?: ?(?:/|per )[a-z0-9]+)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex After();

    [GeneratedRegex(
        @"^ ?(?:(?:/|per |a |each )(?:day|year|yr|annum)(?![a-z])|p\.?a\.?(?![a-z])|annually|yearly|[/每一](?:天|日|年))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OtherTime();
}
