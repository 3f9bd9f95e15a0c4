using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>
/// One demand laid over a catalogue's columns. It comes to what <see cref="Yardstick.Tally"/> comes to, but a column at a time: it touches
/// only the numbers that the demand asks for, and scores only rows that are to be ranked. Spans that it returns hold until the next block.
/// </summary>
internal sealed class Scan
{
    private readonly Yardstick _yardstick;
    private readonly Viewer _viewer;
    private readonly DateOnly _day;
    private readonly ImmutableArray<Sight> _sights;
    private readonly List<Sight> _musts;
    private readonly int[] _rows = new int[Block.Size];
    private readonly RowScore[] _scores = new RowScore[Block.Size];
    private readonly Refusal[] _refusals = new Refusal[Block.Size];
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<string>>> _words;

    /// <param name="words">As in <see cref="Query.Words"/>.</param>
    public Scan(
        Yardstick yardstick,
        Viewer viewer,
        DateOnly day,
        ImmutableArray<ImmutableArray<ImmutableArray<string>>>? words = null
    )
    {
        _words = words ?? [];
        _yardstick = yardstick;
        _viewer = viewer;
        _day = day;
        var layout = Layout.Of(yardstick.Board);
        _sights = [.. yardstick.Gauges.Select((gauge, at) => new Sight(gauge, at, layout, day))];
        _musts = [.. _sights.Where(sight => sight.IsMust).OrderBy(sight => sight.IsCostly)];
    }

    /// <summary>The rows of the block that the viewer may see and that no must refuses.</summary>
    public ReadOnlySpan<int> Accepted(Block block)
    {
        var rows = Having(block, block.Visible(_viewer, _rows));
        foreach (var must in _musts)
        {
            if (rows.IsEmpty)
                break;
            rows = must.Sieve(block, rows);
        }

        _musts.Sort(Sight.MostSelectiveFirst);
        return rows;
    }

    /// <summary>The rows of the block that the viewer may see and that exactly one must refuses; which one: <see cref="RefusedAt"/>.</summary>
    public ReadOnlySpan<int> Near(Block block)
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
    public ReadOnlySpan<RowScore> Scores(Block block, ReadOnlySpan<int> rows)
    {
        var scores = _scores.AsSpan(0, rows.Length);
        scores.Clear();
        foreach (var sight in _sights)
            sight.Score(block, rows, scores);
        return scores;
    }

    public Match Explain(Profile profile) => Judge.Of(_yardstick, profile, _day);

    // Of the rows those that have the words, and may claim the codes that musts ask for.
    private Span<int> Having(Block block, Span<int> rows)
    {
        Span<ulong> marked = stackalloc ulong[Block.Size / 64];
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
