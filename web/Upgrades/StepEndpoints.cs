using Matchmaker.Contracts;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Web.DatedTables;

namespace Matchmaker.Web.Upgrades;

/// <summary>The table of steps, of which paths are made: dated versions that admins publish.</summary>
internal static class StepEndpoints
{
    private static readonly string[] Columns =
    [
        "id",
        "en",
        "zh_hant",
        "zh_hans",
        "dimension",
        "symptoms",
        "level_from",
        "level_to",
        "builders",
        "fields",
        "programmes",
        "training",
        "certification",
        "months_low",
        "months_high",
        "cost_low",
        "cost_high",
        "needs",
        "basis",
    ];

    public static void MapSteps(this IEndpointRouteBuilder routes) =>
        new DatedTableEndpoints<UpgradeStep, StepPreview>(
            "steps",
            RecordKind.Steps,
            "For how many of the firms that may be counted a version would change the path",
            Columns,
            Cells,
            grains => grains.Steps()
        ).Map(routes, "Upgrades");

    private static object?[] Cells(UpgradeStep step) =>
        [
            step.Id,
            step.Name.En,
            step.Name.ZhHant,
            step.Name.ZhHans,
            step.Dimension,
            List(step.Symptoms),
            step.LevelFrom,
            step.LevelTo,
            List(step.Builders),
            List(step.Fields),
            List(step.Programmes),
            List(step.Training),
            step.Certification,
            step.MonthsLow,
            step.MonthsHigh,
            step.CostLow,
            step.CostHigh,
            List(step.Needs),
            step.Basis,
        ];

    private static string List(IEnumerable<string> codes) => string.Join('|', codes);
}
