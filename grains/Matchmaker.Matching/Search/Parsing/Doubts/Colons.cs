namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>Joins a name and its amount that a colon divides: "rent: $16 psf" is one wish.</summary>
internal static class Colons
{
    public static void Join(List<TextSpan> spans, string folded)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            var between = folded.AsSpan(spans[i - 1].End, Math.Max(0, spans[i].Start - spans[i - 1].End));
            if (
                spans[i - 1].NamesAttribute
                && (spans[i].IsValue || spans[i].AsComparison is not null)
                && between.Trim() is ":"
            )
                spans[i].FollowsBreak = false;
        }
    }
}
