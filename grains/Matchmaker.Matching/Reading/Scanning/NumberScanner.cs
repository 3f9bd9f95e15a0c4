using System.Globalization;

namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>
/// Reads digits in a normalised text (<see cref="ReadingText"/>): thousands set off in groups of three by one sign, one
/// decimal point, and fractions such as <c>12 1/2</c>. A decimal comma is a fault, never a guess.
/// </summary>
internal static class NumberScanner
{
    // More digits are a typing error and would overflow in the conversion of units.
    private const int MaxDigits = 15;
    private const int MaxDecimals = 12;
    private const int MaxDenominator = 64;

    /// <summary>The number that begins at an index; null: none begins there.</summary>
    public static WrittenNumber? At(string text, int start, ScanFor purpose = ScanFor.Quantity)
    {
        if (start >= text.Length)
            return null;
        if (HanNumber.At(text, start) is { } han)
            return han;
        var lead = EndOfDigits(text, start);
        if (lead == start && !IsMarkBeforeDigit(text, start, '.'))
            return null;
        var whole = EndOfGroups(text, start, lead, purpose);
        var end = IsMarkBeforeDigit(text, whole, '.') ? EndOfDigits(text, whole + 1) : whole;
        if (whole - start > MaxDigits || end - whole > MaxDecimals)
            return new(0, end, ReadingFault.NotANumber);
        if (IsMarkBeforeDigit(text, end, ',') || IsMarkBeforeDigit(text, end, '.'))
            return BrokenAt(text, start, end, isPlain: end == lead);
        var value = Parse(text.AsSpan(start, end - start));
        if (end == whole)
            return WithFraction(text, start, new(value, end));
        // 2.5½ says two fractions.
        return end < text.Length && text[end] == ' ' && FractionAt(text, end + 1) is { } second
            ? new(0, second.End, ReadingFault.NotANumber)
            : new(value, end);
    }

    /// <summary>Whether a sign stands at an index with a digit behind it.</summary>
    private static bool IsMarkBeforeDigit(string text, int at, char mark) =>
        at + 1 < text.Length && text[at] == mark && char.IsAsciiDigit(text[at + 1]);

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    // Groups have three digits and one sign between them; a group after a leading 0 would be a fraction.
    private static int EndOfGroups(string text, int start, int lead, ScanFor purpose)
    {
        if (
            lead - start is 0 or > 3
            || text[start] == '0'
            || lead >= text.Length
            || text[lead] is not (',' or ' ' or '\'')
        )
            return lead;
        var end = lead;
        while (end < text.Length && text[end] == text[lead] && EndOfDigits(text, end + 1) == end + 4)
            end += 4;
        // 12'600" would be inches; 1 200/2 a fraction, and $1,200/m² is none.
        var isOther = (end < text.Length && text[end] == '"') || IsMarkBeforeDigit(text, end, '/');
        return isOther || (purpose is ScanFor.RunningText && AreTwoNumbers(text, start, lead, end)) ? lead : end;
    }

    // "$14 150磅" in a sentence are two numbers; "12 000 sq ft", "1 200 500" and a text that begins so are one.
    private static bool AreTwoNumbers(string text, int start, int lead, int end) =>
        end == lead + 4
        && text[lead] == ' '
        && text[lead + 1] != '0'
        && UnitScanner.StartOfCurrency(text, start) > 0
        && text.AsSpan(0, UnitScanner.StartOfCurrency(text, start)).TrimEnd(' ')
            is not ([] or [.., ',' or ';' or '\n']);

    private static WrittenNumber BrokenAt(string text, int start, int end, bool isPlain)
    {
        var last = EndOfDigits(text, end + 1);
        var isComma = text[end] == ',' && !IsMarkBeforeDigit(text, last, ',') && !IsMarkBeforeDigit(text, last, '.');
        if (!isPlain || !isComma || last - start > MaxDigits)
            return new(0, EndOfMess(text, last), ReadingFault.NotANumber);
        var (whole, rest) = (text[start..end], text[(end + 1)..last]);
        return new(0, last, new("decimalComma", $"{whole}.{rest}", $"{Parse(whole + rest):0}") { IsEither = true });
    }

    private static int EndOfMess(string text, int at)
    {
        while (IsMarkBeforeDigit(text, at, ',') || IsMarkBeforeDigit(text, at, '.'))
            at = EndOfDigits(text, at + 1);
        return at;
    }

    private static WrittenNumber WithFraction(string text, int start, WrittenNumber number)
    {
        if (IsMarkBeforeDigit(text, number.End, '/'))
            return FractionAt(text, start) ?? new(0, EndOfSlashes(text, number.End), ReadingFault.NotANumber);
        return
            number.End + 1 < text.Length
            && text[number.End] is ' ' or '-'
            && FractionAt(text, number.End + 1) is { } fraction
            ? fraction with
            {
                Value = number.Value + fraction.Value,
            }
            : number;
    }

    private static WrittenNumber? FractionAt(string text, int start)
    {
        var slash = EndOfDigits(text, start);
        if (slash == start || slash - start > 2 || !IsMarkBeforeDigit(text, slash, '/'))
            return null;
        var end = EndOfDigits(text, slash + 1);
        if (end - slash > 3 || IsMarkBeforeDigit(text, end, '/') || IsMarkBeforeDigit(text, end, '.'))
            return null;
        var (above, below) = (Parse(text.AsSpan(start, slash - start)), Parse(text.AsSpan(slash + 1, end - slash - 1)));
        return above > 0 && above < below && below <= MaxDenominator ? new(above / below, end) : null;
    }

    private static int EndOfSlashes(string text, int at)
    {
        while (IsMarkBeforeDigit(text, at, '/'))
            at = EndOfDigits(text, at + 1);
        return at;
    }

    private static decimal Parse(ReadOnlySpan<char> written)
    {
        Span<char> digits = stackalloc char[written.Length];
        var length = 0;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c) || c == '.')
                digits[length++] = c;
        }

        return decimal.Parse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
