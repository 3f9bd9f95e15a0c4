using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Search.Parsing.Doubts;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>A number in running text with its unit, or a range of two numbers.</summary>
/// <param name="To">The other end of a range, in the same unit; null: a single number.</param>
/// <param name="Unit">
/// The key in the unit tables, behind a $ where a currency is written; empty: no unit is written.
/// </param>
/// <param name="Start">The index in the text at which the amount begins, with its currency.</param>
/// <param name="End">The index in the text at which the amount ends.</param>
internal readonly record struct Amount(decimal Number, decimal? To, string Unit, int Start, int End)
{
    private const decimal MaxMinutes = 180;
    private const decimal TenThousand = 10_000;

    private static readonly string[] Rides =
    [
        "drive",
        "driving",
        "ride",
        "by car",
        "by bus",
        "by taxi",
        "by minibus",
        "bus ride",
        "bus",
        "taxi",
        "车程",
        "搭车",
        "坐车",
        "开车",
        "驾车",
        "揸车",
        "巴士",
        "的士",
        "小巴",
    ];

    private static readonly string[] Extents =
    [
        "wide",
        "long",
        "deep",
        "in width",
        "in length",
        "阔",
        "宽",
        "长",
        "深",
    ];

    private static readonly string[] Numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>Whether it is said to be a width or a depth, so that its unit alone says no height.</summary>
    public bool IsExtent { get; private init; }

    /// <summary>Whether the digits are no number that can be read without guessing, such as 4,5.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The amount whose number begins at an index of the folded text; null: no amount begins there.</summary>
    /// <param name="between">
    /// Whether a word such as "between" announced a range, so that "and" may join its ends.
    /// </param>
    public static Amount? Read(string text, int start, bool between)
    {
        start = UnitScanner.StartOfCurrency(text, start);
        // Of 3m x 2m nobody says which is what.
        if (Sides.EndAt(text, start) is { } sides)
            return new(0, null, "", start, sides) { IsBroken = true };
        if (AmountScanner.At(text, start, ScanFor.RunningText, between) is not { } amount)
            return null;
        var (first, to) = (amount.From, amount.To);
        // Han numerals without a unit are parts of words, such as 三 in 三相.
        if (first.IsHan && (IsPartOfWord(first) || first.Fault is not null))
            return null;
        // 2+1 years are two terms of a lease.
        if (amount.End + 1 < text.Length && text[amount.End] == '+' && char.IsAsciiDigit(text[amount.End + 1]))
            return new(0, null, "", start, EndOfSum(text, amount.End)) { IsBroken = true };
        if (amount.Fault is not null)
            return new(0, null, "", start, amount.End) { IsBroken = true };
        if (to is { } second)
        {
            if (InUnitOf(first, second) is not { } high)
                (amount, to) = (amount with { To = null }, null);
            else if (high < first.Number)
                return new(0, null, "", start, amount.End) { IsBroken = true };
        }

        // "5000 sq ft min" and "rent $14 min" say a least value, no time.
        if (first.Unit == "min" && to is null && (first.IsMoney || first.Number > MaxMinutes))
            return new(first.Number, null, first.IsMoney ? "$" : "", start, first.NumberEnd);
        var unit =
            first.IsMoney ? "$" + first.Unit
            : QuantityReader.IsOnFoot(first.Unit) && EndOfRide(text, start, amount.End) is not null ? "ride"
            : first.Unit;
        var read = new Amount(
            first.Number,
            to is { } end ? InUnitOf(first, end) : null,
            unit,
            start,
            unit == "ride" ? EndOfRide(text, start, amount.End)!.Value : amount.End
        );
        if (OtherBases.IsBehindSign(text, start))
            return read with { IsBroken = true };
        return OtherBases.EndBehind(text, read) is { } last
            ? read with
            {
                End = last,
                IsBroken = true,
            }
            : read.WithExtent(text);
    }

    /// <summary>A whole number in letters, from zero to twelve; null: another word.</summary>
    public static int? InLetters(string word) => Array.IndexOf(Numbers, word) is >= 0 and var number ? number : null;

    /// <summary>The amount of a number in letters with its unit, as in <c>three years</c>; null: none.</summary>
    /// <param name="end">Where the word ends.</param>
    public static Amount? InLetters(string text, int start, int end, bool isBesideName)
    {
        if (Array.IndexOf(Numbers, text[start..end]) is not (>= 2 and var number))
            return null;
        return UnitScanner.At(text, end, ScanFor.RunningText) is { } unit ? new(number, null, unit.Key, start, unit.End)
            : isBesideName ? new(number, null, "", start, end)
            : null;
    }

    /// <summary>What is counted in Han numerals from two on, as in 三個; null: nothing.</summary>
    public static Amount? Count(string text, int start) =>
        AmountScanner.At(text, start, ScanFor.RunningText)
            is { Fault: null, To: null, From: { IsHan: true, Unit: "个", Number: >= 2 } of } amount
            ? new(of.Number, null, of.Unit, start, amount.End)
            : null;

    /// <summary>
    /// The amount whose unit stands before its number, as in <c>sq ft 12000</c> and 每呎16元; null: none.
    /// </summary>
    public static Amount? BehindUnit(string text, int start)
    {
        if (UnitScanner.At(text, start, ScanFor.RunningText) is not { Key: [_, _, ..] and not "in", End: var end } unit)
            return null;
        var isHan = Folding.IsHan(text, start);
        // 星期3 is a day of the week.
        if (isHan && !QuantityReader.IsArea(unit.Key) && !QuantityReader.IsRent(unit.Key))
            return null;
        var number = ReadingText.SkipBlanks(text, end);
        if (
            !(number > end || isHan)
            || number >= text.Length
            || Read(text, number, between: false) is not { IsBroken: false } amount
        )
            return null;
        // 每呎200磅 has half of its unit on either side.
        var whole =
            amount.Unit.Length == 0 ? unit.Key
            : amount.Unit == "$" && QuantityReader.IsRent(unit.Key) ? "$" + unit.Key
            : UnitTable.IsKnown(amount.Unit + unit.Key) ? amount.Unit + unit.Key
            : null;
        return whole is null ? null : amount with { Unit = whole, Start = start };
    }

    // Ten minutes by bus are no distance on foot.
    private static int? EndOfRide(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.Length - text.AsSpan(end).TrimStart().Length;
        foreach (var ride in Rides)
        {
            if (ReadingText.HasWord(text, after, ride))
                return after + ride.Length;
        }

        foreach (var ride in Rides)
        {
            if (before.EndsWith(ride, StringComparison.Ordinal))
                return end;
        }

        return null;
    }

    // 一個 is an article, and Han numerals without a unit are parts of words.
    private static bool IsPartOfWord(Measure measure) =>
        measure.Unit.Length == 0
            ? !measure.IsMoney && measure.Scale < TenThousand
            : measure.Unit is "个" or "间" or "隻" or "只" or "片";

    private static int EndOfSum(string text, int at)
    {
        while (at < text.Length && text[at] == '+' && AmountScanner.At(text, at + 1, ScanFor.RunningText) is { } next)
            at = next.End;
        return at;
    }

    // 2米闊, 8 ft wide and 12x15 m are no heights.
    private Amount WithExtent(string text)
    {
        if (!QuantityReader.IsLength(Unit))
            return this;
        var at = ReadingText.SkipBlanks(text, End);
        foreach (var word in Extents)
        {
            if (ReadingText.HasWord(text, at, word))
                return this with { IsExtent = true, End = at + word.Length };
        }

        // 闊4米 and "wide 4 m" too.
        var before = text.AsSpan(0, Start).TrimEnd();
        foreach (var word in Extents)
        {
            if (before.EndsWith(word, StringComparison.Ordinal) && IsWordStart(before, before.Length - word.Length))
                return this with { IsExtent = true };
        }

        // What carries a container is longer than it.
        if (
            ReadingText.Has(text, at, "container")
            || ReadingText.Has(text, at, "货柜")
            || ReadingText.Has(text, at, "柜")
        )
            return this with { IsExtent = true };
        return
            Start > 1 && IsTimes(text, Start - 1) && char.IsAsciiDigit(text[Start - 2])
            || (IsTimes(text, at) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            ? this with
            {
                IsExtent = true,
            }
            : this;
    }

    private static bool IsWordStart(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(text[at - 1]);

    private static bool IsTimes(string text, int at) => at < text.Length && text[at] is 'x' or '×' or '*';

    private static decimal? InUnitOf(Measure first, Measure second)
    {
        if (first.Unit == second.Unit)
            return second.Number;
        foreach (var table in UnitTable.Physical)
        {
            if (table.Find(first.Unit) is { } one && table.Find(second.Unit) is { } other)
                return other.Apply(second.Number) * one.Divisor / one.Multiplier;
        }

        return null;
    }
}
