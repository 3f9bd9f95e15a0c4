using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.DatedTables;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// The rules of plans and leases by which uses are judged, in all their versions (matching.md section 12). Immutable:
/// another version makes another table.
/// </summary>
public sealed class GateTable : DatedTable<GateTable, GateVersion, GateRow>
{
    // Of the two states last compared, which are the same for every profile of a board.
    private Comparison? _last;

    /// <summary>A table with one version, which always holds.</summary>
    public GateTable(ImmutableArray<GateRow> rows)
        : this([new GateVersion(0, null, rows)]) { }

    private GateTable(ImmutableArray<GateVersion> versions)
        : base(versions) { }

    /// <summary>The table of gates.csv, without what admins published.</summary>
    public static GateTable Shipped { get; } = new([.. Csv.Embedded("Gates.gates.csv").Select(Read)]);

    /// <summary>The rule that holds on that day; null: none.</summary>
    public GateRow? Find(GateKind gate, string key, string use, DateOnly day) => On(day).Find(gate, key, use, day);

    /// <summary>Whether some key has a rule on the use that holds on that day.</summary>
    public bool Covers(GateKind gate, string use, DateOnly day) =>
        On(day).Rows.Any(row => row.Gate == gate && row.Use == use && row.HoldsOn(day));

    /// <summary>What differs between this table on one day and another table, or this one, on another day.</summary>
    internal TurnedRules TurnedIn(DateOnly day, GateTable other, DateOnly otherDay)
    {
        if (ReferenceEquals(this, other) && day == otherDay)
            return TurnedRules.None;
        if (_last is { } last && ReferenceEquals(last.Other, other) && (last.Day, last.OtherDay) == (day, otherDay))
            return last.Turned;
        var turned = TurnedRules.Between(On(day), day, other.On(otherDay), otherDay);
        _last = new(day, other, otherDay, turned);
        return turned;
    }

    protected override GateTable Of(ImmutableArray<GateVersion> versions) => new(versions);

    protected override GateVersion Version(int number, DateOnly? from, ImmutableArray<GateRow> rows) =>
        new(number, from, rows);

    private static GateRow Read(IReadOnlyDictionary<string, string> row) =>
        new(
            Enum.Parse<GateKind>(row["gate"], ignoreCase: true),
            row["key"],
            row["use"],
            Enum.Parse<UseVerdict>(row["verdict"], ignoreCase: true),
            Cells.Day(row["from"]),
            Cells.Day(row["to"]),
            Cells.Text(row["condition"]),
            row["source"],
            Cells.Text(row["note"])
        );

    private sealed record Comparison(DateOnly Day, GateTable Other, DateOnly OtherDay, TurnedRules Turned);
}
