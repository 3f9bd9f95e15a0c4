using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.Upgrades;

/// <summary>
/// The symptoms, levels and rates by which steps are asked for and paid, read from the tables beside this file.
/// </summary>
public static class UpgradeTable
{
    public static ImmutableArray<UpgradeSymptom> Symptoms { get; } =
    [.. Rows("symptoms").Select(row => new UpgradeSymptom(row["code"], row["group"], Cells.Texts(row)!))];

    /// <summary>The questions about what hurts, in their order.</summary>
    public static ImmutableArray<UpgradeTerm> Groups { get; } = [.. Rows("groups").Select(Term)];

    public static ImmutableArray<UpgradeTerm> Dimensions { get; } = [.. Rows("dimensions").Select(Term)];

    /// <summary>From 0 to 4.</summary>
    public static ImmutableArray<SmartLevel> Levels { get; } =
    [
        .. Rows("levels")
            .Select(row => new SmartLevel(
                Cells.Whole(row["level"])!.Value,
                Cells.Texts(row)!,
                Cells.Texts(row, "example_")!
            )),
    ];

    /// <summary>
    /// The shares of programmes for which the policy paper gives no rule and another page does, oldest first.
    /// </summary>
    public static ImmutableArray<UpgradeRate> Rates { get; } = [.. Rows("rates").Select(Rate)];

    /// <summary>Such shares of one programme, as versions of its rule; empty: none is known.</summary>
    public static ImmutableArray<ProgrammeVersion> VersionsOf(string programme) =>
        [.. Rates.Where(rate => rate.Programme == programme).Select(rate => rate.ToVersion())];

    private static UpgradeRate Rate(IReadOnlyDictionary<string, string> row) =>
        new(
            row["programme"],
            Cells.Day(row["from"])!.Value,
            Cells.Day(row["to"]),
            Cells.Whole(row["government"])!.Value,
            Cells.Whole(row["applicant"])!.Value,
            Cells.Money(row["cap"]),
            row["source"]
        );

    private static UpgradeTerm Term(IReadOnlyDictionary<string, string> row) => new(row["code"], Cells.Texts(row)!);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string table) =>
        Csv.Embedded($"Upgrades.{table}.csv");
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
