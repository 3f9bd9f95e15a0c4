using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>The dated rules of plans and leases by which uses are judged (matching.md section 12).</summary>
public sealed class GateTable
{
    private readonly FrozenDictionary<(GateKind, string, string), ImmutableArray<GateRow>> _byKey;

    /// <param name="rows">No two of one gate, key and use hold on one day.</param>
    public GateTable(ImmutableArray<GateRow> rows)
    {
        Rows = rows;
        _byKey = rows.GroupBy(row => (row.Gate, row.Key, row.Use))
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The table of gates.csv.</summary>
    public static GateTable Shipped { get; } = new([.. Csv.Embedded("Gates.gates.csv").Select(Read)]);

    public ImmutableArray<GateRow> Rows { get; }

    /// <summary>The rule that holds on that day; null: none.</summary>
    public GateRow? Find(GateKind gate, string key, string use, DateOnly day)
    {
        if (!_byKey.TryGetValue((gate, key, use), out var rows))
            return null;
        foreach (var row in rows)
        {
            if (row.HoldsOn(day))
                return row;
        }

        return null;
    }

    /// <summary>Whether some key has a rule on the use that holds on that day.</summary>
    public bool Covers(GateKind gate, string use, DateOnly day) =>
        Rows.Any(row => row.Gate == gate && row.Use == use && row.HoldsOn(day));

    /// <summary>The keys of a gate for which some rule holds on exactly one of the two days.</summary>
    public IEnumerable<string> TurningBetween(GateKind gate, DateOnly before, DateOnly after) =>
        Rows.Where(row => row.Gate == gate && row.HoldsOn(before) != row.HoldsOn(after)).Select(row => row.Key);

    private static GateRow Read(IReadOnlyDictionary<string, string> row) =>
        new(
            Enum.Parse<GateKind>(row["gate"], ignoreCase: true),
            row["key"],
            row["use"],
            Enum.Parse<UseVerdict>(row["verdict"], ignoreCase: true),
            Day(row["from"]),
            Day(row["to"]),
            Filled(row["condition"]),
            row["source"],
            Filled(row["note"])
        );

    private static DateOnly? Day(string text) =>
        text.Length > 0 ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
