using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// The rules of plans and leases by which uses are judged, in all their versions (matching.md section 12). Immutable:
/// another version makes another table.
/// </summary>
public sealed class GateTable
{
    private readonly ImmutableArray<GateVersion> _latestFirst;

    // Of the two states last compared, which are the same for every profile of a board.
    private Comparison? _last;

    /// <summary>A table with one version, which always holds.</summary>
    public GateTable(ImmutableArray<GateRow> rows)
        : this([new GateVersion(0, null, rows)]) { }

    private GateTable(ImmutableArray<GateVersion> versions)
    {
        Versions = versions;
        _latestFirst =
        [
            .. versions.OrderByDescending(version => version.From).ThenByDescending(version => version.Number),
        ];
    }

    /// <summary>The table of gates.csv, without what admins published.</summary>
    public static GateTable Shipped { get; } = new([.. Csv.Embedded("Gates.gates.csv").Select(Read)]);

    /// <summary>By number; the first has always held.</summary>
    public ImmutableArray<GateVersion> Versions { get; }

    /// <summary>A table with another version; the same object if it has one of that number.</summary>
    public GateTable With(GateVersion version) =>
        Versions.Any(known => known.Number == version.Number)
            ? this
            : new([.. Versions.Append(version).OrderBy(known => known.Number)]);

    /// <summary>
    /// The version that holds on that day: of those that have begun the one that began last, of several that began on
    /// one day the one published last.
    /// </summary>
    public GateVersion On(DateOnly day)
    {
        foreach (var version in _latestFirst)
        {
            if (!(version.From > day))
                return version;
        }

        return Versions[0];
    }

    /// <summary>The last day on which a version holds, unless it is replaced; null: no end.</summary>
    public DateOnly? LastDayOf(GateVersion version) =>
        Versions.Where(other => other.From > (version.From ?? DateOnly.MinValue)).Min(other => other.From)?.AddDays(-1);

    /// <summary>Whether a later one that begins on the same day holds in its place.</summary>
    public bool IsReplaced(GateVersion version) =>
        Versions.Any(other => other.Number > version.Number && other.From == version.From);

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
