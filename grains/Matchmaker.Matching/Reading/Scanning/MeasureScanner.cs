using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>Reads numbers with their suffixes, currencies, units and compounds in a normalised text.</summary>
internal sealed class MeasureScanner(string text, ScanFor purpose)
{
    private static readonly UnitTable[] Compounds = [.. new[] { "m", "kg", "month", "day" }.Select(UnitTable.For)];

    private static readonly (string Word, decimal Scale)[] Powers =
    [
        ("thousand", 1000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
    ];

    private static readonly string[] Tenths = ["角", "毫子", "毫", "毛"];
    private static readonly string[] Feet = ["'", "ft", "呎", "尺"];

    /// <summary>The measure that begins at an index, with its currency; null: none begins there.</summary>
    public Measure? At(int start)
    {
        var at = UnitScanner.SkipCurrency(text, start);
        if (NumberScanner.At(text, at, purpose) is not { } number)
            return null;
        if (number.Fault is { } fault)
            return new(0, 1, "", at > start, number.End, number.End) { Fault = fault, IsHan = number.IsHan };
        var tenths = WithTenths(number);
        var measure = WithUnit(tenths ?? number, at > start || tenths is not null);
        return WithCompound(number.IsHan && measure.Scale == 1 ? Split(measure, at) : measure);
    }

    // 十四元五角, 14蚊半 and 14元5毫 are dollars and their tenths.
    private WrittenNumber? WithTenths(WrittenNumber number)
    {
        var at = number.End;
        if (at + 1 >= text.Length || text[at] is not ('元' or '蚊' or '块') || !decimal.IsInteger(number.Value))
            return null;
        if (text[at + 1] == '半')
            return number with { Value = number.Value + 0.5m, End = at + 2 };
        return
            NumberScanner.At(text, at + 1) is { Fault: null, Value: >= 1 and < 10 } tenth
            && decimal.IsInteger(tenth.Value)
            && Tenths.FirstOrDefault(word => ReadingText.Has(text, tenth.End, word)) is { } word
            ? number with
            {
                Value = number.Value + (tenth.Value / 10),
                End = tenth.End + word.Length,
            }
            : null;
    }

    private Measure WithUnit(WrittenNumber number, bool isMoney)
    {
        var direct = Tail(number.End, isMoney);
        if (SuffixAt(number.End) is not { } suffix)
            return Make(number.Value, 1, number.End, direct);
        var scaled = Tail(suffix.End, isMoney);
        var isMillion = text[suffix.End - 1] == 'm';
        var isSuffix = isMillion
            // "3.8m min" is a least height, and no million minutes.
            ? direct.Unit is "" or "m"
                && (scaled.Unit is not ("" or "min") || scaled.IsMoney || purpose is ScanFor.Counts)
            // 20k m² is no way of 20 km.
            : direct.Unit.Length == 0
                || scaled.Unit.Length > 0 && ReadingText.SkipBlanks(text, suffix.End) > suffix.End;
        if (!isSuffix)
            return Make(number.Value, 1, number.End, direct);
        return Lower(suffix.End, suffix.Scale) is { } lower
            ? Make((number.Value * suffix.Scale) + lower.Value, 1, lower.End, Tail(lower.End, isMoney))
            : Make(number.Value, suffix.Scale, suffix.End, scaled);

        Measure Make(decimal mantissa, decimal scale, int numberEnd, (string Unit, bool IsMoney, int End) tail) =>
            new(mantissa, scale, tail.Unit, tail.IsMoney, numberEnd, tail.End) { IsHan = number.IsHan };
    }

    // 五千 is five times a thousand, so that 三至五千 shares the thousand.
    private Measure Split(Measure measure, int start)
    {
        var digits = text[start..measure.NumberEnd].TrimEnd('百', '千', '万', '亿');
        return
            digits.Length > 0
            && HanNumber.At(digits, 0) is { Fault: null, Value: > 0 } lead
            && lead.End == digits.Length
            ? measure with
            {
                Mantissa = lead.Value,
                Scale = measure.Mantissa / lead.Value,
            }
            : measure;
    }

    private (string Unit, bool IsMoney, int End) Tail(int at, bool isMoney)
    {
        // 3000多呎, 三千幾呎 and 3000+ sq ft are that or more.
        if (
            purpose is ScanFor.RunningText
            && at < text.Length
            && text[at] is '几' or '多' or '余' or '+'
            && UnitScanner.At(text, at + 1, purpose) is not null
        )
            at++;
        var start = ReadingText.SkipBlanks(text, at);
        var after = UnitScanner.SkipCurrency(text, start, isAfterNumber: true);
        isMoney |= after > start;
        var behind = after > start ? after : at;
        var found = UnitScanner.At(text, behind, purpose);
        // $16 a foot is no ampere.
        if (isMoney && found is null or { Key: "a" } && UnitScanner.SkipArticle(text, behind) is { } next)
            found = UnitScanner.At(text, next, purpose);
        return found is { } unit ? (unit.Key, isMoney, unit.End) : ("", isMoney, after > start ? after : at);
    }

    private (decimal Scale, int End)? SuffixAt(int at)
    {
        at = ReadingText.SkipBlanks(text, at);
        if (at >= text.Length)
            return null;
        foreach (var (word, power) in Powers)
        {
            if (ReadingText.HasWord(text, at, word))
                return (power, at + word.Length);
        }

        if (LatinSuffix(text[at]) is { } latin)
            return IsSuffixEnd(at + 1) ? (latin, at + 1) : null;
        var (scale, end) = (1m, at);
        if (text[end] is '百' or '千')
            scale = text[end++] == '百' ? 100 : 1000;
        if (end < text.Length && text[end] is '万' or '亿')
            scale *= text[end++] == '万' ? 10_000 : 100_000_000;
        return end > at ? (scale, end) : null;
    }

    private static decimal? LatinSuffix(char c) =>
        c switch
        {
            'k' => 1000,
            'w' => 10_000,
            'm' => 1_000_000,
            _ => null,
        };

    private bool IsSuffixEnd(int at) =>
        at == text.Length || !char.IsAsciiLetterOrDigit(text[at]) || UnitScanner.At(text, at, purpose) is not null;

    // 1萬2千 is twelve thousand; 1萬2 is spoken so and written otherwise.
    private (decimal Value, int End)? Lower(int at, decimal scale)
    {
        if (scale < 1000 || !(text[at - 1] is '千' or '万' or '亿') || at >= text.Length)
            return null;
        if (!char.IsAsciiDigit(text[at]) || NumberScanner.At(text, at, purpose) is not { Fault: null } number)
            return null;
        if (
            SuffixAt(number.End) is { } suffix
            && number.Value * suffix.Scale < scale
            && text[number.End] is '百' or '千'
        )
            return (number.Value * suffix.Scale, suffix.End);
        return number.Value >= scale / 1000 && number.Value < scale && number.End - at >= 2
            ? (number.Value, number.End)
            : null;
    }

    private Measure WithCompound(Measure first)
    {
        if (first.Unit.Length == 0 || first.IsMoney)
            return first;
        if (ReadingText.Has(text, first.End, "半"))
            return first with { Mantissa = (first.Number + 0.5m), Scale = 1, End = first.End + 1 };
        var at = ReadingText.SkipBlanks(text, first.End);
        if (Feet.Contains(first.Unit) && at < text.Length && text[at] == '-')
            at++;
        if (
            at >= text.Length
            || !(char.IsAsciiDigit(text[at]) || first.IsHan)
            || NumberScanner.At(text, at, purpose) is not { Fault: null } second
        )
            return first;
        // 5米6 is spoken for 5.6 m and would be written so: it is refused, not guessed, and 6 is no height.
        if (purpose is ScanFor.RunningText && at == first.End && IsSpoken(first, second))
            return first with { Fault = ReadingFault.NotANumber, End = second.End };
        if (UnitScanner.At(text, second.End, purpose, isSecond: true) is { } unit)
        {
            foreach (var table in Compounds)
            {
                if (table.Ratio(first.Unit, unit.Key) is { } ratio && second.Value < ratio)
                    return Joined(first, ratio, second.Value, unit.Key, unit.End);
            }

            return first;
        }

        // The mark of the inches is often left out: 12'6.
        return Feet.Contains(first.Unit) && at == first.End && second.Value < 12 && IsWordEnd(second.End)
            ? Joined(first, 12, second.Value, "in", second.End)
            : first;
    }

    private bool IsSpoken(Measure first, WrittenNumber second) =>
        first.Unit is "米" or "公尺" or "公里" or "吨"
        && decimal.IsInteger(second.Value)
        && second.Value < 100
        && UnitScanner.At(text, second.End, purpose, isSecond: true) is null
        && !(second.End < text.Length && "层座期号%xX×*/-".Contains(text[second.End]));

    private bool IsWordEnd(int at) => at == text.Length || text[at] is ' ' or ',' or ';' or '\n' or '-' or '~';

    private static Measure Joined(Measure first, decimal ratio, decimal second, string unit, int end) =>
        first with
        {
            Mantissa = (first.Number * ratio) + second,
            Scale = 1,
            Unit = unit,
            End = end,
        };
}

/// <summary>What a text is scanned for.</summary>
internal enum ScanFor
{
    /// <summary>One quantity.</summary>
    Quantity,

    /// <summary>A sum or a count, where no metre could stand and <c>m</c> is a million.</summary>
    Counts,

    /// <summary>Quantities among other words, where some units, such as 樓, are mostly parts of names.</summary>
    RunningText,
}
