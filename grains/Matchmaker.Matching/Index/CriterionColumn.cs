using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// One criterion over the columns of an index, segment by segment. Its loops skip tiered compilation: otherwise the
/// first searches of a silo run several times slower than its hundredth.
/// </summary>
internal sealed class CriterionColumn(CompiledCriterion criterion, int index, ColumnSchema schema, DateOnly day)
{
    private readonly int _freshColumn = schema.FirstFreshColumn + criterion.AttributeIndex;
    private readonly int _valueColumn = schema.ColumnOf(criterion);
    private readonly int _use = criterion.Attribute.IsGated
        ? criterion.Attribute.IndexOf(((CodeValue)criterion.Definition.Value!).Code)
        : -1;
    private readonly int[] _computed = new int[Segment.Size];
    private readonly PathColumn? _path = criterion.Path is { } path ? new(path, schema) : null;
    private Segment? _computedFor;
    private long _rowsSeen = 1;
    private long _rowsKept = 1;

    public bool IsMust => criterion.IsMust;

    /// <summary>Whether it is a must on area, which runs of spaces meet together.</summary>
    public bool IsOnArea => RunRules.IsOnArea(criterion);

    /// <summary>The taxonomy code of a <c>covers</c> criterion; null: another kind of criterion.</summary>
    public string? Code => criterion.Definition is { Op: Op.Covers, Value: CodeValue code } ? code.Code : null;

    /// <summary>The attribute's index on the board.</summary>
    public int AttributeIndex => criterion.AttributeIndex;

    /// <summary>
    /// Whether readings are computed from value objects, which costs more than a look-up in a column.
    /// </summary>
    public bool IsComputed => _valueColumn < 0;

    /// <summary>Sort order for filters: by the share of rows passed so far.</summary>
    public static int CompareSelectivity(CriterionColumn a, CriterionColumn b) =>
        ((double)a._rowsKept / a._rowsSeen).CompareTo((double)b._rowsKept / b._rowsSeen);

    /// <summary>
    /// The criterion's readings by row; entries of other rows are undefined. A second call for the same segment must
    /// ask for a subset of the first call's rows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Readings(Segment segment, ReadOnlySpan<int> rows)
    {
        if (!IsComputed)
            return Column(segment);
        if (ReferenceEquals(segment, _computedFor))
            return _computed;
        _computedFor = segment;
        if (_path is not null)
            _path.Read(segment, rows, _computed);
        else if (Code is { } code)
            ReadClaims(segment, code, segment.Values(criterion.AttributeIndex), rows);
        else
            ReadValues(segment.Values(criterion.AttributeIndex), rows);
        return _computed;
    }

    /// <summary>What the criterion reads of one row, whichever rows were read before.</summary>
    public Judgement At(Segment segment, int row) =>
        new(
            _path is not null ? _path.Read(segment, row)
                : IsComputed ? criterion.Read(segment.Values(criterion.AttributeIndex)[row], day)
                : Column(segment)[row],
            IsStale(segment, FreshUntil(segment), row)
        );

    private ReadOnlySpan<int> Column(Segment segment) =>
        _use < 0 ? segment.Column(_valueColumn) : Use(segment).Readings;

    private UseColumn Use(Segment segment) => segment.Use(_use, day, criterion.Gates);

    // Comparing codes as strings costs more than all the rest of a search by capability.
    private void ReadClaims(Segment segment, string code, ReadOnlySpan<Value?> values, ReadOnlySpan<int> rows)
    {
        Span<ulong> met = stackalloc ulong[Segment.Size / 64];
        Span<ulong> broader = stackalloc ulong[Segment.Size / 64];
        Span<ulong> dated = stackalloc ulong[Segment.Size / 64];
        segment.GetInvertedIndex().MarkReadings(criterion.AttributeIndex, code, met, broader, dated);
        foreach (var row in rows)
        {
            _computed[row] =
                IsMarked(dated, row) ? criterion.Read(values[row], day)
                : IsMarked(met, row) ? 1
                : IsMarked(broader, row) ? CompiledCriterion.Unknown
                : 0;
        }
    }

    private void ReadValues(ReadOnlySpan<Value?> values, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            _computed[row] = criterion.Read(values[row], day);
    }

    private static bool IsMarked(ReadOnlySpan<ulong> marked, int row) => ((marked[row >> 6] >> row) & 1) == 1;

    /// <summary>
    /// Keeps the rows that the criterion does not reject, in place. It is computed, or on area: what it accepts has no
    /// gap, as that of other look-ups may (<see cref="MarkRejected"/>).
    /// </summary>
    public Span<int> Filter(Segment segment, Span<int> rows)
    {
        var readings = Readings(segment, rows);
        var utility = criterion.UtilityFunction;
        var kept = FilterByRange(readings, utility.MinReading, utility.MaxReading, rows);
        _rowsSeen += rows.Length;
        _rowsKept += kept;
        return rows[..kept];
    }

