using System.Collections.Immutable;
using Matchmaker.Matching.Upgrades.Steps;

namespace Matchmaker.Matching.Upgrades;

/// <summary>The figures of the district, and the firms behind each. Pure.</summary>
public sealed class DistrictFigures
{
    private const string Unknown = "unknown";

    private readonly Dictionary<string, ImmutableArray<DistrictFirm>> _told = new(StringComparer.Ordinal);

    /// <param name="steps">Those of the day.</param>
    /// <param name="firms">All published firms that let the office count them.</param>
    /// <param name="needs">All published needs.</param>
    /// <param name="day">The day on which claims are judged.</param>
    public DistrictFigures(
        StepsOfDay steps,
        IReadOnlyCollection<DistrictFirm> firms,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    )
    {
        var (buildings, elsewhere) = Buildings(firms);
        Report = new(
            day,
            Told("firms", [], Withholding.Share(firms.Count, firms.Count), firms),
            Levels(firms),
            [
                .. Shares("sector", null, firms, firm => firm.Sectors.Select(DivisionOf))
                    .Where(figure => figure.Firms is not null),
            ],
            buildings,
            elsewhere,
            Shares("symptom", UpgradeTable.Symptoms.Select(symptom => symptom.Code), firms, firm => firm.Symptoms),
            Opens(steps, firms, needs, day),
            Shares("unused", Programmes(steps), firms, firm => firm.Unused)
        );
    }

    /// <summary>The words with which the key of a figure begins.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    ["firms", "level", "sector", "building", "elsewhere", "symptom", "opens", "unused"];

    public DistrictReport Report { get; }

    // Of all steps that a firm may keep, whether any does or not.
    private static IEnumerable<string> Programmes(StepsOfDay steps) =>
        steps
            .Offered.Concat(steps.Withdrawn)
            .SelectMany(step => step.Programmes)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// The firms behind a figure, as many as it says, by id; empty: it is withheld, or there is no such figure.
    /// </summary>
    public IEnumerable<DistrictFirm> Behind(string figure) =>
        _told.GetValueOrDefault(figure, []).OrderBy(firm => firm.Id, StringComparer.Ordinal);

    // The division of a table of industries to which a narrower one belongs.
    private static string DivisionOf(string industry) => string.Join('/', industry.Split('/').Take(2));

    // A level that is not stated comes before all others, so that it is joined with the lowest where it is rare.
    private ImmutableArray<DistrictFigure> Levels(IReadOnlyCollection<DistrictFirm> firms)
    {
        ImmutableArray<string> codes = [Unknown, .. UpgradeTable.Levels.Select(level => $"{level.Level}")];
        var groups = firms.ToLookup(firm => firm.Level is { } level ? $"{level}" : Unknown, StringComparer.Ordinal);
        return
        [
            .. Withholding
                .Join([.. codes.Select(code => groups[code].Count())])
                .Select(joined =>
                {
                    var of = codes[joined.First..(joined.Last + 1)];
                    return Told($"level:{string.Join('-', of)}", of, joined.Count, of.SelectMany(code => groups[code]));
                }),
        ];
    }

    private (ImmutableArray<DistrictFigure> Listed, DistrictFigure Elsewhere) Buildings(
        IReadOnlyCollection<DistrictFirm> firms
    )
    {
        var groups = firms
            .Where(firm => firm.Building is not null)
            .GroupBy(firm => firm.Building!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToImmutableArray();
        var (listed, others) = Withholding.List(
            [.. groups.Select(group => group.Count())],
            firms.Count(firm => firm.Building is null)
        );
        var told = groups.Where((_, i) => listed[i]).ToList();
        return (
            [.. MostFirst(told.Select(group => Told($"building:{group.Key}", [group.Key], group.Count(), group)))],
            Told("elsewhere", [], others, firms.Except(told.SelectMany(group => group)))
        );
    }

    // Null: the codes that any firm has.
    private ImmutableArray<DistrictFigure> Shares(
        string kind,
        IEnumerable<string>? codes,
        IReadOnlyCollection<DistrictFirm> firms,
        Func<DistrictFirm, IEnumerable<string>> codesOf
    )
    {
        var groups = firms
            .SelectMany(firm => codesOf(firm).Distinct(StringComparer.Ordinal).Select(code => (Code: code, Firm: firm)))
            .ToLookup(each => each.Code, each => each.Firm, StringComparer.Ordinal);
        return
        [
            .. MostFirst(
                (codes ?? groups.Select(group => group.Key)).Select(code =>
                    Told($"{kind}:{code}", [code], Withholding.Share(groups[code].Count(), firms.Count), groups[code])
                )
            ),
        ];
    }

    private ImmutableArray<DistrictFigure> Opens(
        StepsOfDay steps,
        IReadOnlyCollection<DistrictFirm> firms,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    )
    {
        var opened = firms
            .SelectMany(firm =>
                UpgradePath.OpenedBy(steps, firm.Profile, needs, day).Select(each => (Firm: firm, Step: each))
            )
            .ToLookup(each => each.Step.Step, each => (each.Firm, each.Step.Needs), StringComparer.Ordinal);
        return
        [
            .. steps
                .Offered.Where(step => step.Certification is not null)
                .Select(step =>
                {
                    var told = Withholding.Share(opened[step.Id].Count(), firms.Count);
                    var figure = Told($"opens:{step.Id}", [step.Id], told, opened[step.Id].Select(each => each.Firm));
                    return told is null
                        ? figure
                        : figure with
                        {
                            Needs = opened[step.Id]
                                .SelectMany(each => each.Needs)
                                .Distinct(StringComparer.Ordinal)
                                .Count(),
                        };
                })
                .OrderByDescending(figure => figure.Needs ?? -1)
                .ThenByDescending(figure => figure.Firms ?? -1)
                .ThenBy(figure => figure.Figure, StringComparer.Ordinal),
        ];
    }

    private DistrictFigure Told(string figure, ImmutableArray<string> of, int? count, IEnumerable<DistrictFirm> firms)
    {
        if (count is not null)
            _told[figure] = [.. firms];
        return new(figure, of, count);
    }

    private static IEnumerable<DistrictFigure> MostFirst(IEnumerable<DistrictFigure> figures) =>
        figures.OrderByDescending(figure => figure.Firms ?? -1).ThenBy(figure => figure.Figure, StringComparer.Ordinal);
}
