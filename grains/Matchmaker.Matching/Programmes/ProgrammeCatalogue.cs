using System.Collections.Immutable;
using System.Globalization;
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
            .Select(row => new ProgrammeSource(row["code"], row["title"], Text(row["address"]))),
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
            Texts(row, "")!,
            Texts(row, "body_"),
            Texts(row, "summary_")!,
            [.. List(row["paragraphs"]).Select(int.Parse)],
            [.. List(row["sources"])],
            Texts(row, "check_"),
            versions
        );

    private static ProgrammeVersion Version(IReadOnlyDictionary<string, string> row) =>
        new(
            Day(row["from"]),
            Text(row["to"]) is { } last ? Day(last) : null,
            row["source"],
            [.. List(row["needs"]).Select(NeedOf)],
            Text(row["project"]) is { } kind ? Word<ProjectKind>(kind) : null,
            Whole(row["government"]) ?? 0,
            Whole(row["applicant"]) ?? 0,
            Money(row["cap_project"]),
            Money(row["cap"]),
            Whole(row["at_once"]),
            Whole(row["in_all"]),
            Money(row["least_cost"]),
            Money(row["least_own"]),
            Whole(row["people_at_once"]),
            Whole(row["people"]),
            Whole(row["months_in_all"]),
            Whole(row["months_each"]),
            [.. Degrees.Select(degree => Money(row[degree])).OfType<long>()],
            Money(row["living"])
        );

    private static Need NeedOf(string cell)
    {
        var parts = cell.Split(':');
        return new(parts[0].TrimStart('!'), !parts[0].StartsWith('!'), parts[1]);
    }

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);

    private static LocalText? Texts(IReadOnlyDictionary<string, string> row, string prefix) =>
        Text(row[$"{prefix}en"]) is { } en ? new(en, row[$"{prefix}zh_hant"], row[$"{prefix}zh_hans"]) : null;

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Whole(string cell) =>
        Text(cell) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    private static long? Money(string cell) =>
        Text(cell) is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null;
}
