using System.Collections.Immutable;

namespace Matchmaker.Matching.Search.Parsing.Machinery;

/// <summary>
/// Gives the machines that a sentence names the number and the measures that stand beside their names. What names say
/// of a space, such as a lift's load, stays with those names.
/// </summary>
internal static class MachineReader
{
    private const int MaxNameLength = 100;

    // What makes a machine's name that of a trade.
    private static readonly string[] Trades =
    [
        "加工",
        "零件",
        "配件",
        "服务",
        "维修",
        "师傅",
        "operator",
        "operators",
        "part",
        "parts",
        "service",
        "services",
        "machining",
        "maintenance",
        "repair",
    ];

    // Between a lift or a floor and what it bears.
    private static readonly string[] LinksOfNames = ["of", "is", "at", "for up to", "up to", "有", "为", "是", "可"];

    /// <summary>The interpretations with each machine called as it was typed.</summary>
    public static ImmutableArray<Interpretation> Named(ImmutableArray<Interpretation> interpretations, string words)
    {
        if (interpretations is not [.., MachineInterpretation { Machine: { } machine } read])
            return interpretations;
        var name = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return
        [
            .. interpretations[..^1],
            read with
            {
                Machine = machine with { Name = name[..Math.Min(name.Length, MaxNameLength)] },
            },
        ];
    }

    public static void Attach(List<TextSpan> spans, string folded)
    {
        var found = new List<(int At, MachineWords Words)>();
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Interpretations is [.., MachineInterpretation] && !spans[i].IsValue)
                found.Add((i, new(spans[i], folded)));
        }

        // What stands before a name is its own; what stands behind it may be the next one's.
        foreach (var (at, words) in found)
        {
            if (IsTrade(folded, spans[at].End) || (words.IsRoom && at > 0 && IsArea(spans[at - 1])))
                words.GiveUp();
            else
                Before(spans, at, words, folded);
        }

        foreach (var (at, words) in found.Where(machine => !machine.Words.IsGivenUp))
        {
            Behind(spans, at, words, folded);
            words.Settle();
        }
    }

    private static void Before(List<TextSpan> spans, int machine, MachineWords words, string folded)
    {
        var between = new List<TextSpan>();
        for (var i = machine - 1; i >= 0 && !spans[i + 1].FollowsBreak; i--)
        {
            if (words.IsFiller(spans[i]))
                between.Add(spans[i]);
            else if (IsOfNameBefore(spans, i, folded) || !words.Take(spans[i], between, isBehind: false))
                return;
        }
    }

    private static void Behind(List<TextSpan> spans, int machine, MachineWords words, string folded)
    {
        var between = new List<TextSpan>();
        for (var i = machine + 1; i < spans.Count; i++)
        {
            if (
                spans[i].FollowsBreak
                && !IsInBrackets(folded, spans[machine].End, spans[i].Start)
                && !SaysWeight(spans, i, words, folded)
            )
                return;
            if (words.IsFiller(spans[i]) && !words.TakeWeightWord(spans[i], spans[i - 1]))
                between.Add(spans[i]);
            else if (spans[i].Owner == spans[machine])
                continue;
            else if (IsOfNameBehind(spans, i) || !words.Take(spans[i], between, isBehind: true))
                return;
        }
    }

    // "A lift of 3 t" and 貨𨋢3噸 bear that.
    private static bool IsOfNameBefore(List<TextSpan> spans, int at, string folded)
    {
        for (var i = at - 1; i >= 0 && !spans[i + 1].FollowsBreak; i--)
        {
            if (spans[i].NamesAttribute)
                return true;
            if (spans[i].AsComparison is null && !LinksOfNames.Contains(folded[spans[i].Start..spans[i].End]))
                return false;
        }

        return false;
    }

    // "A press, weighing 3 t" and 兩台，每台重3噸: such words behind a comma are of the machine before it.
    private static bool SaysWeight(List<TextSpan> spans, int at, MachineWords words, string folded)
    {
        var end = at;
        while (end < spans.Count && words.IsFiller(spans[end]) && (end == at || !spans[end].FollowsBreak))
            end++;
        return end < spans.Count
            && spans[end] is { FollowsBreak: false, Amount: { } amount }
            && QuantityReader.IsWeight(amount.Unit)
            && folded[spans[at].Start..Math.Min(folded.Length, spans[end].End + 1)] is var said
            && (said.Contains('重') || said.Contains("weigh", StringComparison.Ordinal));
    }

    private static bool IsOfNameBehind(List<TextSpan> spans, int at) =>
        at + 1 < spans.Count && spans[at + 1] is { FollowsBreak: false, NamesAttribute: true };

    private static bool IsArea(TextSpan span) => span.Amount is { } amount && QuantityReader.IsArea(amount.Unit);

    private static bool IsTrade(string folded, int end)
    {
        var behind = folded.AsSpan(end).TrimStart();
        foreach (var trade in Trades)
        {
            if (
                behind.StartsWith(trade, StringComparison.Ordinal)
                && (Folding.IsHan(trade, 0) || behind.Length == trade.Length || !char.IsLetter(behind[trade.Length]))
            )
                return true;
        }

        return false;
    }

    private static bool IsInBrackets(string folded, int from, int to) =>
        folded.AsSpan(from, Math.Max(0, to - from)) is var between
        && between.LastIndexOf('(') is >= 0 and var open
        && between[open..].IndexOf(')') < 0;
}
