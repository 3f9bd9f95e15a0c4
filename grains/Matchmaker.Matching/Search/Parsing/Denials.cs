namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Attaches words of denial, such as <c>no</c> and 無, to the terms that they deny.</summary>
internal static class Denials
{
    // Whatever unknown word begins so, it is not what asks for the next one: 不打算做.
    private const string Negations = "不唔冇没勿毋";

    // "No smelly food factory" and "no neighbours with dangerous goods" deny what they say of an unknown word too.
    private static readonly string[] Links = "a an any in of to with for from near 的 嘅 有".Split(' ');

    private static readonly string[] Exclusions =
        "except excluding exclude 除 除了 除咗 不要 唔要 唔好 不考虑 唔考虑".Split(' ');

    public static void Attach(List<TextSpan> spans, string folded)
    {
        FindUnknown(spans, folded);
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].AsDenial is not { } denial || spans[i].Owner is not null)
                continue;
            var previous = denial.Side is DenialSide.Ahead ? null : TermBefore(spans, i);
            if (
                denial.Side is not DenialSide.Behind
                && TermAfter(spans, i) is { } next
                && !IsOfPrevious(spans, i, next, previous)
            )
                DenyFrom(spans, next, spans[i], denial.Denial, folded);
            else if (previous is not null)
                Deny(previous, spans[i], denial.Denial);
        }

        DenyFreedom(spans, folded);
    }

    private static void FindUnknown(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            if (
                spans[i] is { Interpretations.IsEmpty: true, IsValue: false, Owner: null }
                && Negations.Contains(folded[spans[i].Start])
                && spans[i].End == spans[i + 1].Start
                && TermAfter(spans, i) is { } next
                && spans[next] is { IsValue: false, Interpretations.IsEmpty: false }
            )
                spans[i].Interpretations = [new DenialInterpretation(Denial.Unclear, DenialSide.Ahead)];
        }
    }

    // 煤氣不要 花灑 denies the gas.
    private static bool IsOfPrevious(List<TextSpan> spans, int at, int next, TextSpan? previous) =>
        previous is not null
        && spans[at - 1] == previous
        && previous.End == spans[at].Start
        && spans[at].End < spans[next].Start
        && next == at + 1;

    // "Dangerous goods free" denies a flag, "free parking" nothing.
    private static void DenyFreedom(List<TextSpan> spans, string folded)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (
                spans[i] is { Interpretations.IsEmpty: true, FollowsBreak: false }
                && spans[i - 1] is { Interpretations: [FlagInterpretation, ..], IsValue: false }
                && folded[spans[i].Start..spans[i].End] == "free"
            )
                Deny(spans[i - 1], spans[i], Denial.Excluded);
        }
    }

    // "Without gas or sprinklers" denies both.
    private static void DenyFrom(List<TextSpan> spans, int at, TextSpan word, Denial denial, string folded)
    {
        // "No sprinklers needed" leaves it open.
        if (at + 1 < spans.Count && Says(spans[at + 1], folded) is "needed" or "required" or "necessary")
            denial = Denial.Unclear;
        Deny(spans[at], word, denial);
        if (IsUnknown(spans[at]) && OfUnknown(spans, at, folded) is { } said)
            Deny(spans[said], word, Denial.Unclear);
        var last = at;
        while (NextOf(spans, last, word, folded) is var (next, isSure))
        {
            Deny(spans[next], word, isSure ? denial : Denial.Unclear);
            if (!isSure)
                return;
            last = next;
        }
    }

    // What is denied with a term: "without gas or sprinklers", "no gas, ramp or exhaust", 不要觀塘、九龍灣.
    private static (int Next, bool IsSure)? NextOf(List<TextSpan> spans, int at, TextSpan word, string folded)
    {
        if (at + 1 >= spans.Count)
            return null;
        var sign = folded[spans[at].End..Math.Max(spans[at].End, spans[at + 1].Start)].Trim();
        if (sign is "/" or "、" && IsAlike(spans[at], spans[at + 1]))
            // 無危險品、無塵室 may end the denial; nobody is in two districts.
            return (at + 1, sign == "/" || spans[at].Interpretations[0] is CodeInterpretation);
        if (sign == "," && EndsWithOr(spans, at + 1, folded) && IsAlike(spans[at], spans[at + 1]))
            return (at + 1, true);
        if (at + 2 >= spans.Count)
            return null;
        if (IsOr(spans[at + 1], folded) && IsTerm(spans[at + 2]) && !spans[at + 2].FollowsBreak)
            return (at + 2, true);
        return IsAnd(Says(spans[at + 1], folded)) && !spans[at + 2].FollowsBreak && IsAlike(spans[at], spans[at + 2])
            ? (at + 2, LeavesOutBoth(word, folded))
            : null;
    }

    // Whether the terms from one on are set off by commas, and "or" stands before the last.
    private static bool EndsWithOr(List<TextSpan> spans, int at, string folded)
    {
        for (var i = at; i + 1 < spans.Count && IsTerm(spans[i]); i++)
        {
            if (IsOr(spans[i + 1], folded))
                return i + 2 < spans.Count && IsAlike(spans[i], spans[i + 2]);
            if (!spans[i + 1].FollowsBreak || !IsAlike(spans[i], spans[i + 1]))
                return false;
        }

        return false;
    }

    private static bool IsOr(TextSpan span, string folded) =>
        span.IsStopWord && folded[span.Start..span.End] is "or" or "或" or "或者";

    // "No gas and sprinklers" may mean either; "except Kwun Tong and Kai Tak" leaves out both.
    private static bool LeavesOutBoth(TextSpan word, string folded) =>
        word.AsDenial is { Side: DenialSide.Ahead } || Exclusions.Contains(folded[word.Start..word.End]);

    private static bool IsUnknown(TextSpan span) => span is { Interpretations.IsEmpty: true, IsValue: false };

    // The term that an unknown word before it is of.
    private static int? OfUnknown(List<TextSpan> spans, int at, string folded)
    {
        for (var i = at + 1; i < spans.Count && !spans[i].FollowsBreak; i++)
        {
            if (IsTerm(spans[i]))
                return spans[i].IsValue || IsUnknown(spans[i]) || spans[i].Owner is not null ? null : i;
            if (!Links.Contains(Says(spans[i], folded)))
                return null;
        }

        return null;
    }

    private static bool IsAnd(string? word) => word is "and" or "和" or "与" or "及" or "同";

    private static bool IsAlike(TextSpan term, TextSpan other) =>
        term.Amount is null
        && other.Amount is null
        && term.Interpretations is [var first, ..]
        && other.Interpretations is [var second, ..]
        && first.GetType() == second.GetType()
        && first is FlagInterpretation or TagInterpretation or CodeInterpretation;

    private static void Deny(TextSpan term, TextSpan word, Denial denial)
    {
        var denied = term.Owner ?? term;
        // Twice denied is too subtle to guess, but for 除了觀塘以外.
        denied.Denial =
            denied.Denial is null || word.AsDenial is { Side: DenialSide.Behind, Denial: Denial.Excluded }
                ? denial
                : Denial.Unclear;
        word.Owner ??= denied;
    }

    private static int? TermAfter(List<TextSpan> spans, int at)
    {
        for (var i = at + 1; i < spans.Count && !spans[i].FollowsBreak; i++)
        {
            if (IsTerm(spans[i]))
                return i;
        }

        return null;
    }

    private static TextSpan? TermBefore(List<TextSpan> spans, int at)
    {
        for (var i = at - 1; i >= 0 && !spans[i + 1].FollowsBreak; i--)
        {
            if (IsTerm(spans[i]))
                return spans[i];
        }

        return null;
    }

    private static bool IsTerm(TextSpan span) => span is { IsStopWord: false, AsDenial: null, AsWish: null };

    // The stop word that follows without a comma; null: another span.
    private static string? Says(TextSpan span, string folded) =>
        span is { IsStopWord: true, FollowsBreak: false } ? folded[span.Start..span.End] : null;
}
