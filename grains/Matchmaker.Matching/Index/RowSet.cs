using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matchmaker.Matching.Index;

/// <summary>Rows of a segment as bits, one for each of its <see cref="Segment.Size"/> places.</summary>
internal static class RowSet
{
    /// <summary>The length of a set, in words.</summary>
    public const int Words = Segment.Size / 64;

    public static void Add(Span<ulong> rows, int row) => rows[row >> 6] |= 1UL << row;

    /// <summary>The rows of a set in order, written into <paramref name="into"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Span<int> ToRows(ReadOnlySpan<ulong> rows, int[] into)
    {
        var count = 0;
        for (var word = 0; word < rows.Length; word++)
        {
            for (var left = rows[word]; left != 0; left &= left - 1)
                into[count++] = (word << 6) + BitOperations.TrailingZeroCount(left);
        }

        return into.AsSpan(0, count);
    }
}
