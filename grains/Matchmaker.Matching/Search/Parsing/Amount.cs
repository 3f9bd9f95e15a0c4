using System.Globalization;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>A number in running text with its unit, or a range of two numbers.</summary>
/// <param name="To">The other end of a range; null: a single number.</param>
/// <param name="Unit">The spelling in the unit tables; empty: no unit follows.</param>
/// <param name="End">The index in the text at which the amount ends.</param>
internal readonly record struct Amount(decimal Number, decimal? To, string Unit, int End)
{
    // More digits are a typing error and would overflow in the unit conversion.
    private const int MaxDigits = 15;

    private static readonly string[] Currencies = ["hk$", "hkd", "$", "港币", "港元"];
    private static readonly string[] Connectors = ["-", "~", "至", "到", "to"];
    private static readonly string[] ConnectorsAfterBetween = ["-", "~", "至", "到", "to", "and", "与", "和", "及"];

    /// <summary>The amount that begins at an index of the folded text; null: no amount begins there.</summary>
    /// <param name="between">
    /// Whether a word such as "between" announced a range, so that "and" may join its ends.
    /// </param>
    public static Amount? Read(string text, int start, bool between)
    {
        if (ReadSingle(text, start) is not { } first)
            return null;
        foreach (var connector in between ? ConnectorsAfterBetween : Connectors)
        {
            var at = SkipBlanks(text, first.End);
            if (!text.AsSpan(at).StartsWith(connector, StringComparison.Ordinal))
                continue;
            at = SkipCurrency(text, SkipBlanks(text, at + connector.Length));
            if (
                ReadSingle(text, at) is { } second
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

    private static Amount? ReadSingle(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsSeparator(text, end)))
            end++;
        var digits = text[start..end].Replace(",", "", StringComparison.Ordinal);
        if (
            digits.Length is 0 or > MaxDigits
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

    // Groups between commas have three digits, so 1,23 is no number. A point needs a digit behind it.
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
        Span<char> spelling = stackalloc char[QuantityReader.MaxSpellingLength];
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

    // "2 in Kwun Tong" is no length: inches as "in" stand directly after their number.
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
