using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Programmes;

/// <summary>
/// The built-in programmes, read from the tables beside this file: facts of the policy paper and the pages that it
/// cites, each with its source.
/// </summary>
public static class ProgrammeCatalogue
{
    private static readonly string[] Degrees = ["bachelor", "master", "doctor"];

    /// <summary>All programmes, in the paper's order.</summary>
    public static ImmutableArray<Programme> All { get; } = Load();

    public static ImmutableArray<ProgrammeSource> Sources { get; } =
    [
        .. Csv.Embedded("Programmes.sources.csv")
            .Select(row => new ProgrammeSource(row["code"], row["title"], Cells.Text(row["address"]))),
    ];

    /// <summary>The programme with that id; null: unknown.</summary>
    public static Programme? Find(string id) => All.FirstOrDefault(programme => programme.Id == id);

    private static ImmutableArray<Programme> Load()
    {
        var versions = Csv.Embedded("Programmes.versions.csv").ToLookup(row => row["programme"], Version);
        return [.. Csv.Embedded("Programmes.programmes.csv").Select(row => Of(row, [.. versions[row["id"]]]))];
    }

    private static Programme Of(IReadOnlyDictionary<string, string> row, ImmutableArray<ProgrammeVersion> versions) =>
        new(
            row["id"],
            Word<ProgrammeKind>(row["kind"]),
            Word<RuleShape>(row["shape"]),
            row["short"],
            Cells.Texts(row)!,
            Cells.Texts(row, "body_"),
            Cells.Texts(row, "summary_")!,
            [.. Cells.List(row["paragraphs"]).Select(int.Parse)],
            Cells.List(row["sources"]),
            Cells.Texts(row, "check_"),
            versions
        );

    private static ProgrammeVersion Version(IReadOnlyDictionary<string, string> row) =>
        new(
            Cells.Day(row["from"])!.Value,
            Cells.Day(row["to"]),
            row["source"],
            [.. Cells.List(row["needs"]).Select(NeedOf)],
            Cells.Text(row["project"]) is { } kind ? Word<ProjectKind>(kind) : null,
            Cells.Whole(row["government"]) ?? 0,
            Cells.Whole(row["applicant"]) ?? 0,
            Cells.Money(row["cap_project"]),
            Cells.Money(row["cap"]),
            Cells.Whole(row["at_once"]),
            Cells.Whole(row["in_all"]),
            Cells.Money(row["least_cost"]),
            Cells.Money(row["least_own"]),
            Cells.Whole(row["people_at_once"]),
            Cells.Whole(row["people"]),
            Cells.Whole(row["months_in_all"]),
            Cells.Whole(row["months_each"]),
            [.. Degrees.Select(degree => Cells.Money(row[degree])).OfType<long>()],
            Cells.Money(row["living"]),
            Cells.Text(row["days_source"])
        );

    private static Need NeedOf(string cell)
    {
        var parts = cell.Split(':');
        return new(parts[0].TrimStart('!'), !parts[0].StartsWith('!'), parts[1]);
    }

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
