using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Facets;

/// <summary>Counts the rows of an index by their values of one attribute.</summary>
internal abstract class FacetCounter(Board board, BoardAttribute attribute)
{
    protected BoardAttribute Attribute => attribute;

    /// <summary>The attribute's index on the board.</summary>
    public int Index { get; } = board.IndexOf(attribute.Code);

    public static FacetCounter Of(Board board, BoardAttribute attribute, int bins, DateOnly day, GateTable gates)
    {
        var column = ColumnSchema.Of(board).FirstColumnOf(board.IndexOf(attribute.Code));
        return attribute.Kind switch
        {
            AttributeKind.Number or AttributeKind.Date => new BinCounter(board, attribute, column, bins),
            AttributeKind.Use => new UseCounter(board, attribute, column, day, gates),
            AttributeKind.Flag => new CodeCounter(board, attribute, column, ["no", "yes"]),
            _ => new CodeCounter(board, attribute, column, [.. attribute.Values.Select(entry => entry.Code)]),
        };
    }

    /// <param name="isAccepted">
    /// Whether the demand accepts the rows; else it would, were all criteria on the attribute dropped.
    /// </param>
    public abstract void Add(Segment segment, ReadOnlySpan<int> rows, bool isAccepted);

    /// <param name="members">A run of spaces, which counts as one.</param>
    /// <param name="isAccepted">As of rows.</param>
    public abstract void Add(RunCollector runs, ReadOnlySpan<int> members, bool isAccepted);

    public abstract Facet ToFacet();

    /// <summary>The first number of a pair is of accepted rows, the second of the others.</summary>
    protected static FacetCount Total((int Accepted, int Others) counts) =>
        new(counts.Accepted, counts.Accepted + counts.Others);

    protected static FacetValue Total(string code, (int Accepted, int Others) counts) =>
        new(code, counts.Accepted, counts.Accepted + counts.Others);
}

/// <summary>By the code of a category, or yes and no.</summary>
/// <param name="codes">The codes by their reading in the column.</param>
internal sealed class CodeCounter(Board board, BoardAttribute attribute, int column, string[] codes)
    : FacetCounter(board, attribute)
{
    // The last is of unknown values, and of codes that are no longer in the list.
    private readonly int[] _accepted = new int[codes.Length + 1];
    private readonly int[] _others = new int[codes.Length + 1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(Segment segment, ReadOnlySpan<int> rows, bool isAccepted)
    {
        var readings = segment.Column(column);
        var counts = isAccepted ? _accepted : _others;
        foreach (var row in rows)
            counts[PlaceOf(readings[row])]++;
    }

    public override void Add(RunCollector runs, ReadOnlySpan<int> members, bool isAccepted) =>
        (isAccepted ? _accepted : _others)[
            PlaceOf(runs.ValueOf(members, Index, (segment, row) => segment.Column(column)[row]))
        ]++;

    private int PlaceOf(int reading) => reading >= 0 && reading < codes.Length ? reading : codes.Length;

    public override Facet ToFacet() =>
        new(
            Attribute.Code,
            null,
            null,
            null,
            [.. codes.Select((code, i) => Total(code, (_accepted[i], _others[i])))],
            Total((_accepted[^1], _others[^1]))
        );
}

/// <summary>By each use that the row allows, at least with permission.</summary>
internal sealed class UseCounter(Board board, BoardAttribute attribute, int firstColumn, DateOnly day, GateTable gates)
    : FacetCounter(board, attribute)
{
    // The last is of rows of which no use is known.
    private readonly int[] _accepted = new int[attribute.Values.Length + 1];
    private readonly int[] _others = new int[attribute.Values.Length + 1];
    private readonly bool[] _isKnown = new bool[Segment.Size];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(Segment segment, ReadOnlySpan<int> rows, bool isAccepted)
    {
        var counts = isAccepted ? _accepted : _others;
        Array.Clear(_isKnown);
        for (var use = 0; use < counts.Length - 1; use++)
        {
            var verdicts = Verdicts(segment, use);
            foreach (var row in rows)
            {
                _isKnown[row] |= verdicts[row] != CompiledCriterion.Unknown;
                if (verdicts[row] is (int)UseVerdict.Fits or (int)UseVerdict.NeedsPermission)
                    counts[use]++;
            }
        }

        foreach (var row in rows)
            counts[^1] += _isKnown[row] ? 0 : 1;
    }

    public override void Add(RunCollector runs, ReadOnlySpan<int> members, bool isAccepted)
    {
        var counts = isAccepted ? _accepted : _others;
        var isKnown = false;
        for (var use = 0; use < counts.Length - 1; use++)
        {
            var of = use;
            var verdict = runs.ValueOf(members, Index, (segment, row) => Verdicts(segment, of)[row]);
            isKnown |= verdict != CompiledCriterion.Unknown;
            counts[use] += verdict is (int)UseVerdict.Fits or (int)UseVerdict.NeedsPermission ? 1 : 0;
        }

        counts[^1] += isKnown ? 0 : 1;
    }

    private ReadOnlySpan<int> Verdicts(Segment segment, int use) =>
        Attribute.IsGated ? segment.Use(use, day, gates).Readings : segment.Column(firstColumn + use);

    public override Facet ToFacet() =>
        new(
            Attribute.Code,
            null,
            null,
            null,
            [.. Attribute.Values.Select((use, i) => Total(use.Code, (_accepted[i], _others[i])))],
            Total((_accepted[^1], _others[^1]))
        );
}
