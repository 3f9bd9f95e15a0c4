using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Runs;

namespace Matchmaker.Matching.Facets;

/// <summary>
/// Counts one demand's facets over an index in one pass. A row counts for an attribute when every must that rejects it
/// is on that attribute; a must on another attribute keeps it out of all facets.
/// </summary>
internal sealed class FacetScan
{
    private readonly Viewer _viewer;
    private readonly ImmutableArray<CriterionColumn> _filters;
    private readonly ImmutableArray<CriterionColumn> _computed;
    private readonly ImmutableArray<ImmutableArray<CriterionColumn>> _musts;
    private readonly ImmutableArray<FacetCounter> _counters;
    private readonly int[] _rows = new int[Segment.Size];
    private readonly ulong[] _live = new ulong[RowSet.Words];
    private readonly ulong[] _rejected = new ulong[RowSet.Words];
    private readonly ulong[] _rejectedTwice = new ulong[RowSet.Words];
    private readonly ulong[][] _rejectedBy;
    private int _count;

    /// <param name="attributes">As <see cref="FacetRules"/> chose them.</param>
    /// <param name="gates">The rules by which uses that no record states are judged.</param>
    public FacetScan(Board board, Query query, ImmutableArray<BoardAttribute> attributes, int bins, GateTable gates)
    {
        _viewer = query.Viewer;
        var musts = query
            .Criteria.Where(criterion => criterion.Strength is Strength.Must)
            .ToLookup(
                criterion => criterion.Attribute,
                criterion => new CriterionColumn(
                    new CompiledCriterion(board, criterion, gates),
                    0,
                    ColumnSchema.Of(board),
                    query.AsOf
                )
            );
        _musts = [.. attributes.Select(attribute => musts[attribute.Code].ToImmutableArray())];
        var others = musts
            .Where(of => attributes.All(attribute => attribute.Code != of.Key))
            .SelectMany(of => of)
            .ToLookup(column => column.IsComputed);
        (_filters, _computed) = ([.. others[false]], [.. others[true]]);
        _counters = [.. attributes.Select(attribute => FacetCounter.Of(board, attribute, bins, query.AsOf, gates))];
        _rejectedBy = [.. attributes.Select(_ => new ulong[RowSet.Words])];
    }

    public void Add(Segment segment)
    {
        Reject(segment);
        FilterComputed(segment);
        Keep(_live, _rejected);
        var accepted = RowSet.ToRows(_rejected, _rows);
        _count += accepted.Length;
        foreach (var counter in _counters)
            counter.Add(segment, accepted, isAccepted: true);
        for (var i = 0; i < _counters.Length; i++)
        {
            if (_musts[i].IsEmpty)
                continue;
            RowSet.And(_rejectedBy[i], _live);
            _counters[i].Add(segment, RowSet.ToRows(_rejectedBy[i], _rows), isAccepted: false);
        }
    }

    /// <summary>Counts the demand's runs of spaces, of which the index's rows are the members.</summary>
    public void Add(RunCollector runs)
    {
        runs.Each(members =>
        {
            _count++;
            foreach (var counter in _counters)
                counter.Add(runs, members, isAccepted: true);
        });
        runs.EachLacking(
            (attribute, members) =>
            {
                if (_counters.FirstOrDefault(counter => counter.Index == attribute) is { } counter)
                    counter.Add(runs, members, isAccepted: false);
            }
        );
    }

    public FacetReport ToReport(DateOnly day) => new(day, _count, [.. _counters.Select(counter => counter.ToFacet())]);

    // Afterwards the live rows are those that the musts on at most one attribute reject.
    private void Reject(Segment segment)
    {
        segment.Visible(_viewer, _live);
        Array.Clear(_rejected);
        Array.Clear(_rejectedTwice);
        foreach (var filter in _filters)
            filter.MarkRejected(segment, _rejectedTwice);
        for (var i = 0; i < _musts.Length; i++)
        {
            var by = _rejectedBy[i];
            Array.Clear(by);
            foreach (var must in _musts[i])
                must.MarkRejected(segment, by);
            for (var word = 0; word < by.Length; word++)
            {
                _rejectedTwice[word] |= _rejected[word] & by[word];
                _rejected[word] |= by[word];
            }
        }

        RowSet.Without(_live, _rejectedTwice);
    }

    // Distances and claims cost the most, and few rows are left.
    private void FilterComputed(Segment segment)
    {
        if (_computed.IsEmpty)
            return;
        Span<ulong> claims = stackalloc ulong[RowSet.Words];
        foreach (var column in _computed)
        {
            if (column.Code is not { } code)
                continue;
            segment.GetInvertedIndex().MarkClaims(column.AttributeIndex, code, claims);
            RowSet.And(_live, claims);
        }

        var rows = RowSet.ToRows(_live, _rows);
        foreach (var column in _computed)
        {
            if (rows.IsEmpty)
                break;
            rows = column.Filter(segment, rows);
        }

        Array.Clear(_live);
        foreach (var row in rows)
            RowSet.Add(_live, row);
    }

    // Turns the rejected rows into the live ones that are not.
    private static void Keep(ReadOnlySpan<ulong> live, Span<ulong> rejected)
    {
        for (var word = 0; word < rejected.Length; word++)
            rejected[word] = live[word] & ~rejected[word];
    }
}
