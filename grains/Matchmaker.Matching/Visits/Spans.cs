namespace Matchmaker.Matching.Visits;

/// <summary>Spans from a beginning to an end.</summary>
public static class Spans
{
    /// <summary>The spans in order, with those joined that touch or overlap.</summary>
    public static IReadOnlyList<(T From, T To)> Joined<T>(IEnumerable<(T From, T To)> spans)
        where T : IComparable<T>
    {
        var joined = new List<(T From, T To)>();
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && span.From.CompareTo(last.To) <= 0)
                joined[^1] = last with { To = span.To.CompareTo(last.To) > 0 ? span.To : last.To };
            else
                joined.Add(span);
        }

        return joined;
    }
}
