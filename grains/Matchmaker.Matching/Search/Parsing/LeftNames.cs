using System.Collections.Immutable;
using Matchmaker.Matching.Reading;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Attaches the names of attributes without an amount of their own to what they say of the next one.</summary>
internal static class LeftNames
{
    private const int MaxDistance = 3;
    private const decimal Million = 1_000_000;
    private static readonly int[] Steps = [-1, 1];

    public static void Attach(List<TextSpan> spans, string folded)
    {
        Share(spans);
        CountFromNow(spans, folded);
        for (var i = 0; i < spans.Count; i++)
        {
            var name = spans[i];
            if (name.Owner is not null || !IsOnlyName(name))
                continue;
            TextSpan?[] beside = [Beside(spans, i, 1), Beside(spans, i, -1)];
            if (beside.FirstOrDefault(value => value is not null && SaysTheSame(name, value)) is { } same)
                name.Owner = same.Owner ?? same;
            else if (beside.FirstOrDefault(value => value is not null && IsMisfit(name, value)) is { } misfit)
                Misfit(name, misfit);
            else if (spans.Count > 1 && IsVerb(spans, i, folded))
                name.Interpretations = [new StopWordInterpretation()];
        }
    }

    // 3噸貨𨋢兩部 names a load and a number by one word.
    private static void Share(List<TextSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i] is not { Owner: null, AttributesNamed.IsEmpty: true, Amount: { Unit.Length: > 0 } amount })
                continue;
            foreach (var step in Steps)
            {
                var at = i + step;
                // 兩部三噸貨𨋢 has the other amount between.
                if (
                    at > 0
                    && at + 1 < spans.Count
                    && spans[at] is { Amount: not null, AttributesNamed.IsEmpty: false, FollowsBreak: false }
                    && !spans[i].FollowsBreak
                )
                    at += step;
                if (at < 0 || at >= spans.Count || !spans[at].NamesAttribute || spans[Math.Max(at, i)].FollowsBreak)
                    continue;
                spans[i].AttributesNamed =
                [
                    .. Names(spans[at])
                        .Where(of => IsCounted(of) && QuantityReader.Fits(of, amount.Number, amount.Unit)),
                ];
                if (!spans[i].AttributesNamed.IsEmpty)
                    break;
            }
        }
    }

    // "In six months" and 三個月後 are when, not how long.
    private static void CountFromNow(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (
                spans[i] is not { Owner: null, AttributesNamed.IsEmpty: true, Amount: { } amount }
                || QuantityReader.After(default, amount.Number, amount.Unit) is null
            )
                continue;
            if (Says(spans, i, -1, folded) is "in")
                spans[i].AttributesNamed = [.. AttributeReader.FromNow, "leadTime"];
            else if (
                Says(spans, i, -1, folded) is "after"
                || Says(spans, i, 1, folded) is "后" or "之后" or "以后" or "later" or "from now"
            )
                (spans[i].AttributesNamed, spans[i].Comparison) = ([.. AttributeReader.FromNow], Comparison.AtLeast);
        }
    }

    // What stands beside a span without a comma; null: nothing.
    private static string? Says(List<TextSpan> spans, int at, int step, string folded) =>
        at + step is >= 0 and var beside && beside < spans.Count && !spans[Math.Max(at, beside)].FollowsBreak
            ? folded[spans[beside].Start..spans[beside].End]
            : null;

    private static bool IsCounted(string attribute) => attribute is "goodsLifts" or "loadingBays";

    private static bool IsOnlyName(TextSpan span) =>
        span.NamesAttribute
        && span.Interpretations.All(interpretation => interpretation is AttributeInterpretation { Default: null });

    private static ImmutableArray<string> Names(TextSpan name) =>
        [.. name.Interpretations.OfType<AttributeInterpretation>().Select(named => named.Attribute)];

    // "Three-phase 200A TPN" and "headroom 14 ft clear" name one amount twice; "move in now" names its day.
    private static bool SaysTheSame(TextSpan name, TextSpan value) =>
        value.AttributesNamed.Intersect(Names(name)).Any()
        || (
            (value.IsTime || value.Interpretations is [NowInterpretation, ..]) && Names(name).Any(QuantityReader.IsDay)
        );

    // A rent without the area that it is for, and a load without its area, are said but not taken.
    private static bool IsMisfit(TextSpan name, TextSpan value) =>
        value is { Owner: null, AttributesNamed.IsEmpty: true, Amount: { } amount }
        && Names(name) is var names
        && (
            names.Any(of => of is "rent" or "managementFee" or "annualSpend" or "price")
                ? amount.Unit is "" or "m"
                    || (amount.Unit[0] == '$' && !QuantityReader.IsRent(amount.Unit))
                    || QuantityReader.IsMonthly(amount.Unit)
            : amount.Unit.Length == 0 ? names.Any(QuantityReader.IsMeasured)
            : names.Any(of => of is "floorLoading" or "pointLoad") && QuantityReader.IsWeight(amount.Unit)
        );

    // A budget of 40m is no height.
    private static void Misfit(TextSpan name, TextSpan value)
    {
        (name.Owner, value.MisfitNames) = (value, Names(name));
        if (value.Amount is { Unit: "m" } amount)
            value.Amount = amount with { Number = amount.Number * Million, To = amount.To * Million, Unit = "$" };
    }

    // "We want to rent 5000 sq ft" says no rent.
    private static bool IsVerb(List<TextSpan> spans, int at, string folded) =>
        folded[spans[at].Start..spans[at].End] switch
        {
            "租" => true,
            "rent" => at > 0
                && folded[spans[at - 1].Start..spans[at - 1].End]
                    is "to"
                        or "want to"
                        or "like to"
                        or "hope to"
                        or "hoping to"
                        or "looking to"
                        or "wanna",
            _ => false,
        };

    // What stands beside, with only words between that ask for nothing.
    private static TextSpan? Beside(List<TextSpan> spans, int from, int step)
    {
        var asked = 0;
        for (var i = from + step; i >= 0 && i < spans.Count && asked < MaxDistance; i += step, asked++)
        {
            if (spans[step > 0 ? i : i + 1].FollowsBreak)
                return null;
            if (spans[i].IsValue || spans[i].Interpretations is [NowInterpretation, ..])
                return spans[i];
            if (!spans[i].AsksNothing && spans[i] is not { Owner: not null, NamesAttribute: true })
                return null;
        }

        return null;
    }
}
