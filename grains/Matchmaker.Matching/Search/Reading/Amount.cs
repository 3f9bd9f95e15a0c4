using System.Globalization;

namespace Matchmaker.Matching.Search.Reading;

/// <summary>A number in running text with its unit, or two of them as a range.</summary>
/// <param name="To">The other end of a range; null: it is one number.</param>
/// <param name="Unit">As the tables of units spell it; empty: none stands by it.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct Amount(decimal Number, decimal? To, string Unit, int End)
{
    // Because more digits than this are a slip of the hand, and would overflow when multiplied.
    private const int MostDigits = 15;

    private static readonly string[] Currencies = ["hk$", "hkd", "$", "港币", "港元"];
    private static readonly string[] Connectors = ["-", "~", "至", "到", "to"];
    private static readonly string[] ConnectorsAfterBetween = ["-", "~", "至", "到", "to", "and", "与", "和", "及"];

    /// <summary>The amount that begins at a place of the folded text; null: none does.</summary>
    /// <param name="between">Whether the text announced two ends, so that "and" stands between them.</param>
    public static Amount? At(string text, int start, bool between)
    {
        if (One(text, start) is not { } first)
            return null;
        foreach (var connector in between ? ConnectorsAfterBetween : Connectors)
        {
            var at = SkipBlanks(text, first.End);
            if (!text.AsSpan(at).StartsWith(connector, StringComparison.Ordinal))
                continue;
            at = SkipCurrency(text, SkipBlanks(text, at + connector.Length));
            if (
                One(text, at) is { } second
                && second.Number >= first.Number
                && (first.Unit.Length == 0 || first.Unit == second.Unit || second.Unit.Length == 0)
            )
                return second with
                {
                    Number = first.Number,
                    To = second.Number,
                    Unit = second.Unit.Length > 0 ? second.Unit : first.Unit,
                };
        }

        return first;
    }

    private static Amount? One(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsSeparator(text, end)))
            end++;
        var digits = text[start..end].Replace(",", "", StringComparison.Ordinal);
        if (
            digits.Length is 0 or > MostDigits
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        var after = SkipBlanks(text, end);
        if (after < text.Length && text[after] == '万')
            (number, end) = (number * 10_000, after + 1);
        return UnitAt(text, start, end) is { } unit
            ? new(number, null, unit.Spelling, unit.End)
            : new(number, null, "", end);
    }

    // Because 1,23 is no number: groups between commas have three digits. A point needs a digit behind it.
    private static bool IsSeparator(string text, int at) =>
        text[at] switch
        {
            '.' => at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]),
            ',' => at > 0 && char.IsAsciiDigit(text[at - 1]) && IsGroup(text, at + 1),
            _ => false,
        };

    private static bool IsGroup(string text, int at) =>
        at + 3 <= text.Length
        && char.IsAsciiDigit(text[at])
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static (string Spelling, int End)? UnitAt(string text, int start, int end)
    {
        Span<char> spelling = stackalloc char[QuantityReader.LongestSpelling];
        var currency = CurrencyBefore(text, start);
        if (currency.Length > 0)
            "$".CopyTo(spelling);
        var length = currency.Length > 0 ? 1 : 0;
        var best = length > 0 ? ("$", end) : default((string, int)?);
        for (var at = end; at < text.Length && length < spelling.Length; at++)
        {
            if (text[at] is ' ' or '.' or '^')
                continue;
            if (text[at] is ',' or ';' or '\n' || char.IsSurrogate(text[at]))
                break;
            spelling[length++] = text[at];
            if (
                IsBoundary(text, at)
                && QuantityReader.Unit(spelling[..length]) is { } unit
                && !IsPreposition(text, end, unit)
            )
                best = (unit, at + 1);
        }

        return best;
    }

    // Because "2 in Kwun Tong" is no length: inches written so stand close to their number.
    private static bool IsPreposition(string text, int end, string unit) => unit == "in" && text[end] == ' ';

    private static bool IsBoundary(string text, int at) =>
        at + 1 == text.Length
        || !(
            (char.IsAsciiLetter(text[at]) && char.IsAsciiLetterOrDigit(text[at + 1]))
            || (char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]))
        );

    private static string CurrencyBefore(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        foreach (var currency in Currencies)
        {
            if (before.EndsWith(currency, StringComparison.Ordinal))
                return currency;
        }

        return "";
    }

    private static int SkipCurrency(string text, int at)
    {
        foreach (var currency in Currencies)
        {
            if (text.AsSpan(at).StartsWith(currency, StringComparison.Ordinal))
                return SkipBlanks(text, at + currency.Length);
        }

        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}
