using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// One demand laid over a catalogue's columns. It comes to what <see cref="CompiledDemand.Tally"/> comes to, but a column at a time: it touches
/// only the numbers that the demand asks for, and scores only rows that are to be ranked. Spans that it returns hold until the next block.
/// </summary>
internal sealed class Scan
{
    private readonly CompiledDemand _yardstick;
    private readonly Viewer _viewer;
    private readonly DateOnly _day;
    private readonly ImmutableArray<CriterionColumn> _sights;
    private readonly List<CriterionColumn> _musts;
    private readonly int[] _rows = new int[Segment.Size];
    private readonly RowScore[] _scores = new RowScore[Segment.Size];
    private readonly Refusal[] _refusals = new Refusal[Segment.Size];
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<string>>> _words;

    /// <param name="words">As in <see cref="Query.Words"/>.</param>
    public Scan(
        CompiledDemand yardstick,
        Viewer viewer,
        DateOnly day,
        ImmutableArray<ImmutableArray<ImmutableArray<string>>>? words = null
    )
    {
        _words = words ?? [];
        _yardstick = yardstick;
        _viewer = viewer;
        _day = day;
        var layout = ColumnSchema.Of(yardstick.Board);
        _sights = [.. yardstick.Gauges.Select((gauge, at) => new CriterionColumn(gauge, at, layout, day))];
        _musts = [.. _sights.Where(sight => sight.IsMust).OrderBy(sight => sight.IsCostly)];
    }

    /// <summary>The rows of the block that the viewer may see and that no must refuses.</summary>
    public ReadOnlySpan<int> Accepted(Segment block)
    {
        var rows = Having(block, block.Visible(_viewer, _rows));
        foreach (var must in _musts)
        {
            if (rows.IsEmpty)
                break;
            rows = must.Sieve(block, rows);
        }

        _musts.Sort(CriterionColumn.MostSelectiveFirst);
        return rows;
    }

    /// <summary>The rows of the block that the viewer may see and that exactly one must refuses; which one: <see cref="RefusedAt"/>.</summary>
    public ReadOnlySpan<int> Near(Segment block)
    {
        var rows = block.Visible(_viewer, _rows);
        Array.Clear(_refusals);
        foreach (var must in _musts)
        {
            must.Refuse(block, rows, _refusals);
            rows = WithRefusals(rows, least: 0);
        }

        return WithRefusals(rows, least: 1);
    }

    /// <summary>The place in the demand of the must that refused a row of <see cref="Near"/>.</summary>
    public int RefusedAt(int row) => _refusals[row].At;

    /// <summary>Points and unknown musts of those rows, in their order.</summary>
    public ReadOnlySpan<RowScore> Scores(Segment block, ReadOnlySpan<int> rows)
    {
        var scores = _scores.AsSpan(0, rows.Length);
        scores.Clear();
        foreach (var sight in _sights)
            sight.Score(block, rows, scores);
        return scores;
    }

    public Match Explain(Profile profile) => Evaluator.Of(_yardstick, profile, _day);

    // Of the rows those that have the words, and may claim the codes that musts ask for.
    private Span<int> Having(Segment block, Span<int> rows)
    {
        Span<ulong> marked = stackalloc ulong[Segment.Size / 64];
        foreach (var alternatives in _words)
        {
            if (rows.IsEmpty)
                return rows;
            block.Terms().Mark(alternatives, marked);
            rows = Marked(rows, marked);
        }

        foreach (var must in _musts)
        {
            if (must.Code is not { } code || rows.IsEmpty)
                continue;
            block.Terms().MarkClaims(must.Place, code, marked);
            rows = Marked(rows, marked);
        }

        return rows;
    }

    private static Span<int> Marked(Span<int> rows, scoped ReadOnlySpan<ulong> marked)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            rows[kept] = row;
            kept += (int)((marked[row >> 6] >> row) & 1);
        }

        return rows[..kept];
    }

    // More than one refusal is never near, so such a row need not be looked at again.
    private Span<int> WithRefusals(Span<int> rows, int least)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (_refusals[row].Count >= least && _refusals[row].Count <= 1)
                rows[kept++] = row;
        }

        return rows[..kept];
    }
}
