namespace Matchmaker.Matching.Runs;

/// <summary>
/// Candidates that stand beside others with enough area between them. A list reads only these further: most candidates
/// have a neighbour that is as small as they are.
/// </summary>
internal static class Neighbours
{
    // On longer rows, and where several spaces claim one position, a run's search has a limit of its own.
    private const int MaxLength = 64;

    /// <summary>The places in the list of those that may be members of a run by their areas.</summary>
    /// <param name="spots">Where each stands, as <see cref="FloorSpot"/> writes it; sorted afterwards.</param>
    /// <param name="least">The least sum of areas that is enough.</param>
    /// <param name="most">The maximum number of members.</param>
    public static List<int> WithEnoughArea(ulong[] spots, IReadOnlyList<Candidate> candidates, int least, int most)
    {
        var enough = new List<int>();
        FloorSpot.EachRow(
            spots,
            (row, repeats) =>
            {
                if (repeats || row.Length > MaxLength)
                    enough.AddRange(row);
                else
                    AddWindows(row, candidates, least, most, enough);
            }
        );
        return enough;
    }

    // Every run lies in a window of so many neighbours that has enough area.
    private static void AddWindows(
        ReadOnlySpan<int> row,
        IReadOnlyList<Candidate> candidates,
        int least,
        int most,
        List<int> enough
    )
    {
        var (marked, sum) = (0, 0L);
        for (var last = 0; last < row.Length; last++)
        {
            sum += candidates[row[last]].Spot.Area;
            if (last >= most)
                sum -= candidates[row[last - most]].Spot.Area;
            if (sum < least)
                continue;
            for (marked = Math.Max(marked, last - most + 1); marked <= last; marked++)
                enough.Add(row[marked]);
        }
    }
}
