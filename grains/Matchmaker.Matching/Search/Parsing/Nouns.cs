namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Settles nouns such as "building": parts of a name beside another word, and nothing elsewhere.</summary>
internal static class Nouns
{
    public static void Settle(List<TextSpan> spans)
    {
        if (spans is [{ IsNoun: true } only])
            only.Interpretations = [];
        var isPlain = spans.ConvertAll(span =>
            span is { Interpretations.IsEmpty: true, Amount: not { Unit.Length: > 0 } }
        );
        for (var i = 0; i < spans.Count; i++)
        {
            if (!spans[i].IsNoun)
                continue;
            // "Camel Paint Centre Building" is one name.
            isPlain[i] =
                (i > 0 && !spans[i].FollowsBreak && isPlain[i - 1])
                || (i + 1 < spans.Count && !spans[i + 1].FollowsBreak && isPlain[i + 1]);
            spans[i].Interpretations = isPlain[i] ? [] : [new StopWordInterpretation()];
        }
    }
}
