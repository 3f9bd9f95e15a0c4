using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reading;

/// <summary>Reads a whole text as a number of an attribute, or as a range or comparison.</summary>
internal static partial class NumberReader
{
    // Units of time abbreviate month to m, and a metre could stand wherever lengths and areas do.
    private static readonly string[] UnitsOfMillions = ["HKD/year", "pieces", "persons", "h/month"];
    private static readonly string[] BothSigns = ["±", "+/-", "+-", "正负"];

    /// <summary>A value, a range, or why the text is neither; <paramref name="written"/> is normalised.</summary>
    public static (NumberValue? Value, ReadRange? Range, ReadingFault? Fault) Read(
        BoardAttribute attribute,
        string written
    )
    {
        if (InTwoUnits().Match(written) is not { Success: true } twice)
            return ReadOnce(attribute, written);
        var (first, second) = (
            ReadOnce(attribute, twice.Groups["first"].Value),
            ReadOnce(attribute, twice.Groups["second"].Value)
        );
        return IsSame(first.Value, second.Value, attribute) ? first : (null, null, ReadingFault.NotANumber);
    }

    private static (NumberValue? Value, ReadRange? Range, ReadingFault? Fault) ReadOnce(
        BoardAttribute attribute,
        string written
    )
    {
        var (comparison, text) = ReadingWords.TakeComparison(WithoutSign(attribute, written));
        var amount = AmountOf(attribute, WithoutPoint(text), comparison is Comparison.Between);
        if (amount.Fault is { } fault)
            return (null, null, fault);
        var (first, to) = (amount.Found!.Value.From, amount.Found.Value.To);
        if (first.In(attribute) is not { } low || (to is { } end ? end.In(attribute) : low) is not { } high)
            return (null, null, OtherUnit(attribute, first.In(attribute) is null ? first : to!.Value, text));
        if (low > high)
            return (null, null, ReadingFault.NotANumber);
        if (to is not null || comparison is not null)
            return Range(attribute, comparison, low, high, isRange: to is not null);
        return OnStep(attribute, low) is { } value ? (value, null, null) : (null, null, OutOfRange(attribute));
    }

    // A tolerance is written with both signs: ±0.01 mm.
    private static string WithoutSign(BoardAttribute attribute, string written)
    {
        foreach (var sign in attribute.Unit == "mm" ? BothSigns : [])
        {
            if (written.StartsWith(sign, StringComparison.Ordinal))
                return written[sign.Length..].TrimStart();
        }

        return written;
    }

    // The last unit may be abbreviated: sq. ft.
    private static string WithoutPoint(string text) =>
        text.Length > 1 && text[^1] == '.' && char.IsAsciiLetter(text[^2]) ? text[..^1] : text;

    // Rounded in both units: within a hundredth, or a step.
    private static bool IsSame(NumberValue? first, NumberValue? second, BoardAttribute attribute) =>
        first is not null
        && second is not null
        && Math.Abs(first.Number - second.Number) <= Math.Max(Math.Abs(first.Number) / 100, attribute.Step ?? 0);

    private static (NumberValue? Value, ReadRange? Range, ReadingFault? Fault) Range(
        BoardAttribute attribute,
        Comparison? comparison,
        decimal low,
        decimal high,
        bool isRange
    )
    {
        if (OnStep(attribute, low) is null || OnStep(attribute, high) is null)
            return (null, null, OutOfRange(attribute));
        (decimal? Min, decimal? Max) ends = (comparison, isRange) switch
        {
            (not Comparison.AtMost, true) => (low, high), // From 5 to 6; about 5 to 6.
            (Comparison.AtLeast, _) => (low, null),
            (Comparison.AtMost, false) => (null, high),
            (Comparison.About, _) => (Clipped(attribute, low * 0.9m), Clipped(attribute, high * 1.1m)),
            _ => (null, null),
        };
        return ends is (null, null)
            ? (null, null, ReadingFault.NotANumber)
            : (null, new(OnStep(attribute, ends.Min), OnStep(attribute, ends.Max)), null);
    }

