using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.StartUps;

/// <summary>The built-in steps of start-ups, read from the tables beside this file.</summary>
public static class StartUpTable
{
    /// <summary>In the order in which they are taken.</summary>
    public static ImmutableArray<StartUpStep> Steps { get; } = Load();

    private static ImmutableArray<StartUpStep> Load()
    {
        var checks = Csv.Embedded("StartUps.checks.csv").ToLookup(row => row["step"], CheckOf);
        return [.. Csv.Embedded("StartUps.steps.csv").Select(row => StepOf(row, [.. checks[row["id"]]]))];
    }

    private static StartUpStep StepOf(IReadOnlyDictionary<string, string> row, ImmutableArray<StartUpCheck> checks) =>
        new(
            row["id"],
            Cells.Texts(row)!,
            Cells.Texts(row, "why_")!,
            Cells.Texts(row, "check_"),
            [.. Cells.List(row["stages"]).Select(Word<StartUpStage>)],
            [.. Cells.List(row["needs"]).Select(Word<StartUpNeed>)],
            Cells.List(row["industries"]),
            Yes(row["incorporated"]),
            Yes(row["university"]),
            Cells.Text(row["programme"]),
            Cells.Text(row["board"]),
            [.. Cells.List(row["campuses"]).Select(PlaceOf)],
            Cells.Day(row["from"]),
            Cells.Day(row["to"]),
            Cells.Money(row["amount"]),
            Cells.Whole(row["months"]),
            Cells.List(row["sources"]),
            Word<StartUpBasis>(row["basis"]),
            checks
        );

    private static StartUpPlace PlaceOf(string cell)
    {
        var parts = cell.Split(':');
        return new(parts[0], parts[1]);
    }

    private static StartUpCheck CheckOf(IReadOnlyDictionary<string, string> row) =>
        new(row["fact"], Cells.Whole(row["most"]), row["source"], Cells.Texts(row)!);

    private static bool? Yes(string cell) =>
        cell switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
