using System.Runtime.CompilerServices;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// One criterion's view of a catalogue's columns, block by block. Its loops are compiled at their best at once, because a silo's first
/// searches would else run several times slower than its hundredth.
/// </summary>
internal sealed class CriterionColumn(CompiledCriterion gauge, int at, ColumnSchema layout, DateOnly day)
{
    private readonly int _fresh = layout.Fresh + gauge.Place;
    private readonly int _column = layout.ColumnOf(gauge);
    private readonly int[] _worked = new int[Segment.Size];
    private Segment? _workedFor;
    private long _seen = 1;
    private long _kept = 1;

    /// <summary>The criterion's place in the demand.</summary>
    public int At => at;

    public bool IsMust => gauge.IsMust;

    /// <summary>The taxonomy code that the criterion asks for; null: it asks for none.</summary>
    public string? Code => gauge.Criterion is { Op: Op.Covers, Value: CodeValue code } ? code.Code : null;

    /// <summary>The attribute's place on the board.</summary>
    public int Place => gauge.Place;

    /// <summary>Whether a reading is worked out from the value, which costs more than looking it up.</summary>
    public bool IsCostly => _column < 0;

    /// <summary>Cheap ones first, then the share that it has let through so far.</summary>
    public static int MostSelectiveFirst(CriterionColumn a, CriterionColumn b)
    {
        var byCost = a.IsCostly.CompareTo(b.IsCostly);
        return byCost != 0 ? byCost : ((double)a._kept / a._seen).CompareTo((double)b._kept / b._seen);
    }

    /// <summary>
    /// The criterion's readings of those rows of the block, by row; what the other rows hold means nothing. Asked again about one block,
    /// the rows must be among those of the first time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Readings(Segment block, ReadOnlySpan<int> rows)
    {
        if (!IsCostly)
            return block.Column(_column);
        if (ReferenceEquals(block, _workedFor))
            return _worked;
        _workedFor = block;
        var values = block.Values(gauge.Place);
        if (Code is { } code)
            ReadClaims(block, code, values, rows);
        else
            ReadEach(values, rows);
        return _worked;
    }

    // Because comparing codes letter by letter costs more than all the rest of a search for what firms claim.
    private void ReadClaims(Segment block, string code, ReadOnlySpan<Value?> values, ReadOnlySpan<int> rows)
    {
        Span<ulong> met = stackalloc ulong[Segment.Size / 64];
        Span<ulong> broader = stackalloc ulong[Segment.Size / 64];
        Span<ulong> dated = stackalloc ulong[Segment.Size / 64];
        block.Terms().MarkReadings(gauge.Place, code, met, broader, dated);
        foreach (var row in rows)
        {
            _worked[row] =
                Has(dated, row) ? gauge.Read(values[row], day)
                : Has(met, row) ? 1
                : Has(broader, row) ? CompiledCriterion.Unknown
                : 0;
        }
    }

    private void ReadEach(ReadOnlySpan<Value?> values, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            _worked[row] = gauge.Read(values[row], day);
    }

    private static bool Has(ReadOnlySpan<ulong> marked, int row) => ((marked[row >> 6] >> row) & 1) == 1;

    /// <summary>Keeps of the rows those that the criterion does not refuse, in place.</summary>
    public Span<int> Sieve(Segment block, Span<int> rows)
    {
        var readings = Readings(block, rows);
        var kept = gauge.Curve.HasHoles
            ? OneByOne(readings, rows)
            : Between(readings, gauge.Curve.MinUtility, gauge.Curve.Most, rows);
        _seen += rows.Length;
        _kept += kept;
        return rows[..kept];
    }

    /// <summary>Adds the criterion's share to the score of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(Segment block, ReadOnlySpan<int> rows, Span<RowScore> scores)
    {
        var readings = Readings(block, rows);
        var fresh = block.Column(_fresh);
        for (var i = 0; i < rows.Length; i++)
        {
            var reading = readings[rows[i]];
            scores[i].Points += (long)gauge.Criterion.Weight * gauge.Grade(reading, fresh[rows[i]] < day.DayNumber);
            if (gauge.IsMust && reading == CompiledCriterion.Unknown)
                scores[i].UnknownMusts++;
        }
    }

    /// <summary>Notes which rows the criterion refuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Refuse(Segment block, ReadOnlySpan<int> rows, Span<Refusal> refusals)
    {
        var readings = Readings(block, rows);
        foreach (var row in rows)
        {
            if (readings[row] is var reading && reading != CompiledCriterion.Unknown && gauge.Curve.At(reading) == 0)
                refusals[row] = new(refusals[row].Count + 1, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Between(ReadOnlySpan<int> readings, int least, int most, Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            var reading = readings[row];
            rows[kept] = row;
            // Because a branch that is often mispredicted costs more than an addition.
            kept += reading == CompiledCriterion.Unknown | (reading >= least & reading <= most) ? 1 : 0;
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OneByOne(ReadOnlySpan<int> readings, Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (readings[row] is var reading && (reading == CompiledCriterion.Unknown || gauge.Curve.At(reading) > 0))
                rows[kept++] = row;
        }

        return kept;
    }
}

/// <summary>What a row has gathered so far.</summary>
internal record struct RowScore(long Points, int UnknownMusts);

/// <summary>How many musts refuse a row, and the place in the demand of the last that did.</summary>
internal readonly record struct Refusal(int Count, int At);
