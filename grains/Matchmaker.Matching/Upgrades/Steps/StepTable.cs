using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Matching.Upgrades.Steps;

/// <summary>
/// The steps by which manufacturers upgrade, in all their versions (upgrading.md, section 1). Immutable: another
/// version makes another table.
/// </summary>
public sealed class StepTable : DatedTable<StepTable, StepVersion, UpgradeStep>
{
    private StepTable(ImmutableArray<StepVersion> versions)
        : base(versions) { }

    /// <summary>The table of steps.csv, without what admins published.</summary>
    public static StepTable Shipped { get; } =
        new([new(0, null, [.. Csv.Embedded("Upgrades.Steps.steps.csv").Select(Read)])]);

    /// <summary>The steps of the shipped table.</summary>
    public static StepsOfDay ShippedSteps { get; } = Shipped.StepsOn(DateOnly.MinValue);

    /// <summary>
    /// The steps of a day. A step that the version of the day lacks is as the last version says that had it before,
    /// else as the first that has it later.
    /// </summary>
    public StepsOfDay StepsOn(DateOnly day)
    {
        var version = On(day);
        var known = version.Rows.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var begun = Versions.Where(other => !(other.From > day)).OrderByDescending(other => other.From);
        var later = Versions.Where(other => other.From > day).OrderBy(other => other.From);
        return new(
            version.Number,
            version.Rows,
            Others(begun.ThenByDescending(other => other.Number)),
            Others(later.ThenByDescending(other => other.Number))
        );

        ImmutableArray<UpgradeStep> Others(IEnumerable<StepVersion> versions) =>
            [.. versions.SelectMany(other => other.Rows).Where(step => known.Add(step.Id))];
    }

    protected override StepTable Of(ImmutableArray<StepVersion> versions) => new(versions);

    protected override StepVersion Version(int number, DateOnly? from, ImmutableArray<UpgradeStep> rows) =>
        new(number, from, rows);

    private static UpgradeStep Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            Cells.Texts(row)!,
            row["dimension"],
            Cells.List(row["symptoms"]),
            Cells.Whole(row["level_from"])!.Value,
            Cells.Whole(row["level_to"])!.Value,
            Cells.List(row["builders"]),
            Cells.List(row["fields"]),
            Cells.List(row["programmes"]),
            Cells.List(row["training"]),
            Cells.Text(row["certification"]),
            Cells.Whole(row["months_low"])!.Value,
            Cells.Whole(row["months_high"])!.Value,
            Cells.Whole(row["cost_low"])!.Value,
            Cells.Whole(row["cost_high"])!.Value,
            Cells.List(row["needs"]),
            row["basis"]
        );
}

/// <summary>One version of the table of steps.</summary>
public sealed class StepVersion(int number, DateOnly? from, ImmutableArray<UpgradeStep> rows)
    : TableVersion<UpgradeStep>(number, from, rows);
