using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Search;
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
    private readonly ImmutableArray<CriterionColumn> _musts;
    private readonly ImmutableArray<CriterionColumn> _lookups;
    private readonly List<CriterionColumn> _computed;
    private readonly ImmutableArray<CriterionColumn> _areaMusts = [];
    private readonly RunCollector? _runs;
    private readonly int[] _rows = new int[Segment.Size];
    private readonly RowScore[] _scores = new RowScore[Segment.Size];
    private readonly int[] _missing = new int[Segment.Size];
    private readonly UnmetMusts[] _unmet = new UnmetMusts[Segment.Size];
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<string>>> _words = [];
    private readonly ImmutableArray<CriterionColumn> _excluded = [];

    /// <summary>A scan for the query's words and without what it excludes.</summary>
    public Scan(CompiledDemand demand, Query query)
        : this(demand, query.Viewer, query.AsOf)
    {
        _words = query.Words ?? [];
        var excluded = new CompiledDemand(demand.Board, query.Excluded ?? [], demand.Gates).Criteria;
        _excluded = Columns(excluded, query.AsOf);
    }

    /// <summary>A scan that also collects what may stand in runs of spaces: musts on area come last.</summary>
    public Scan(CompiledDemand demand, Query query, RunCollector? runs)
        : this(demand, query)
    {
        if (runs is null)
            return;
        _runs = runs;
        _areaMusts = [.. _lookups.Where(must => must.IsOnArea)];
        _lookups = [.. _lookups.Where(must => !must.IsOnArea)];
    }

    /// <param name="key">By which musts count as one where it is equal; null: by their index in the demand.</param>
    public Scan(CompiledDemand demand, Viewer viewer, DateOnly day, Func<CompiledCriterion, int>? key = null)
    {
        _demand = demand;
        _viewer = viewer;
        _day = day;
        _columns = Columns(demand.Criteria, day, key);
        _musts = [.. _columns.Where(column => column.IsMust).OrderBy(column => column.IsComputed)];
        _lookups = [.. _musts.Where(must => !must.IsComputed)];
        _computed = [.. _musts.Where(must => must.IsComputed)];
    }

    /// <summary>The rows that the viewer may see and no must rejects.</summary>
    public ReadOnlySpan<int> Accepted(Segment segment)
    {
        Span<ulong> accepted = stackalloc ulong[RowSet.Words];
        segment.Visible(_viewer, accepted);
        Span<ulong> rejected = stackalloc ulong[RowSet.Words];
        rejected.Clear();
        foreach (var must in _lookups)
            must.MarkRejected(segment, rejected);
        RowSet.Without(accepted, rejected);
        var rows = FilterByTerms(segment, WithoutExcluded(segment, RowSet.ToRows(accepted, _rows)));
        if (_runs is not null && !rows.IsEmpty)
            rows = Collect(_runs, segment, rows);
        foreach (var must in _computed)
        {
            if (rows.IsEmpty)
                break;
            rows = must.Filter(segment, rows);
        }

        _computed.Sort(CriterionColumn.CompareSelectivity);
        return rows;
    }

    // Of spaces for runs the computed musts are read later, since most have no neighbour.
    private Span<int> Collect(RunCollector runs, Segment segment, Span<int> rows)
    {
        runs.Add(segment, rows, _columns);
        foreach (var must in _areaMusts)
            rows = must.Filter(segment, rows);
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

    /// <summary>
    /// Collects the rows that the viewer may see and that musts of at most one key reject, those on area set aside.
    /// </summary>
    public void CollectLacking(Segment segment, RunCollector runs)
    {
        var rows = segment.Visible(_viewer, _rows);
        Array.Clear(_unmet);
        foreach (var must in _musts.Where(must => !must.IsOnArea))
        {
            must.CountUnmet(segment, rows, _unmet);
            rows = KeepByUnmet(rows, minUnmet: 0);
        }

        runs.Add(segment, rows, _columns, _unmet);
    }

    /// <summary>
    /// The rows with the fewest unmet musts and missing words, of equally many those with the fewest unmet musts, if no
    /// more than <paramref name="fewest"/>, which becomes their <see cref="Lacks"/>. A row must have at least half of
    /// both, or all musts.
    /// </summary>
    public ReadOnlySpan<int> Fewest(Segment segment, ref int fewest, out bool isFewer)
    {
        var rows = WithoutExcluded(segment, segment.Visible(_viewer, _rows));
        Array.Clear(_unmet);
        foreach (var must in _musts)
            must.CountUnmet(segment, rows, _unmet);
        Array.Clear(_missing);
        Span<ulong> marked = stackalloc ulong[Segment.Size / 64];
        foreach (var alternatives in _words)
        {
            segment.GetInvertedIndex().Mark(alternatives, marked);
            foreach (var row in rows)
                _missing[row] += 1 - (int)((marked[row >> 6] >> row) & 1);
        }

        var known = fewest;
        foreach (var row in rows)
            fewest = Math.Min(fewest, LacksOf(row));
        isFewer = fewest < known;
        var kept = 0;
        foreach (var row in rows)
        {
            if (LacksOf(row) == fewest)
                rows[kept++] = row;
        }

        return rows[..kept];
    }

    /// <summary>Orders rows by what they lack in all, then by unmet musts.</summary>
    private static int Lacks(int unmet, int missing) => ((unmet + missing) << 10) + unmet;

    private int LacksOf(int row)
    {
        var (unmet, missing) = (_unmet[row].Count, _missing[row]);
        var hasMost = 2 * (unmet + missing) <= _musts.Length + _words.Length || (unmet == 0 && _musts.Length > 0);
        return hasMost ? Lacks(unmet, missing) : int.MaxValue;
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

    public PartialMatch ExplainPartly(Profile profile, ImmutableArray<ImmutableArray<ImmutableArray<string>>> words)
    {
        var match = Explain(profile);
        var has = (profile.Texts ?? []).SelectMany(text => Tokens.Of(text)).ToHashSet(StringComparer.Ordinal);
        return new(
            match,
            [.. Indexes(match.Parts, part => part is { Strength: Strength.Must, Outcome: Outcome.Unmet })],
            [
                .. Indexes(
                    words,
                    alternatives => !alternatives.Any(phrase => !phrase.IsEmpty && phrase.All(has.Contains))
                ),
            ]
        );
    }

    private static IEnumerable<int> Indexes<T>(ImmutableArray<T> items, Func<T, bool> isWanted) =>
        Enumerable.Range(0, items.Length).Where(at => isWanted(items[at]));

    // The rows by which no excluded criterion is met.
    private Span<int> WithoutExcluded(Segment segment, Span<int> rows)
    {
        foreach (var excluded in _excluded)
            rows = excluded.FilterUnmet(segment, rows);
        return rows;
    }

    private ImmutableArray<CriterionColumn> Columns(
        ImmutableArray<CompiledCriterion> criteria,
        DateOnly day,
        Func<CompiledCriterion, int>? key = null
    )
    {
        var schema = ColumnSchema.Of(_demand.Board);
        return
        [
            .. criteria.Select(
                (criterion, index) => new CriterionColumn(criterion, key?.Invoke(criterion) ?? index, schema, day)
            ),
        ];
    }

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
