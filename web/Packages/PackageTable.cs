using Matchmaker.Contracts.Packages;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Exports;

namespace Matchmaker.Web.Packages;

/// <summary>
/// A package as one table: for each site its costs and the programmes' ceilings with reasons, sources and dates; then
/// partners and centres.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
internal sealed class PackageTable(string language)
{
    private static readonly string[] Columns = ["site", "part", "item", "says", "amount", "source", "day"];

    private readonly TableWords _words = new("Packages.words.csv", language);

    /// <param name="programmes">The programmes' names and their sources.</param>
    public Table Of(LandingPackage package, ProgrammeList programmes) =>
        new("package", [.. Columns.Select(column => _words[column])], Rows(package, programmes));

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
                    _words[part],
                    _words.TextOf(pick.Name) ?? pick.Id,
                    Score(pick),
                    null,
                    _words.TextOf(pick.DemandName),
                    package.On,
                ];
        }
    }

    private IEnumerable<object?[]> Costs(LandingOption option)
    {
        var (site, cost, net) = (_words.TextOf(option.Site.Name) ?? option.Site.Id, option.Cost, option.Net);
        yield return
        [
            site,
            _words["part.site"],
            _words.TextOf(option.Site.Address),
            Score(option.Site),
            null,
            _words.TextOf(option.Site.DemandName),
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
                _words["part.cost"],
                _words.Filled(word, cost.Months),
                amount is null ? _words["unknown"] : null,
                amount,
                null,
                option.AssessedOn,
            ];
    }

    private IEnumerable<object?[]> Programmes(LandingOption option, ProgrammeList programmes)
    {
        var site = _words.TextOf(option.Site.Name) ?? option.Site.Id;
        foreach (
            var answer in option.Assessment.Programmes.Where(answer =>
                answer.Verdict is not ProgrammeVerdict.InformationOnly
            )
        )
        {
            var name = _words.TextOf(programmes.Items.First(programme => programme.Id == answer.Id).Name);
            yield return
            [
                site,
                _words["part.programme"],
                name,
                _words[Json.Code(answer.Verdict)],
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
                    _words["part.condition"],
                    $"{name}: {_words.TextOf(condition.Text)}",
                    _words[outcome],
                    condition.Shortfall,
                    ProgrammeSource.Cite(condition.Source, programmes.Sources),
                    option.AssessedOn,
                ];
            }
        }
    }

    private string Score(LandingPick pick) =>
        $"{_words[Json.Code(pick.Verdict)]}, {_words.Filled("score", Math.Round(pick.Score, 1))}";
}
