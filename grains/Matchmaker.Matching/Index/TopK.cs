using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>A profile and what the demand makes of it.</summary>
/// <param name="Key">The beginning of the profile's id as <see cref="IdKey"/> gives it.</param>
internal readonly record struct Ranked(Profile Profile, ulong Key, long Points, int UnknownMusts);

/// <summary>The beginning of an id as a number.</summary>
internal static class IdKey
{
    /// <summary>Eight characters, one byte each: a lesser number means a lesser id in ordinal order, equal ones mean nothing.</summary>
    public static ulong Of(string id)
    {
        var key = 0UL;
        for (var i = 0; i < 8; i++)
            key = (key << 8) | (i < id.Length ? Math.Min(id[i], (char)255) : 0UL);
        return key;
    }
}

/// <summary>Keeps the first so many profiles in the order of lists: more points, then fewer unknown musts, then id (matching.md section 4).</summary>
internal sealed class TopK(int top)
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
        _kept
            .UnorderedItems.Select(item => item.Element)
            .Order(Comparer<Ranked>.Create(Compare))
            .Select(ranked => ranked.Profile);

    private static int Compare(Ranked a, Ranked b)
    {
        var byPoints = b.Points.CompareTo(a.Points);
        if (byPoints != 0)
            return byPoints;
        var byUnknown = a.UnknownMusts.CompareTo(b.UnknownMusts);
        if (byUnknown != 0)
            return byUnknown;
        // Because many firms score alike, and each id that is read lies somewhere else in memory.
        return a.Key != b.Key ? a.Key.CompareTo(b.Key) : string.CompareOrdinal(a.Profile.Id, b.Profile.Id);
    }
}
