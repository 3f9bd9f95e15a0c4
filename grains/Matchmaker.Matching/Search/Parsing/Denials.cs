namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Attaches words of denial, such as <c>no</c> and 無, to the terms that they deny.</summary>
internal static class Denials
{
    public static void Attach(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].AsDenial is not { } denial || spans[i].Owner is not null)
                continue;
            if (!denial.IsBehind && TermAfter(spans, i) is { } next)
                DenyFrom(spans, next, spans[i], denial.Denial, folded);
            else if (TermBefore(spans, i) is { } previous)
                Deny(previous, spans[i], denial.Denial);
        }
    }

    // "Without gas or sprinklers" denies both.
    private static void DenyFrom(List<TextSpan> spans, int at, TextSpan word, Denial denial, string folded)
    {
        // "No sprinklers needed" leaves it open.
        if (at + 1 < spans.Count && Says(spans[at + 1], folded) is "needed" or "required" or "necessary")
            denial = Denial.Unclear;
        Deny(spans[at], word, denial);
        while (at + 2 < spans.Count && Says(spans[at + 1], folded) is "or" or "nor" or "或" && IsTerm(spans[at + 2]))
        {
            at += 2;
            Deny(spans[at], word, denial);
        }

        // "No gas and sprinklers" may mean either.
        if (at + 2 < spans.Count && IsAnd(Says(spans[at + 1], folded)) && IsAlike(spans[at], spans[at + 2]))
            Deny(spans[at + 2], word, Denial.Unclear);
    }

    private static bool IsAnd(string? word) => word is "and" or "和" or "与" or "及" or "同";

    private static bool IsAlike(TextSpan term, TextSpan other) =>
        term.Amount is null
        && other is { Amount: null, FollowsBreak: false }
        && term.Interpretations is [var first, ..]
        && other.Interpretations is [var second, ..]
        && first.GetType() == second.GetType()
        && first is FlagInterpretation or TagInterpretation or CodeInterpretation;

    private static void Deny(TextSpan term, TextSpan word, Denial denial)
    {
        var denied = term.Owner ?? term;
        // Twice denied is too subtle to guess, but for 除了觀塘以外.
        denied.Denial =
            denied.Denial is null || word.AsDenial is { IsBehind: true, Denial: Denial.Excluded }
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
