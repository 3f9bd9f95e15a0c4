using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.Upgrades;

/// <summary>The built-in steps, symptoms and levels, read from the tables beside this file.</summary>
public static class UpgradeTable
{
    public static ImmutableArray<UpgradeStep> Steps { get; } = [.. Rows("steps").Select(Step)];

    public static ImmutableArray<UpgradeSymptom> Symptoms { get; } =
    [.. Rows("symptoms").Select(row => new UpgradeSymptom(row["code"], row["group"], Text(row)))];

    /// <summary>The questions about what hurts, in their order.</summary>
    public static ImmutableArray<UpgradeTerm> Groups { get; } = [.. Rows("groups").Select(Term)];

    public static ImmutableArray<UpgradeTerm> Dimensions { get; } = [.. Rows("dimensions").Select(Term)];

    /// <summary>From 0 to 4.</summary>
    public static ImmutableArray<SmartLevel> Levels { get; } =
    [.. Rows("levels").Select(row => new SmartLevel(Whole(row["level"]), Text(row), Text(row, "example_")))];

    /// <summary>
    /// The shares of programmes for which the policy paper gives no rule and another page does, oldest first.
    /// </summary>
    public static ImmutableArray<UpgradeRate> Rates { get; } = [.. Rows("rates").Select(Rate)];

    /// <summary>Such shares of one programme, as versions of its rule; empty: none is known.</summary>
    public static ImmutableArray<ProgrammeVersion> VersionsOf(string programme) =>
        [.. Rates.Where(rate => rate.Programme == programme).Select(rate => rate.ToVersion())];

    /// <summary>The step with that id; null: there is none.</summary>
    public static UpgradeStep? Find(string? id) => Steps.FirstOrDefault(step => step.Id == id);

    private static UpgradeStep Step(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            Text(row),
            row["dimension"],
            List(row["symptoms"]),
            Whole(row["level_from"]),
            Whole(row["level_to"]),
            List(row["builders"]),
            List(row["fields"]),
            List(row["programmes"]),
            List(row["training"]),
            row["certification"] is { Length: > 0 } code ? code : null,
            Whole(row["months_low"]),
            Whole(row["months_high"]),
            Whole(row["cost_low"]),
            Whole(row["cost_high"]),
            List(row["needs"]),
            row["basis"]
        );

    private static UpgradeRate Rate(IReadOnlyDictionary<string, string> row) =>
        new(
            row["programme"],
            Day(row["from"]),
            row["to"].Length == 0 ? null : Day(row["to"]),
            Whole(row["government"]),
            Whole(row["applicant"]),
            row["cap"].Length == 0 ? null : Whole(row["cap"]),
            row["source"]
        );

    private static UpgradeTerm Term(IReadOnlyDictionary<string, string> row) => new(row["code"], Text(row));

    private static LocalText Text(IReadOnlyDictionary<string, string> row, string prefix = "") =>
        new(row[$"{prefix}en"], row[$"{prefix}zh_hant"], row[$"{prefix}zh_hans"]);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string table) =>
        Csv.Embedded($"Upgrades.{table}.csv");

    private static ImmutableArray<string> List(string cell) =>
        [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A programme's share of a step's cost between two days.</summary>
/// <param name="To">The last day; null: no known end.</param>
/// <param name="Government">The Government's part of a cost in relation to <paramref name="Applicant"/>'s.</param>
/// <param name="Cap">HK$, the most for one enterprise; null: none is known.</param>
/// <param name="Source">The code of a <see cref="ProgrammeSource"/>.</param>
[GenerateSerializer, Immutable]
public sealed record UpgradeRate(
    string Programme,
    DateOnly From,
    DateOnly? To,
    int Government,
    int Applicant,
    long? Cap,
    string Source
)
{
    /// <summary>As a version of a programme's rule.</summary>
    internal ProgrammeVersion ToVersion() =>
        new(
            From,
            To,
            Source,
            [],
            null,
            Government,
            Applicant,
            CapPerProject: null,
            Cap,
            AtOnce: null,
            InAll: null,
            LeastCost: null,
            LeastOwn: null,
            PeopleAtOnce: null,
            People: null,
            MonthsInAll: null,
            MonthsEach: null,
            Salaries: [],
            Living: null
        );
}
