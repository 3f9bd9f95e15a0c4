namespace Matchmaker.Matching.Runs;

/// <summary>
/// The minimal runs among spaces of one floor: neighbours whose areas together are enough, and no longer are without
/// either end (matching.md section 6).
/// </summary>
internal static class FloorRuns
{
    // Where many spaces claim one position, each of them is a neighbour of each at the next.
    private const int MaxLooks = 20_000;

    /// <summary>Receives the indexes of a run's members, in order of position.</summary>
    public delegate void Found(ReadOnlySpan<int> members);

    /// <param name="spots">
    /// In order of position. Of several at one position all combinations are looked at, in one row of neighbours at
    /// most 20 000.
    /// </param>
    /// <param name="most">The maximum number of members, 2 to 6.</param>
    public static void Find(ReadOnlySpan<Spot> spots, AreaRange sums, int most, Found found)
    {
        if (sums.Min == int.MinValue)
            return; // Nothing is too small, so every space stands alone.
        var looks = MaxLooks;
        Span<int> members = stackalloc int[most];
        for (var first = 0; first < spots.Length; first++)
        {
            if (first > 0 && spots[first].Position > spots[first - 1].Position + 1L)
                looks = MaxLooks;
            members[0] = first;
            Extend(spots, sums, members, 1, spots[first].Area, ref looks, found);
        }
    }

    private static void Extend(
        ReadOnlySpan<Spot> spots,
        AreaRange sums,
        Span<int> members,
        int length,
        int sum,
        ref int looks,
        Found found
    )
    {
        // Without its last member the run was too small, or it would not have been extended.
        if (sum >= sums.Min)
        {
            if (length > 1 && sum <= sums.Max && sum - spots[members[0]].Area < sums.Min)
                found(members[..length]);
            return;
        }

        if (length == members.Length)
            return;
        long position = spots[members[length - 1]].Position;
        for (var next = members[length - 1] + 1; next < spots.Length; next++)
        {
            if (spots[next].Position == position)
                continue;
            if (spots[next].Position != position + 1 || --looks < 0)
                return;
            members[length] = next;
            Extend(spots, sums, members, length + 1, sum + spots[next].Area, ref looks, found);
        }
    }
}
