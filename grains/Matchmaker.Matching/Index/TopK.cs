using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>A profile with the demand's result for it.</summary>
/// <param name="Key">The beginning of the profile's id, see <see cref="IdKey"/>.</param>
/// <param name="Place">What is sorted by before all else, the least first; 0 where the score comes first.</param>
internal readonly record struct Ranked(Profile Profile, ulong Key, long Points, int UnknownMusts, long Place = 0);

/// <summary>The beginning of an id as a sortable number.</summary>
internal static class IdKey
{
    /// <summary>
    /// The first eight characters, one byte each: a smaller number means an earlier id in ordinal order; equal numbers
    /// decide nothing.
    /// </summary>
    public static ulong Of(string id)
    {
        var key = 0UL;
        for (var i = 0; i < 8; i++)
            key = (key << 8) | (i < id.Length ? Math.Min(id[i], (char)255) : 0UL);
        return key;
    }
}

/// <summary>
/// Keeps the best k profiles in list order: the place that an order other than by score gives, then more points, then
/// fewer unknown musts, then id (matching.md section 4).
/// </summary>
internal sealed class TopK(int k)
{
    // A heap with the worst kept profile on top, the next to be replaced.
    private readonly PriorityQueue<Ranked, Ranked> _kept = new(Comparer<Ranked>.Create((a, b) => Compare(b, a)));

    public void Offer(in Ranked ranked)
    {
        if (_kept.Count < k)
            _kept.Enqueue(ranked, ranked);
        else if (k > 0 && Compare(ranked, _kept.Peek()) < 0)
            _kept.DequeueEnqueue(ranked, ranked);
    }

    /// <summary>Whether a profile of that place and score may be kept, whatever its id.</summary>
    public bool MayKeep(long place, in RowScore score)
    {
        if (_kept.Count < k)
            return true;
        return k > 0
            && _kept.Peek() is var worst
            && (place, worst.Points, score.UnknownMusts).CompareTo((worst.Place, score.Points, worst.UnknownMusts))
                <= 0;
    }

    /// <summary>The kept profiles, best first.</summary>
    public IEnumerable<Profile> InOrder() =>
        _kept
            .UnorderedItems.Select(item => item.Element)
            .Order(Comparer<Ranked>.Create(Compare))
            .Select(ranked => ranked.Profile);

    private static int Compare(Ranked a, Ranked b)
    {
        if (a.Place != b.Place)
            return a.Place.CompareTo(b.Place);
        var byPoints = b.Points.CompareTo(a.Points);
        if (byPoints != 0)
            return byPoints;
        var byUnknown = a.UnknownMusts.CompareTo(b.UnknownMusts);
        if (byUnknown != 0)
            return byUnknown;
        // Many firms tie on score, and reading each id from memory is slow: compare the prefix keys first.
        return a.Key != b.Key ? a.Key.CompareTo(b.Key) : string.CompareOrdinal(a.Profile.Id, b.Profile.Id);
    }
}
