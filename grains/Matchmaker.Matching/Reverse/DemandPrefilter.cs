using System.Numerics;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// Finds the standing demands that a changed profile can concern. Each known reading of the profile falls into one
/// bucket of its column, and the bucket's row of bits has the demands that it may meet: the rows of all columns
/// together, those that rule out the most first, leave few demands to score. A demand that is saved, changed or removed
/// turns the bits of its own musts and nothing else. Its loops skip tiered compilation, as those of a search do.
/// </summary>
internal sealed class DemandPrefilter(ColumnSchema schema)
{
    private readonly List<DemandBlock> _blocks = [];
    private readonly ColumnBuckets?[] _buckets = new ColumnBuckets?[schema.FirstFreshColumn];
    private readonly List<int> _columns = [];
    private readonly Stack<int> _free = new();
    private int _used;

    /// <summary>How many bits were turned so far: the work that updates were.</summary>
    public long Turned { get; private set; }

    /// <summary>The demand in that slot.</summary>
    public CompiledStandingDemand this[int slot] => _blocks[slot / DemandBlock.Size][slot % DemandBlock.Size];

    /// <returns>The demand's slot, until it is removed.</returns>
    public int Add(CompiledStandingDemand demand)
    {
        if (!_free.TryPop(out var slot))
            slot = _used++;
        if (slot / DemandBlock.Size == _blocks.Count)
            _blocks.Add(new(schema));
        Write(slot, demand);
        return slot;
    }

    /// <summary>Puts a demand in the place of another.</summary>
    public void Replace(int slot, CompiledStandingDemand demand)
    {
        Erase(slot);
        Write(slot, demand);
    }

    /// <summary>Puts the same criteria, judged by another table of gates, in their place.</summary>
    public void Rejudge(int slot, CompiledStandingDemand demand) =>
        _blocks[slot / DemandBlock.Size][slot % DemandBlock.Size] = demand;

    public void Remove(int slot)
    {
        Erase(slot);
        _free.Push(slot);
    }

    /// <summary>Scores one change by every demand that it can concern and collects the transitions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Collect(EncodedProfile? before, EncodedProfile? after, TransitionCollector collector)
    {
        var differences = EncodedProfile.Differences(before, after);
        if (differences.Any == 0)
            return;
        var (rowsBefore, rowsAfter) = (RowsOf(before), RowsOf(after));
        Span<ulong> concerned = stackalloc ulong[DemandBlock.Words];
        Span<ulong> were = stackalloc ulong[DemandBlock.Words];
        Span<ulong> are = stackalloc ulong[DemandBlock.Words];
        foreach (var block in _blocks)
        {
            block.Readers(differences.Any, concerned);
            Admitted(block, rowsBefore, concerned, were);
            Admitted(block, rowsAfter, concerned, are);
            for (var word = 0; word < DemandBlock.Words; word++)
            {
                for (var left = were[word] | are[word]; left != 0; left &= left - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(left);
                    var demand = block[(word << 6) + bit];
                    collector.Add(
                        demand,
                        ((were[word] >> bit) & 1) == 1 ? demand.Evaluate(before) : default,
                        ((are[word] >> bit) & 1) == 1 ? demand.Evaluate(after) : default,
                        isSure: (differences.Sure & demand.ShownMask) != 0
                    );
                }
            }
        }
    }

    private static void Admitted(DemandBlock block, AdmittingRow[]? rows, ReadOnlySpan<ulong> among, Span<ulong> into)
    {
        if (rows is null)
            into.Clear();
        else
            block.Admitted(rows, among, into);
    }

    // An unknown reading rules no demand out. Null: there is no profile.
    private AdmittingRow[]? RowsOf(EncodedProfile? encoded)
    {
        if (encoded is null)
            return null;
        var rows = new List<AdmittingRow>(_columns.Count);
        foreach (var column in _columns)
        {
            if (encoded.Cells[column] is not (var reading and not CompiledCriterion.Unknown))
                continue;
            var buckets = _buckets[column]!;
            var bucket = buckets.Of(reading);
            if (buckets.Misses[bucket] > 0)
                rows.Add(new(column, bucket, buckets.Misses[bucket]));
        }

        rows.Sort(static (a, b) => b.Misses.CompareTo(a.Misses));
        return [.. rows];
    }

    private void Write(int slot, CompiledStandingDemand demand)
    {
        var block = _blocks[slot / DemandBlock.Size];
        foreach (var must in demand.ColumnMusts)
        {
            if (_buckets[must.Column] is not { } buckets)
            {
                _buckets[must.Column] = new(must.Attribute);
                _columns.Add(must.Column);
            }
            else if (buckets.IsToDivide)
                Divide(must, buckets);
        }

        block.Add(slot % DemandBlock.Size, demand);
        foreach (var must in demand.ColumnMusts)
            Mark(block, slot % DemandBlock.Size, must, isStanding: true);
    }

    private void Erase(int slot)
    {
        var block = _blocks[slot / DemandBlock.Size];
        foreach (var must in block[slot % DemandBlock.Size].ColumnMusts)
            Mark(block, slot % DemandBlock.Size, must, isStanding: false);
        block.Remove(slot % DemandBlock.Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mark(DemandBlock block, int place, ColumnMust must, bool isStanding)
    {
        var buckets = _buckets[must.Column]!;
        buckets.Musts += isStanding ? 1 : -1;
        var rows = block.RowsOf(must.Column, buckets.Count);
        var missed = buckets.MissedBy(must.Function);
        for (; missed != 0; missed &= missed - 1)
        {
            var bucket = BitOperations.TrailingZeroCount(missed);
            DemandBlock.Set(rows[(bucket * DemandBlock.Words)..], place, !isStanding);
            buckets.Misses[bucket] += isStanding ? 1 : -1;
            Turned++;
        }
    }

    private void Divide(ColumnMust reader, ColumnBuckets buckets)
    {
        var musts = new List<(DemandBlock Block, int Place, ColumnMust Must)>();
        foreach (var block in _blocks)
        {
            foreach (var place in block.ReadersOf(reader.AttributeIndex))
            {
                foreach (var must in block[place].ColumnMusts)
                {
                    if (must.Column == reader.Column)
                        musts.Add((block, place, must));
                }
            }

            block.AdmitAll(reader.Column);
        }

        buckets.Divide(musts.Select(each => each.Must.Function));
        foreach (var (block, place, must) in musts)
            Mark(block, place, must, isStanding: true);
    }
}
