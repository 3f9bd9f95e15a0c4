using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Facets;

/// <summary>By numbers or days, in bins over the least and the greatest of them.</summary>
/// <param name="bins">How many bins at most; none is narrower than a step.</param>
internal sealed class BinCounter(Board board, BoardAttribute attribute, int column, int bins)
    : FacetCounter(board, attribute)
{
    private readonly Values _accepted = new();
    private readonly Values _others = new();

    public override void Add(Segment segment, ReadOnlySpan<int> rows, bool isAccepted) =>
        (isAccepted ? _accepted : _others).Add(segment.Column(column), rows);

    public override void Add(RunCollector runs, ReadOnlySpan<int> members, bool isAccepted) =>
        (isAccepted ? _accepted : _others).Add(
            [runs.ValueOf(members, Index, (segment, row) => segment.Column(column)[row])],
            [0]
        );

    public override Facet ToFacet()
    {
        var unknown = Total((_accepted.Unknown, _others.Unknown));
        var (least, greatest) = (
            Math.Min(_accepted.Least, _others.Least),
            Math.Max(_accepted.Greatest, _others.Greatest)
        );
        if (least > greatest)
            return new(Attribute.Code, null, null, ImmutableArray<FacetBin>.Empty, null, unknown);
        var edges = Edges(least, greatest);
        var (accepted, others) = (_accepted.Count(edges), _others.Count(edges));
        return new(
            Attribute.Code,
            Steps.ToValue(Attribute, least),
            Steps.ToValue(Attribute, greatest),
            [
                .. accepted.Select(
                    (count, i) =>
                        new FacetBin(
                            Steps.ToValue(Attribute, edges[i]),
                            Steps.ToValue(Attribute, edges[i + 1]),
                            count,
                            count + others[i]
                        )
                ),
            ],
            null,
            unknown
        );
    }

    // Equal widths as far as whole steps allow: edge i is least + i/n of the way, rounded down to a step.
    private int[] Edges(int least, int greatest)
    {
        var way = (long)greatest - least;
        var count = Math.Clamp(way, 1, bins);
        return [.. Enumerable.Range(0, (int)count + 1).Select(i => (int)(least + (way * i / count)))];
    }

    /// <summary>Numbers or days in steps.</summary>
    private sealed class Values
    {
        private int[] _known = new int[Segment.Size];
        private int _count;

        public int Unknown { get; private set; }

        public int Least { get; private set; } = int.MaxValue;

        public int Greatest { get; private set; } = int.MinValue;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(ReadOnlySpan<int> readings, ReadOnlySpan<int> rows)
        {
            if (_count + rows.Length > _known.Length)
                Array.Resize(ref _known, 2 * _known.Length);
            var (known, count, least, greatest) = (_known, _count, Least, Greatest);
            foreach (var row in rows)
            {
                var steps = readings[row];
                known[count] = steps;
                if (steps == CompiledCriterion.Unknown)
                    continue;
                count++;
                least = Math.Min(least, steps);
                greatest = Math.Max(greatest, steps);
            }

            Unknown += rows.Length - (count - _count);
            (_count, Least, Greatest) = (count, least, greatest);
        }

        /// <summary>How many lie between each edge and the next.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int[] Count(int[] edges)
        {
            var counts = new int[edges.Length - 1];
            var last = counts.Length - 1;
            var share = counts.Length / Math.Max(1.0, (double)edges[^1] - edges[0]);
            foreach (var steps in _known.AsSpan(0, _count))
            {
                // The quotient is at most one bin off: edges are rounded to steps.
                var bin = Math.Min((int)(((double)steps - edges[0]) * share), last);
                while (bin < last && steps >= edges[bin + 1])
                    bin++;
                while (steps < edges[bin])
                    bin--;
                counts[bin]++;
            }

            return counts;
        }
    }
}
