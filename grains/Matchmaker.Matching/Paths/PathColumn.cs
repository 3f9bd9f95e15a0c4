using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;

namespace Matchmaker.Matching.Paths;

/// <summary>
/// The way of a criterion's machines over the columns of an index. Most rows fail a simple need, and only the others
/// look at the lift. Which values are fresh for every path is worked out when a row is written.
/// </summary>
internal sealed class PathColumn
{
    // Below this share of a segment's rows, looking at whole columns costs more than looking at each row.
    private const int FewRows = 16;

    private readonly PathNeeds _path;
    private readonly ColumnSchema _schema;
    private readonly (int Column, int Needed)[] _limits;
    private readonly (int Value, int Fresh)[] _freshBesides;
    private readonly int[] _truths = new int[Segment.Size];

    public PathColumn(PathNeeds path, ColumnSchema schema)
    {
        _path = path;
        _schema = schema;
        _limits = [.. path.Limits.Select(limit => (schema.FirstColumnOf(limit.Attribute), limit.Needed))];
        _freshBesides =
        [
            .. path
                .Attributes.Except(PathNeeds.Always)
                .Select(attribute => (schema.FirstColumnOf(attribute), schema.FirstFreshColumn + attribute)),
        ];
    }

    /// <summary>Writes each row's reading: 1, 0 or unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(Segment segment, ReadOnlySpan<int> rows, Span<int> readings)
    {
        if (rows.IsEmpty)
            return;
        if (rows.Length * FewRows >= segment.Count)
            ReadLimits(segment);
        else
            ReadLimits(segment, rows);
        var lifts = new LiftColumns(segment, _schema);
        foreach (var row in rows)
        {
            var truth = _truths[row];
            if (truth != Kleene.Unmet)
                truth = Math.Min(truth, _path.WayUp(lifts.At(row)));
            readings[row] = Kleene.ToReading(truth);
        }
    }

    /// <summary>One row's reading.</summary>
    public int Read(Segment segment, int row)
    {
        var truth = Limits(segment, row);
        return Kleene.ToReading(
            truth == Kleene.Unmet ? truth : Math.Min(truth, _path.WayUp(new LiftColumns(segment, _schema).At(row)))
        );
    }

    /// <summary>
    /// The last day on which every known value that a row's path reads is fresh; an unknown one is never stale.
    /// </summary>
    /// <param name="always">The same of the values that every path reads.</param>
    public int FreshUntil(Segment segment, int row, int always)
    {
        foreach (var (value, fresh) in _freshBesides)
        {
            if (segment.Column(value)[row] != CompiledCriterion.Unknown)
                always = Math.Min(always, segment.Column(fresh)[row]);
        }

        return always;
    }

    // Eight rows at a time: known and unknown values are mixed, and a branch for each would be guessed wrong too often.
    private void ReadLimits(Segment segment)
    {
        var truths = _truths.AsSpan(0, segment.Count);
        truths.Fill(Kleene.Met);
        foreach (var (column, needed) in _limits)
            And(truths, segment.Column(column), needed);
    }

    private void ReadLimits(Segment segment, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            _truths[row] = Limits(segment, row);
    }

    private int Limits(Segment segment, int row)
    {
        var truth = Kleene.Met;
        foreach (var (column, needed) in _limits)
            truth = Math.Min(truth, Kleene.Reaches(segment.Column(column)[row], needed));
        return truth;
    }

    // Lowers each truth to whether its cell reaches what is needed.
    private static void And(Span<int> truths, ReadOnlySpan<int> cells, int needed)
    {
        var row = 0;
        var (unknown, least) = (Vector256.Create(CompiledCriterion.Unknown), Vector256.Create(needed));
        var (one, two) = (Vector256.Create(Kleene.Unknown), Vector256.Create(Kleene.Met));
        for (; row + Vector256<int>.Count <= cells.Length; row += Vector256<int>.Count)
        {
            var eight = Vector256.Create(cells.Slice(row, Vector256<int>.Count));
            var known = Vector256.AndNot(two, Vector256.LessThan(eight, least));
            var truth = Vector256.ConditionalSelect(Vector256.Equals(eight, unknown), one, known);
            Vector256.Min(truth, Vector256.Create(truths.Slice(row, Vector256<int>.Count))).CopyTo(truths[row..]);
        }

        for (; row < cells.Length; row++)
            truths[row] = Math.Min(truths[row], Kleene.Reaches(cells[row], needed));
    }
}
