using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// Where a space stands as one number: a hash of building and floor in the upper half, the position in the lower, so
/// that neighbours differ by one. Two floors may have one hash.
/// </summary>
internal static class FloorSpot
{
    /// <summary>The place, the floor or the area is not known, or the board is of other things.</summary>
    public const ulong None = 0;

    private const uint FirstPosition = 0x8000_0000;

    public static ulong Of(Place? place, ColumnSchema schema, ReadOnlySpan<int> cells)
    {
        if (place is null || schema.Board != BoardTable.Sites)
            return None;
        var floor = cells[schema.FirstColumnOf(RunRules.Floor)];
        return
            floor == CompiledCriterion.Unknown
            || cells[schema.FirstColumnOf(RunRules.Area)] == CompiledCriterion.Unknown
            ? None
            : Of(place.Group.GetHashCode(StringComparison.Ordinal), floor, place.Position);
    }

    /// <summary>Receives spaces that stand in a row, as places in a list, in order of position.</summary>
    /// <param name="repeats">Whether several claim one position.</param>
    public delegate void Row(ReadOnlySpan<int> numbers, bool repeats);

    /// <summary>The rows of at least two spaces without a gap between their positions.</summary>
    /// <param name="spots">One for each space; sorted afterwards.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EachRow(ulong[] spots, Row found)
    {
        int[] numbers = [.. Enumerable.Range(0, spots.Length)];
        Array.Sort(spots, numbers);
        for (var (from, to) = (0, 1); from < spots.Length; from = to++)
        {
            var repeats = false;
            while (to < spots.Length && spots[to] - spots[to - 1] <= 1 && spots[to] >> 32 == spots[from] >> 32)
                repeats |= spots[to] == spots[to++ - 1];
            if (to - from > 1)
                found(numbers.AsSpan(from, to - from), repeats);
        }
    }

    public static int PositionOf(ulong spot) => unchecked((int)((uint)spot ^ FirstPosition));

    // The highest bit is of the hash, and set, so that no spot is none.
    private static ulong Of(int group, int floor, int position) =>
        unchecked(((ulong)(uint)((group * 397) ^ floor) << 32) | (1UL << 63) | ((uint)position ^ FirstPosition));
}
