using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// One use on one day, by row of a segment: the stated verdict, or what gates give where none is stated (matching.md
/// section 12). A search reads it as any other column.
/// </summary>
internal sealed class UseColumn
{
    private readonly DateOnly _day;
    private readonly GateTable _table;
    private readonly int[] _readings;
    private readonly int[] _freshUntil;

    private UseColumn(DateOnly day, GateTable table, int count)
    {
        (_day, _table) = (day, table);
        (_readings, _freshUntil) = (new int[count], new int[count]);
    }

    /// <summary>Verdicts; <see cref="CompiledCriterion.Unknown"/>: not known.</summary>
    public ReadOnlySpan<int> Readings => _readings;

    /// <summary>The last day on which everything that the verdict rests on is fresh.</summary>
    public ReadOnlySpan<int> FreshUntil => _freshUntil;

    public bool IsFor(DateOnly day, GateTable table) => _day == day && ReferenceEquals(_table, table);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UseColumn Of(Segment segment, ColumnSchema schema, int use, DateOnly day, GateTable table)
    {
        var column = new UseColumn(day, table, segment.Count);
        var code = schema.Board.Attributes[schema.GatedAttribute].Values[use].Code;
        var stated = segment.Column(schema.FirstColumnOf(schema.GatedAttribute) + use);
        var statedFresh = segment.Column(schema.FirstFreshColumn + schema.GatedAttribute);
        var plan = new Input(segment, schema, UseGates.Zone);
        var lease = new Input(segment, schema, UseGates.LeaseUser);
        var neighbours = new Input(segment, schema, UseGates.Neighbours);
        var (byZone, byUser) = (
            ByKey(schema.Board, UseGates.Zone, GateKind.Plan, code, day, table),
            ByKey(schema.Board, UseGates.LeaseUser, GateKind.Lease, code, day, table)
        );
        int[] byNeighbours = [(int)UseVerdict.Fits, (int)UseVerdict.NeedsPermission];
        var asksNeighbours = UseGates.BringsVisitors(code);
        var waivers = segment.Waivers;
        for (var row = 0; row < stated.Length; row++)
        {
            if (stated[row] != CompiledCriterion.Unknown)
            {
                (column._readings[row], column._freshUntil[row]) = (stated[row], statedFresh[row]);
                continue;
            }

            var isWaived = waivers[row] is not null && UseGates.WaiverOf(segment.Profiles[row], code, day) is not null;
            var (verdict, fresh) = plan.At(row, byZone);
            var (second, secondFresh) = isWaived ? ((int)UseVerdict.Fits, int.MaxValue) : lease.At(row, byUser);
            var (third, thirdFresh) = asksNeighbours
                ? neighbours.At(row, byNeighbours)
                : ((int)UseVerdict.Fits, int.MaxValue);
            column._readings[row] = Worst(Worst(verdict, second), third);
            column._freshUntil[row] = Math.Min(Math.Min(fresh, secondFresh), thirdFresh);
        }

        return column;
    }

    /// <summary>The verdict of a row; null: unknown.</summary>
    public UseVerdict? VerdictAt(int row) =>
        _readings[row] == CompiledCriterion.Unknown ? null : (UseVerdict)_readings[row];

    /// <summary>Marks the rows that a turned rule concerns.</summary>
    public static void MarkTurned(Segment segment, ColumnSchema schema, TurnedRules turned, Span<bool> rows)
    {
        if (schema.GatedAttribute < 0 || turned.IsEmpty)
            return;
        MarkKeys(segment, schema, UseGates.Zone, turned.Of(GateKind.Plan), rows);
        MarkKeys(segment, schema, UseGates.LeaseUser, turned.Of(GateKind.Lease), rows);
    }

    /// <summary>Marks the rows with a waiver that holds on exactly one of the two days.</summary>
    public static void MarkEndedWaivers(Segment segment, DateOnly before, DateOnly after, Span<bool> rows)
    {
        var waivers = segment.Waivers;
        for (var row = 0; row < waivers.Length; row++)
        {
            if (waivers[row] is { } own)
                rows[row] |= own.Any(waiver => waiver.HoldsOn(before) != waiver.HoldsOn(after));
        }
    }

    private static void MarkKeys(
        Segment segment,
        ColumnSchema schema,
        string attribute,
        IEnumerable<string> keys,
        Span<bool> rows
    )
    {
        var index = schema.Board.IndexOf(attribute);
        var turning = keys.Select(schema.Board.Attributes[index].IndexOf).ToHashSet();
        if (turning.Count == 0)
            return;
        var cells = segment.Column(schema.FirstColumnOf(index));
        for (var row = 0; row < cells.Length; row++)
            rows[row] |= turning.Contains(cells[row]);
    }

    // The last entry is of codes that are no longer in the list.
    private static int[] ByKey(
        Board board,
        string attribute,
        GateKind gate,
        string use,
        DateOnly day,
        GateTable table
    ) =>
        [
            .. board
                .Find(attribute)!
                .Values.Select(key => (int?)table.Find(gate, key.Code, use, day)?.Verdict ?? CompiledCriterion.Unknown),
            CompiledCriterion.Unknown,
        ];

    private static int Worst(int one, int other)
    {
        const int Bad = (int)UseVerdict.DoesNotFit;
        if (one == Bad || other == Bad)
            return Bad;
        return one == CompiledCriterion.Unknown || other == CompiledCriterion.Unknown
            ? CompiledCriterion.Unknown
            : Math.Max(one, other);
    }

    /// <summary>The columns of an attribute that a gate reads.</summary>
    private readonly ref struct Input(Segment segment, ColumnSchema schema, string attribute)
    {
        private readonly ReadOnlySpan<int> _cells = segment.Column(
            schema.FirstColumnOf(schema.Board.IndexOf(attribute))
        );
        private readonly ReadOnlySpan<int> _fresh = segment.Column(
            schema.FirstFreshColumn + schema.Board.IndexOf(attribute)
        );

        /// <summary>The verdict by the cell, and its last fresh day; an unknown cell is never stale.</summary>
        public (int Verdict, int FreshUntil) At(int row, int[] verdicts) =>
            _cells[row] == CompiledCriterion.Unknown
                ? (CompiledCriterion.Unknown, int.MaxValue)
                : (verdicts[_cells[row]], _fresh[row]);
    }
}
