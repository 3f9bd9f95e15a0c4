using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Matchmaker.Matching.Index;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// Up to 1 024 standing demands as rows of bits, one bit a demand: which read an attribute, and, for each bucket of a
/// column, which a reading of that bucket may meet. Blocks of demands grow one by one and nothing is ever copied; the
/// rows of a column that no must of the block reads do not exist.
/// </summary>
internal sealed class DemandBlock(ColumnSchema schema)
{
    public const int Size = 1024;

    /// <summary>The length of a row, in words.</summary>
    public const int Words = Size / 64;

    private readonly CompiledStandingDemand?[] _demands = new CompiledStandingDemand?[Size];
    private readonly ulong[] _standing = new ulong[Words];
    private readonly ulong[]?[] _readers = new ulong[]?[schema.Board.Attributes.Length];

    // By column, the rows of its buckets one after the other. Places without a demand, or of demands without a must on
    // the column, are admitted everywhere.
    private readonly ulong[]?[] _admitted = new ulong[]?[schema.FirstFreshColumn];

    public CompiledStandingDemand this[int place]
    {
        get => _demands[place]!;
        set => _demands[place] = value;
    }

    /// <summary>Puts a demand into a free place; its musts are marked apart.</summary>
    public void Add(int place, CompiledStandingDemand demand)
    {
        _demands[place] = demand;
        Set(_standing, place, true);
        for (var bits = demand.AttributeMask; bits != 0; bits &= bits - 1)
            Set(_readers[BitOperations.TrailingZeroCount(bits)] ??= new ulong[Words], place, true);
    }

    /// <summary>Frees a place of which every must is unmarked.</summary>
    public void Remove(int place)
    {
        for (var bits = _demands[place]!.AttributeMask; bits != 0; bits &= bits - 1)
            Set(_readers[BitOperations.TrailingZeroCount(bits)]!, place, false);
        Set(_standing, place, false);
        _demands[place] = null;
    }

    /// <summary>The rows of a column's buckets, one after the other; made where there are none.</summary>
    /// <param name="buckets">The number of buckets of the column.</param>
    public Span<ulong> RowsOf(int column, int buckets)
    {
        if (_admitted[column] is not { } rows)
        {
            _admitted[column] = rows = new ulong[buckets * Words];
            Array.Fill(rows, ulong.MaxValue);
        }

        return rows;
    }

    /// <summary>Admits every demand to each bucket of a column that is divided anew.</summary>
    public void AdmitAll(int column) => _admitted[column] = null;

    /// <summary>The places of demands that read the attribute.</summary>
    public IEnumerable<int> ReadersOf(int attribute)
    {
        for (var word = 0; word < Words; word++)
        {
            for (var left = _readers[attribute]?[word] ?? 0; left != 0; left &= left - 1)
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }

    /// <summary>The demands that read one of the attributes, given as bits; all bits: every demand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Readers(ulong attributes, Span<ulong> into)
    {
        if (attributes == ulong.MaxValue)
        {
            _standing.CopyTo(into);
            return;
        }

        into.Clear();
        for (var bits = attributes; bits != 0; bits &= bits - 1)
        {
            if (_readers[BitOperations.TrailingZeroCount(bits)] is not { } readers)
                continue;
            for (var word = 0; word < Words; word += Vector256<ulong>.Count)
                (Vector256.Create(into[word..]) | Vector256.Create(readers.AsSpan(word))).CopyTo(into[word..]);
        }
    }

    /// <summary>Of some demands those that each of the rows admits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Admitted(ReadOnlySpan<AdmittingRow> rows, ReadOnlySpan<ulong> among, Span<ulong> into)
    {
        among.CopyTo(into);
        foreach (var row in rows)
        {
            if (_admitted[row.Column] is not { } admitted)
                continue;
            var any = Vector256<ulong>.Zero;
            var bits = admitted.AsSpan(row.Bucket * Words, Words);
            for (var word = 0; word < Words; word += Vector256<ulong>.Count)
            {
                var both = Vector256.Create(into[word..]) & Vector256.Create(bits[word..]);
                both.CopyTo(into[word..]);
                any |= both;
            }

            if (any == Vector256<ulong>.Zero)
                return;
        }
    }

    /// <summary>Sets or clears one demand's bit of a row.</summary>
    public static void Set(Span<ulong> row, int place, bool isSet)
    {
        var bit = 1UL << place;
        row[place >> 6] = isSet ? row[place >> 6] | bit : row[place >> 6] & ~bit;
    }
}

/// <summary>The row of the bucket into which a profile's reading falls.</summary>
/// <param name="Misses">How many musts it rules out.</param>
internal readonly record struct AdmittingRow(int Column, int Bucket, int Misses);