    /// <summary>Keeps the rows that do not meet the criterion, or for which it is unknown, in place.</summary>
    public Span<int> FilterUnmet(Segment segment, Span<int> rows)
    {
        var readings = Readings(segment, rows);
        var kept = 0;
        foreach (var row in rows)
        {
            var reading = readings[row];
            rows[kept] = row;
            kept += reading == CompiledCriterion.Unknown || criterion.UtilityFunction.At(reading) == 0 ? 1 : 0;
        }

        return rows[..kept];
    }

    // By row; of a path it is that of the values which every path reads.
    private ReadOnlySpan<int> FreshUntil(Segment segment) =>
        _use < 0 ? segment.Column(_freshColumn) : Use(segment).FreshUntil;

    private bool IsStale(Segment segment, ReadOnlySpan<int> freshUntil, int row) =>
        (_path?.FreshUntil(segment, row, freshUntil[row]) ?? freshUntil[row]) < day.DayNumber;

    /// <summary>Adds the criterion's points to the score of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddScores(Segment segment, ReadOnlySpan<int> rows, Span<RowScore> scores)
    {
        var readings = Readings(segment, rows);
        var freshUntil = FreshUntil(segment);
        for (var i = 0; i < rows.Length; i++)
        {
            var reading = readings[rows[i]];
            scores[i].Points +=
                (long)criterion.Definition.Weight * criterion.UtilityOf(reading, IsStale(segment, freshUntil, rows[i]));
            if (criterion.IsMust && reading == CompiledCriterion.Unknown)
                scores[i].UnknownMusts++;
        }
    }

    /// <summary>Counts the criterion's index as unmet, once, for each row that it rejects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CountUnmet(Segment segment, ReadOnlySpan<int> rows, Span<UnmetMusts> unmet)
    {
        var readings = Readings(segment, rows);
        foreach (var row in rows)
        {
            if (
                readings[row] is var reading
                && reading != CompiledCriterion.Unknown
                && criterion.UtilityFunction.At(reading) == 0
                && (unmet[row].Count == 0 || unmet[row].LastUnmet != index)
            )
                unmet[row] = new(unmet[row].Count + 1, index);
        }
    }

    /// <summary>Adds the rows that the criterion, which is a look-up, rejects to a set of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MarkRejected(Segment segment, Span<ulong> rejected)
    {
        var readings = Column(segment);
        if (criterion.UtilityFunction is Table { HasGaps: true } table)
            MarkOthers(readings, table.Met, rejected);
        else
            MarkOutside(readings, criterion.UtilityFunction.MinReading, criterion.UtilityFunction.MaxReading, rejected);
    }

    // Eight rows at a time, every row: following a list of those that are left costs more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkOthers(ReadOnlySpan<int> readings, ImmutableArray<int> met, Span<ulong> rejected)
    {
        var row = 0;
        for (; row + Vector256<int>.Count <= readings.Length; row += Vector256<int>.Count)
        {
            var eight = Vector256.Create(readings.Slice(row, Vector256<int>.Count));
            var passed = Vector256.Equals(eight, Vector256.Create(CompiledCriterion.Unknown));
            foreach (var code in met)
                passed |= Vector256.Equals(eight, Vector256.Create(code));
            rejected[row >> 6] |= (ulong)(~passed).ExtractMostSignificantBits() << (row & 63);
        }

        for (; row < readings.Length; row++)
        {
            if (readings[row] != CompiledCriterion.Unknown && !met.Contains(readings[row]))
                rejected[row >> 6] |= 1UL << row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkOutside(ReadOnlySpan<int> readings, int min, int max, Span<ulong> rejected)
    {
        var row = 0;
        var (lows, highs) = (Vector256.Create(min), Vector256.Create(max));
        var unknowns = Vector256.Create(CompiledCriterion.Unknown);
        for (; row + Vector256<int>.Count <= readings.Length; row += Vector256<int>.Count)
        {
            var eight = Vector256.Create(readings.Slice(row, Vector256<int>.Count));
            var outside = Vector256.LessThan(eight, lows) | Vector256.GreaterThan(eight, highs);
            var bits = Vector256.AndNot(outside, Vector256.Equals(eight, unknowns)).ExtractMostSignificantBits();
            rejected[row >> 6] |= (ulong)bits << (row & 63);
        }

        for (; row < readings.Length; row++)
        {
            if (
                readings[row] is var reading
                && reading != CompiledCriterion.Unknown
                && (reading < min || reading > max)
            )
                rejected[row >> 6] |= 1UL << row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FilterByRange(ReadOnlySpan<int> readings, int min, int max, Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            var reading = readings[row];
            rows[kept] = row;
            // Branch-free: a frequently mispredicted branch costs more than an addition.
            kept += reading == CompiledCriterion.Unknown | (reading >= min & reading <= max) ? 1 : 0;
        }

        return kept;
    }
}

/// <summary>A row's running score.</summary>
internal record struct RowScore(long Points, int UnknownMusts);

/// <summary>The number of musts that reject a row, and the index in the demand of the last of them.</summary>
internal readonly record struct UnmetMusts(int Count, int LastUnmet);
