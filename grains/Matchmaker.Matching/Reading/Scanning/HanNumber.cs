namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>Numbers in Han numerals, such as 三千, 十二, 兩萬五千, 半 and 二〇二六, in canonical form.</summary>
internal static class HanNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The number that begins at an index; null: none begins there.</summary>
    public static WrittenNumber? At(string text, int start)
    {
        if (text[start] == '半')
            return new(0.5m, start + 1) { IsHan = true };
        var end = start;
        while (end < text.Length && IsNumeral(text[end]))
            end++;
        if (end == start || (DigitOf(text[start]) is null && text[start] != '十'))
            return null;
        var value = ValueOf(text.AsSpan(start, end - start));
        return new(value ?? 0, end, value is null ? ReadingFault.NotANumber : null) { IsHan = true };
    }

    private static bool IsNumeral(char c) => DigitOf(c) is not null || SmallUnit(c) > 1 || LargeUnit(c) > 1;

    private static int? DigitOf(char c) =>
        c switch
        {
            '零' => 0,
            '两' => 2,
            _ => Digits.IndexOf(c) is var digit and >= 0 ? digit : null,
        };

    private static int SmallUnit(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 1,
        };

    private static decimal LargeUnit(char c) =>
        c switch
        {
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 1,
        };

    private static decimal? ValueOf(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && IsPositional(text))
            return Positional(text);
        decimal total = 0;
        var last = decimal.MaxValue;
        while (!text.IsEmpty)
        {
            var length = 0;
            while (length < text.Length && LargeUnit(text[length]) == 1)
                length++;
            var unit = length < text.Length ? LargeUnit(text[length]) : 1;
            if (unit >= last || SectionOf(text[..length], isAfterLarge: last != decimal.MaxValue) is not { } section)
                return null;
            total += section * unit;
            last = unit;
            text = text[Math.Min(text.Length, length + 1)..];
        }

        return total;
    }

    private static bool IsPositional(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (DigitOf(c) is null || c == '两')
                return false;
        }

        return text.Length <= 15;
    }

    private static decimal Positional(ReadOnlySpan<char> text)
    {
        decimal value = 0;
        foreach (var c in text)
            value = (value * 10) + DigitOf(c)!.Value;
        return value;
    }

    // 三千五 and 一萬二 are spoken for 3500 and 12000 and would be written so: they are refused, not guessed.
    private static decimal? SectionOf(ReadOnlySpan<char> text, bool isAfterLarge)
    {
        var (value, last, pending, afterZero) = (0m, isAfterLarge ? 10_000 : 100_000, default(int?), false);
        foreach (var c in text)
        {
            if (DigitOf(c) is { } digit)
            {
                if (pending is > 0 || (digit == 0 && afterZero))
                    return null;
                (pending, afterZero) = (digit == 0 ? null : digit, digit == 0 || afterZero);
                continue;
            }

            var unit = SmallUnit(c);
            if (unit >= last || (pending is null && (unit != 10 || last < 100_000 || value > 0)))
                return null;
            value += (pending ?? 1) * unit;
            (last, pending, afterZero) = (unit, null, false);
        }

        var isSpoken = pending is not null && !afterZero && last is > 10 and < 100_000;
        return isSpoken || (text.IsEmpty) ? null : value + (pending ?? 0);
    }
}
