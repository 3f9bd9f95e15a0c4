using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>
/// Finds amounts whose unit alone does not say what they are of: "wall thickness 2 mm" is no tolerance, and 按金三個月
/// no lease. What an unknown word beside them says is asked, not guessed.
/// </summary>
internal static class Strangers
{
    // Pieces in a time are what somebody makes or buys, no order's size.
    private static readonly string[] TimesBefore =
        "每月 每个月 每年 每日 每天 每周 每星期 monthly yearly annual weekly daily".Split(' ');

    private static readonly string[] TimesBehind =
    [
        .. from each in new[] { "/", "per ", "a ", "every ", "each " }
        from time in new[] { "month", "mth", "mo", "year", "yr", "annum", "week", "wk", "day" }
        select each + time,
        .. "/月 /年 /天 /日 /周 一个月 一年 一天 一周 每月 每个月 每年 每日 每天 每周 每星期 monthly yearly annually weekly daily pm pa".Split(
            ' '
        ),
    ];

    // What an amount means by its unit alone is sure only where nothing else is so large or so small.
    private static readonly (string Attribute, decimal Least, decimal Greatest)[] Likely =
    [
        ("liftCapacity", 300, 50_000),
        ("area", 10, 60_000),
        ("headroom", 2, 12),
        ("tolerance", 0, 0.2m),
        ("power", 15, 20_000),
        ("floorLoading", 2, 200),
        ("leaseMonths", 1, 180),
        ("leadTime", 0, 3650),
    ];

    // In years.
    private const int LongestWait = 3;

    private const decimal LeastSum = 1000;

    // Fewer are those of a building.
    private const decimal LeastUnits = 20;

    private static readonly string[] Links = "of is are in a an the has have at 是 为 係 要 有".Split(' ');

    public static void Mark(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (
                spans[i] is not { Owner: null, AttributesNamed.IsEmpty: true, Amount: { Unit.Length: > 0 } amount } span
            )
                continue;
            if (QuantityReader.IsCount(amount.Unit))
            {
                Flow(spans, span, folded);
                span.IsDoubtful =
                    amount is { Unit: "units", Number: < LeastUnits }
                    || (amount.Unit == "个" && HasStranger(spans, i, folded));
            }
            else
                span.IsDoubtful |=
                    !IsLikely(amount) || IsLongWait(span, amount) || (IsWeak(amount) && HasStranger(spans, i, folded));
        }
    }

    private static void Flow(List<TextSpan> spans, TextSpan span, string folded)
    {
        var before = folded.AsSpan(0, span.Start).TrimEnd();
        var behind = folded.Length - folded.AsSpan(span.End).TrimStart().Length;
        var (start, end) = (span.Start, span.End);
        foreach (var word in TimesBefore)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                start = before.Length - word.Length;
        }

        foreach (var word in TimesBehind)
        {
            if (ReadingText.HasWord(folded, behind, word))
                end = Math.Max(end, behind + word.Length);
        }

        if ((start, end) == (span.Start, span.End))
            return;
        span.AttributesNamed = [QuantityReader.Unkept + "pieces"];
        foreach (var word in spans.Where(word => word != span && word.Start >= start && word.End <= end))
            word.Owner = span;
    }

    // 十年內 says how old a building is rather than when a space is free.
    private static bool IsLongWait(TextSpan span, Amount amount) =>
        span.Comparison is Comparison.AtMost
        && QuantityReader.After(default, amount.To ?? amount.Number, amount.Unit) is { } until
        && until > default(DateOnly).AddYears(LongestWait);

    private static bool IsLikely(Amount amount)
    {
        var unit = amount.Unit;
        var meant = QuantityReader.AttributesMeant(amount.Number, ref unit);
        if (meant is not [var attribute, ..] || unit.StartsWith('$'))
            return true;
        foreach (var (code, least, greatest) in Likely)
        {
            if (code == attribute && QuantityReader.Convert(code, amount.Number, unit) is { } value)
                return value >= least && value <= greatest;
        }

        return true;
    }

    // An area, a load and a rent are said by their units; tonnes, metres, amperes and months are of anything.
    private static bool IsWeak(Amount amount) =>
        QuantityReader.IsWeight(amount.Unit) && !QuantityReader.IsPound(amount.Unit)
        || (QuantityReader.IsLength(amount.Unit) && !IsArea(amount))
        || QuantityReader.After(default, 1, amount.Unit) is not null
        || QuantityReader.IsSupply(amount.Unit);

    private static bool IsArea(Amount amount)
    {
        var unit = amount.Unit;
        return QuantityReader.AttributesMeant(amount.Number, ref unit) is ["area", ..];
    }

    private static bool HasStranger(List<TextSpan> spans, int at, string folded) =>
        IsStranger(spans, at, -1, folded) || IsStranger(spans, at, 1, folded);

    private static bool IsStranger(List<TextSpan> spans, int at, int step, string folded)
    {
        for (var i = at + step; i >= 0 && i < spans.Count; i += step)
        {
            if (spans[step > 0 ? i : i + 1].FollowsBreak)
                return false;
            var span = spans[i];
            if (span.Owner == spans[at] || (span.IsStopWord && Links.Contains(folded[span.Start..span.End])))
                continue;
            var unit = spans[at].Amount!.Value.Unit;
            return span.Owner is null
                && (
                    span.Amount is { } other
                        ? IsBase(spans[at], other)
                        : IsOther(span, unit, step) || IsDoor(span, unit, folded)
                );
        }

        return false;
    }

    private static bool IsDoor(TextSpan span, string unit, string folded) =>
        QuantityReader.IsLength(unit) && folded[span.Start..span.End] is "door" or "doors";

    // What a word beside an amount says that it may be of.
    private static bool IsOther(TextSpan span, string unit, int step) =>
        span.Interpretations.FirstOrDefault() switch
        {
            // 18噸車 is a vehicle and 貨車位3個 no order, whatever the one character is.
            null => !span.IsTime
                && (span.End - span.Start > 1 || (QuantityReader.IsWeight(unit) && step > 0) || unit == "个")
                && !QuantityReader.IsSupply(unit),
            TagInterpretation or AttributeInterpretation => QuantityReader.IsWeight(unit),
            VagueInterpretation => QuantityReader.IsWeight(unit) || QuantityReader.IsCount(unit),
            PresetInterpretation => QuantityReader.IsLength(unit),
            // A generator's load is not the supply's.
            FlagInterpretation { Attribute: "backupPower" } => QuantityReader.IsSupply(unit)
                && (step < 0 || unit == "kva"),
            _ => false,
        };

    // 一平方米一噸 is a load, and 一年50萬 a sum: of one metre or one year nobody asks.
    private static bool IsBase(TextSpan span, Amount other) =>
        span.Amount is { } amount
        && (
            QuantityReader.IsWeight(amount.Unit) && QuantityReader.IsArea(other.Unit) && other.Number == 1
            || amount.Number == 1
                && QuantityReader.After(default, 1, amount.Unit) is not null
                && (other.Unit.Length == 0 || other.Unit[0] == '$')
                && other.Number >= LeastSum
        );
}
