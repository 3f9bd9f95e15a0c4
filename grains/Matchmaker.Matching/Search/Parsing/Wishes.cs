using System.Collections.Immutable;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Says which terms are wished: those beside words such as <c>preferably</c> and 最好.</summary>
internal static class Wishes
{
    private static readonly string[] Demands =
    [
        "must",
        "must have",
        "must be",
        "need",
        "needs",
        "but",
        "但",
        "但要",
        "但是",
        "但係",
        "不过",
        "要",
        "一定",
        "一定要",
        "必须",
        "必需",
        "务必",
    ];

    private static readonly string[] Alternatives = ["or", "或", "或者"];

    private static readonly string[] Conjunctions = ["and", "or", "和", "与", "及", "或", "同", "同埋", "以及", "或者"];

    public static void Attach(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].AsWish is not { } wish || (wish.Side is WishSide.Later && !spans.Take(i).Any(IsTerm)))
                continue;
            var wished = Of(spans, i, wish.Side, folded);
            foreach (var term in wished)
                term.IsWished = true;
            spans[i].Owner = wished.FirstOrDefault(IsAnswered);
        }

        WishAlternatives(spans, folded);
    }

    // Of "CNC, EDM or grinding" each is welcome and none demanded. One of several codes is asked for as it is.
    private static void WishAlternatives(List<TextSpan> spans, string folded)
    {
        for (var i = 1; i + 1 < spans.Count; i++)
        {
            var first = Says(spans[i - 1], folded, Conjunctions) ? i - 2 : i - 1;
            if (!Says(spans[i], folded, Alternatives) || first < 0 || !IsOther(spans[first], spans[i + 1]))
                continue;
            spans[i + 1].IsWished = true;
            for (var last = i + 1; first >= 0 && IsOther(spans[first], spans[last]); (last, first) = (first, first - 1))
                spans[first].IsWished = true;
        }
    }

    private static bool IsOther(TextSpan one, TextSpan other) =>
        one.Denial is null
        && other.Denial is null
        && (one.Interpretations, other.Interpretations)
            is
                ([FlagInterpretation, ..], [FlagInterpretation, ..])
                or
                ([TagInterpretation, ..], [TagInterpretation, ..])
        && !one.Interpretations.Intersect(other.Interpretations).Any();

    private static List<TextSpan> Of(List<TextSpan> spans, int at, WishSide side, string folded)
    {
        if (at + 1 < spans.Count && Between(spans, at + 1, folded).Contains(':'))
            return After(spans, at, folded, isApart: true);
        var (after, before) = (After(spans, at, folded), Before(spans, at, folded));
        var (first, second) = side is WishSide.Behind ? (before, after) : (after, before);
        if (first.Count > 0 || second.Count > 0)
            return first.Count > 0 ? first : second;
        // "Ideally, near MTR" and "near MTR, if possible" stand apart by a comma.
        var (next, last) = (at + 1, FirstOf(spans, at, folded) - 1);
        var isNext = next < spans.Count && !EndsSentence(spans, next, folded);
        var isLast = last >= 0 && !EndsSentence(spans, last + 1, folded);
        return isLast && (side is WishSide.Behind || !isNext) ? Before(spans, last + 1, folded, isApart: true)
            : isNext ? After(spans, at, folded, isApart: true)
            : [];
    }

    // All terms up to a comma, a demand or another wish; behind a colon, to the end of the sentence.
    private static List<TextSpan> After(List<TextSpan> spans, int at, string folded, bool isApart = false)
    {
        var terms = new List<TextSpan>();
        var isHeading = isApart && Between(spans, at + 1, folded).Contains(':');
        for (var i = at + 1; i < spans.Count; i++)
        {
            if (
                (
                    EndsClause(spans, i, folded)
                    && !(isApart && i == at + 1)
                    && !Continues(spans, i, terms, isHeading, folded)
                ) || (terms.Count > 0 && (spans[i].AsWish is not null || IsDemand(spans, i, folded)))
            )
                break;
            if (IsTerm(spans[i]))
                Add(terms, spans[i]);
        }

        return terms;
    }

    // The nearest term, with what "and" or "or" joins to it.
    private static List<TextSpan> Before(List<TextSpan> spans, int at, string folded, bool isApart = false)
    {
        var terms = new List<TextSpan>();
        for (var i = at - 1; i >= 0; i--)
        {
            if ((!isApart || i < at - 1) && EndsClause(spans, i + 1, folded) || spans[i].AsWish is not null)
                break;
            if (!IsTerm(spans[i]))
                continue;
            if (terms.Count > 0 && !IsJoined(spans, i, folded) && !IsOfLast(spans[i], terms))
                break;
            Add(terms, spans[i]);
        }

        return terms;
    }

    // In 觀塘或九龍灣 each is joined to the next.
    private static bool IsJoined(List<TextSpan> spans, int at, string folded) =>
        at + 2 < spans.Count && Says(spans[at + 1], folded, Conjunctions) && IsAlike(spans[at], spans[at + 2]);

    private static bool IsOfLast(TextSpan span, List<TextSpan> terms) => (span.Owner ?? span) == terms[^1];

    // 最好有煤氣、污水 and "preferably gas, exhaust and wastewater" are lists.
    private static bool Continues(List<TextSpan> spans, int at, List<TextSpan> terms, bool isHeading, string folded)
    {
        if (EndsSentence(spans, at, folded) || terms.Count == 0)
            return false;
        var sign = Between(spans, at, folded);
        if (isHeading || sign.Contains('、') || !sign.Contains(','))
            return isHeading || sign.Contains('、');
        for (var i = at; i < spans.Count; i++)
        {
            if (i > at && EndsClause(spans, i, folded) && (EndsSentence(spans, i, folded) || !IsTerm(spans[i - 1])))
                return false;
            if (IsTerm(spans[i]) && !IsAlike(terms[^1], spans[i]))
                return false;
            if (i > at && Says(spans[i - 1], folded, Conjunctions) && IsTerm(spans[i]))
                return true;
        }

        return false;
    }

    private static bool IsAlike(TextSpan one, TextSpan other) =>
        (one.Interpretations, other.Interpretations)
            is ([FlagInterpretation or TagInterpretation, ..], [FlagInterpretation or TagInterpretation, ..])
        || (one.Interpretations, other.Interpretations)
            is ([CodeInterpretation left, ..], [CodeInterpretation right, ..])
            && left.List == right.List;

    private static void Add(List<TextSpan> terms, TextSpan span)
    {
        if (!terms.Contains(span.Owner ?? span))
            terms.Add(span.Owner ?? span);
    }

    private static bool IsTerm(TextSpan span) => !span.AsksNothing && span.AsDenial is null;

    // The words of a question are read again as they are written.
    private static bool IsAnswered(TextSpan term) =>
        term.Resolve()
            is [
                not (
                    UnreadInterpretation
                    or VagueInterpretation
                    or AttributeInterpretation { Default: null }
                    or StationInterpretation { Metres: 0 }
                ),
                ..,
            ]
        && term.Denial is not Denial.Unclear;

    private static bool IsDemand(List<TextSpan> spans, int at, string folded) =>
        spans[at].IsStopWord && Says(spans[at], folded, Demands);

    private static bool Says(TextSpan span, string folded, string[] words) =>
        span.IsStopWord && words.Contains(folded[span.Start..span.End]);

    // Where the clause of a span begins.
    private static int FirstOf(List<TextSpan> spans, int at, string folded)
    {
        while (at > 0 && !EndsClause(spans, at, folded))
            at--;
        return at;
    }

    private static bool EndsClause(List<TextSpan> spans, int at, string folded) =>
        spans[at].FollowsBreak || EndsSentence(spans, at, folded);

    // The point of "sq. ft." ends no sentence.
    private static bool EndsSentence(List<TextSpan> spans, int at, string folded)
    {
        var between = Between(spans, at, folded);
        return between.ContainsAny("。\n;!?")
            || (
                between.Contains('.')
                && !folded.AsSpan(spans[at - 1].Start, spans[at - 1].End - spans[at - 1].Start).Contains('.')
            );
    }

    private static ReadOnlySpan<char> Between(List<TextSpan> spans, int at, string folded) =>
        at == 0 ? [] : folded.AsSpan(spans[at - 1].End, Math.Max(0, spans[at].Start - spans[at - 1].End));
}
