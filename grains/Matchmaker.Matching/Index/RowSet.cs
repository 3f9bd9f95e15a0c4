using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matchmaker.Matching.Index;

/// <summary>Rows of a segment as bits, one for each of its <see cref="Segment.Size"/> places.</summary>
internal static class RowSet
{
    /// <summary>The length of a set, in words.</summary>
    public const int Words = Segment.Size / 64;

    public static void Add(Span<ulong> rows, int row) => rows[row >> 6] |= 1UL << row;

    /// <summary>Adds the row to the set or removes it.</summary>
    public static void Set(Span<ulong> rows, int row, bool isIn)
    {
        rows[row >> 6] &= ~(1UL << row);
        if (isIn)
            Add(rows, row);
    }

    /// <summary>Makes it the set of the first rows.</summary>
    public static void Fill(Span<ulong> rows, int count)
    {
        rows.Clear();
        rows[..(count >> 6)].Fill(ulong.MaxValue);
        if ((count & 63) is > 0 and var rest)
            rows[count >> 6] = (1UL << rest) - 1;
    }

    /// <summary>Keeps the rows that are in both.</summary>
    public static void And(Span<ulong> rows, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < rows.Length; word++)
            rows[word] &= others[word];
    }

    /// <summary>Keeps the rows that are not in the other set.</summary>
    public static void Without(Span<ulong> rows, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < rows.Length; word++)
            rows[word] &= ~others[word];
    }

    /// <summary>The rows of a set in order, written into <paramref name="into"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Span<int> ToRows(scoped ReadOnlySpan<ulong> rows, int[] into)
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
