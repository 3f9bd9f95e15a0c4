using System.Globalization;
using Matchmaker.Contracts.Packages;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;

namespace Matchmaker.Web.Packages;

/// <summary>
/// A package as one table: for each site its costs and the programmes' ceilings with reasons, sources and dates; then
/// partners and centres.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
internal sealed class PackageTable(string language)
{
    private static readonly string[] Columns = ["site", "part", "item", "says", "amount", "source", "day"];

    private static readonly Dictionary<string, LocalText> Words = Csv.Embedded(
            typeof(PackageTable).Assembly,
            "Packages.words.csv"
        )
        .ToDictionary(row => row["code"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    /// <param name="programmes">The programmes' names and their sources.</param>
    public Table Of(LandingPackage package, ProgrammeList programmes) =>
        new("package", [.. Columns.Select(Word)], Rows(package, programmes));

    private IEnumerable<object?[]> Rows(LandingPackage package, ProgrammeList programmes)
    {
        foreach (var option in package.Options)
        {
            foreach (var row in Costs(option).Concat(Programmes(option, programmes)))
                yield return row;
        }

        foreach (var (part, picks) in new[] { ("part.partner", package.Partners), ("part.centre", package.Centres) })
        {
            foreach (var pick in picks)
                yield return
                [
                    null,
                    Word(part),
                    TextOf(pick.Name) ?? pick.Id,
                    Score(pick),
                    null,
                    TextOf(pick.DemandName),
                    package.On,
                ];
        }
    }

    private IEnumerable<object?[]> Costs(LandingOption option)
    {
        var (site, cost, net) = (TextOf(option.Site.Name) ?? option.Site.Id, option.Cost, option.Net);
        yield return
        [
            site,
            Word("part.site"),
            TextOf(option.Site.Address),
            Score(option.Site),
            null,
            TextOf(option.Site.DemandName),
            cost.AvailableFrom,
        ];
        foreach (
            var (word, amount) in new[]
            {
                ("cost.monthly", cost.Monthly),
                ("cost.overLease", cost.OverLease),
                ("cost.projects", net.Projects),
                ("cost.training", net.Training),
                ("cost.grants", net.Grants),
                ("cost.people", net.People),
                ("cost.net", net.Net),
            }
        )
            yield return
            [
                site,
                Word("part.cost"),
                Filled(word, cost.Months),
                amount is null ? Word("unknown") : null,
                amount,
                null,
                option.AssessedOn,
            ];
    }

    private IEnumerable<object?[]> Programmes(LandingOption option, ProgrammeList programmes)
    {
        var site = TextOf(option.Site.Name) ?? option.Site.Id;
        foreach (
            var answer in option.Assessment.Programmes.Where(answer =>
                answer.Verdict is not ProgrammeVerdict.InformationOnly
            )
        )
        {
            var name = TextOf(programmes.Items.First(programme => programme.Id == answer.Id).Name);
            yield return
            [
                site,
                Word("part.programme"),
                name,
                Word(Json.Code(answer.Verdict)),
                answer.Amount,
                null,
                answer.Version,
            ];
            foreach (var condition in answer.Conditions)
            {
                var outcome = condition.Outcome is Outcome.Unknown ? "unknownOutcome" : Json.Code(condition.Outcome);
                yield return
                [
                    site,
                    Word("part.condition"),
                    $"{name}: {TextOf(condition.Text)}",
                    Word(outcome),
                    condition.Shortfall,
                    Source(condition.Source, programmes),
                    option.AssessedOn,
                ];
            }
        }
    }

    private static string Source(string code, ProgrammeList programmes) =>
        programmes.Sources.FirstOrDefault(source => source.Code == code) is { } source
            ? $"{code} {source.Title} {source.Address}".TrimEnd()
            : code;

    private string Score(LandingPick pick) =>
        $"{Word(Json.Code(pick.Verdict))}, {Filled("score", Math.Round(pick.Score, 1))}";

    private string Word(string code) => TextOf(Words[code])!;

    private string Filled(string code, IFormattable value) =>
        Word(code).Replace("{0}", value.ToString(null, CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string? TextOf(LocalText? text) =>
        text is null
            ? null
            : (
                language switch
                {
                    "zh-Hant" => text.ZhHant ?? text.Plain,
                    "zh-Hans" => text.ZhHans ?? text.Plain,
                    _ => text.En ?? text.Plain,
                }
            ) ?? text.All.FirstOrDefault();
}
