namespace Matchmaker.Matching;

/// <summary>A profile and what the demand makes of it.</summary>
internal readonly record struct Ranked(Profile Profile, long Points, int UnknownMusts);

/// <summary>Keeps the first so many profiles in the order of lists: more points, then fewer unknown musts, then id (matching.md section 4).</summary>
internal sealed class Best(int top)
{
    // The worst of those kept comes out first, because it is the one that a better profile replaces.
    private readonly PriorityQueue<Ranked, Ranked> _kept = new(Comparer<Ranked>.Create((a, b) => Compare(b, a)));

    public void Offer(in Ranked ranked)
    {
        if (_kept.Count < top)
            _kept.Enqueue(ranked, ranked);
        else if (top > 0 && Compare(ranked, _kept.Peek()) < 0)
            _kept.DequeueEnqueue(ranked, ranked);
    }

    /// <summary>Those kept, first first.</summary>
    public IEnumerable<Profile> InOrder() =>
        _kept.UnorderedItems.Select(item => item.Element).Order(Comparer<Ranked>.Create(Compare)).Select(ranked => ranked.Profile);

    private static int Compare(Ranked a, Ranked b)
    {
        var byPoints = b.Points.CompareTo(a.Points);
        if (byPoints != 0)
            return byPoints;
        var byUnknown = a.UnknownMusts.CompareTo(b.UnknownMusts);
        return byUnknown != 0 ? byUnknown : string.CompareOrdinal(a.Profile.Id, b.Profile.Id);
    }
}