    private static decimal Clipped(BoardAttribute attribute, decimal number) =>
        attribute is { Min: NumberValue min, Max: NumberValue max }
            ? Math.Clamp(number, min.Number, max.Number)
            : number;

    private static NumberValue? OnStep(BoardAttribute attribute, decimal? number) =>
        number is { } given && ValueRules.CheckOne(attribute, new NumberValue(given)) is { IsOk: true } read
            ? (NumberValue)read.Value
            : null;

    private static ReadingFault OutOfRange(BoardAttribute attribute) =>
        new(
            "outOfRange",
            ValueRules.TextOf(attribute.Min),
            ValueRules.TextOf(attribute.Max),
            attribute.Unit is "count" or null ? "" : attribute.Unit
        );

    private static (WrittenAmount? Found, ReadingFault? Fault) AmountOf(
        BoardAttribute attribute,
        string text,
        bool between
    )
    {
        var isNegative = text.Length > 1 && text[0] == '-' && char.IsAsciiDigit(text[1]);
        var start = isNegative ? 1 : 0;
        var purpose = UnitsOfMillions.Contains(attribute.Unit) ? ScanFor.Counts : ScanFor.Quantity;
        if (AmountScanner.At(text, start, purpose, between) is not { } amount)
            return UnitBefore(text) ?? (null, ReadingFault.NotANumber);
        if (amount.Fault is { } fault)
            return (null, fault);
        if (amount.End < text.Length)
            return (null, TailOf(attribute, text, amount));
        return (isNegative ? Negated(amount) : amount, null);
    }

    private static WrittenAmount Negated(WrittenAmount amount) =>
        amount with
        {
            From = amount.From with { Mantissa = -amount.From.Mantissa },
        };

    private static (WrittenAmount? Found, ReadingFault? Fault)? UnitBefore(string text)
    {
        var start = UnitScanner.SkipCurrency(text, 0, isAfterNumber: true);
        if (UnitScanner.At(text, start, ScanFor.Quantity, isSecond: true) is not { } unit)
            return null;
        var at = ReadingText.SkipBlanks(text, unit.End);
        if (AmountScanner.At(text, at, ScanFor.Quantity) is not { } amount)
            return null;
        if (amount.Fault is { } fault)
            return (null, fault);
        return amount.End == text.Length && With(amount.From) is { } first
            ? (new(first, amount.To is { } to ? With(to) : null), null)
            : null;

        // 每月 100 小時 has half of its unit on either side.
        Measure? With(Measure measure) =>
            measure.Unit.Length == 0 ? measure with { Unit = unit.Key, IsMoney = measure.IsMoney || start > 0 }
            : UnitTable.IsKnown(measure.Unit + unit.Key) ? measure with { Unit = measure.Unit + unit.Key }
            : null;
    }

    private static ReadingFault TailOf(BoardAttribute attribute, string text, WrittenAmount amount)
    {
        var tail = text[amount.End..].TrimStart();
        if (char.IsAsciiDigit(tail[0]) || tail[0] is '-' or ',' or '.' or '/')
            return ReadingFault.NotANumber;
        var named = text[(amount.To ?? amount.From).NumberEnd..].Trim();
        return Unit(attribute, named);
    }

    private static ReadingFault OtherUnit(BoardAttribute attribute, Measure measure, string text)
    {
        var named = text[measure.NumberEnd..measure.End].Trim();
        if (measure.IsMoney && UnitTable.For(attribute).Find("psf", isMoney: true) is not null)
            return new("moneyWithoutBase", UnitTable.For(attribute).Examples);
        return Unit(
            attribute,
            named.Length > 0 ? named
                : measure.IsMoney ? "$"
                : measure.Unit
        );
    }

    private static ReadingFault Unit(BoardAttribute attribute, string named) =>
        new(
            named == "$" || UnitTable.IsKnown(UnitTable.Key(named)) ? "otherDimension" : "unknownUnit",
            named,
            UnitTable.For(attribute).Examples
        );

    // The page and many lists write one value in two units: 1,115 m² (12,000 sq ft).
    [GeneratedRegex(@"^(?<first>[^()]*[^()\s])\s*\((?<second>[^()]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InTwoUnits();
}
