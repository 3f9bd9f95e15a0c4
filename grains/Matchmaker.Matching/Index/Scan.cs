using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// Runs one demand over an index column by column. The results equal <see cref="CompiledDemand.Evaluate"/>, but the
/// scan reads only the columns that the demand asks for and scores only rows to be ranked. Returned spans are valid
/// until the next segment.
/// </summary>
internal sealed class Scan
{
    private readonly CompiledDemand _demand;
    private readonly Viewer _viewer;
    private readonly DateOnly _day;
    private readonly ImmutableArray<CriterionColumn> _columns;
    private readonly List<CriterionColumn> _musts;
    private readonly int[] _rows = new int[Segment.Size];
    private readonly RowScore[] _scores = new RowScore[Segment.Size];
    private readonly UnmetMusts[] _unmet = new UnmetMusts[Segment.Size];
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<string>>> _words;

    /// <param name="words">As in <see cref="Query.Words"/>.</param>
    public Scan(
        CompiledDemand demand,
        Viewer viewer,
        DateOnly day,
        ImmutableArray<ImmutableArray<ImmutableArray<string>>>? words = null
    )
    {
        _words = words ?? [];
        _demand = demand;
        _viewer = viewer;
        _day = day;
        var schema = ColumnSchema.Of(demand.Board);
        _columns =
        [
            .. demand.Criteria.Select((criterion, index) => new CriterionColumn(criterion, index, schema, day)),
        ];
        _musts = [.. _columns.Where(column => column.IsMust).OrderBy(column => column.IsComputed)];
    }

    /// <summary>The rows that the viewer may see and no must rejects.</summary>
    public ReadOnlySpan<int> Accepted(Segment segment)
    {
        var rows = FilterByTerms(segment, segment.Visible(_viewer, _rows));
        foreach (var must in _musts)
        {
            if (rows.IsEmpty)
                break;
            rows = must.Filter(segment, rows);
        }

        _musts.Sort(CriterionColumn.CompareSelectivity);
        return rows;
    }

    /// <summary>
    /// The rows that the viewer may see and exactly one must rejects; which one: <see cref="UnmetMust"/>.
    /// </summary>
    public ReadOnlySpan<int> NearMisses(Segment segment)
    {
        var rows = segment.Visible(_viewer, _rows);
        Array.Clear(_unmet);
        foreach (var must in _musts)
        {
            must.CountUnmet(segment, rows, _unmet);
            rows = KeepByUnmet(rows, minUnmet: 0);
        }

        return KeepByUnmet(rows, minUnmet: 1);
    }

    /// <summary>The index in the demand of the must that rejects a row of <see cref="NearMisses"/>.</summary>
    public int UnmetMust(int row) => _unmet[row].LastUnmet;

    /// <summary>Points and unknown musts of those rows, in their order.</summary>
    public ReadOnlySpan<RowScore> Scores(Segment segment, ReadOnlySpan<int> rows)
    {
        var scores = _scores.AsSpan(0, rows.Length);
        scores.Clear();
        foreach (var column in _columns)
            column.AddScores(segment, rows, scores);
        return scores;
    }

    public Match Explain(Profile profile) => Evaluator.Evaluate(_demand, profile, _day);

    // Keeps the rows that contain the query's words and may claim the codes that musts require.
    private Span<int> FilterByTerms(Segment segment, Span<int> rows)
    {
        Span<ulong> marked = stackalloc ulong[Segment.Size / 64];
        foreach (var alternatives in _words)
        {
            if (rows.IsEmpty)
                return rows;
            segment.GetInvertedIndex().Mark(alternatives, marked);
            rows = KeepMarked(rows, marked);
        }

        foreach (var must in _musts)
        {
            if (must.Code is not { } code || rows.IsEmpty)
                continue;
            segment.GetInvertedIndex().MarkClaims(must.AttributeIndex, code, marked);
            rows = KeepMarked(rows, marked);
        }

        return rows;
    }

    private static Span<int> KeepMarked(Span<int> rows, scoped ReadOnlySpan<ulong> marked)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            rows[kept] = row;
            kept += (int)((marked[row >> 6] >> row) & 1);
        }

        return rows[..kept];
    }

    // A row with two unmet musts is never a near miss and is not visited again.
    private Span<int> KeepByUnmet(Span<int> rows, int minUnmet)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (_unmet[row].Count >= minUnmet && _unmet[row].Count <= 1)
                rows[kept++] = row;
        }

        return rows[..kept];
    }
}
