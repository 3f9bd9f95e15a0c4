using Matchmaker.Interchange.Exports;
using Matchmaker.Matching;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Web.Exports;

namespace Matchmaker.Web.Upgrades;

/// <summary>The figures of the district as one table: a row for each figure, in words and with its key.</summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
/// <param name="names">The names of sectors, buildings and programmes, by the key of their figure.</param>
/// <param name="steps">Those of the day.</param>
internal sealed class DistrictTable(string language, IReadOnlyDictionary<string, LocalText?> names, StepsOfDay steps)
{
    private static readonly string[] Columns = ["figure", "of", "firms", "needs", "key"];

    private readonly TableWords _words = new("Upgrades.words.csv", language);

    public Table Of(DistrictReport report) =>
        new("district", [.. Columns.Select(column => _words[$"district.column.{column}"])], Rows(report));

    private IEnumerable<object?[]> Rows(DistrictReport report)
    {
        DistrictFigure[] figures =
        [
            report.Firms,
            .. report.Levels,
            .. report.Sectors,
            .. report.Buildings,
            report.Elsewhere,
            .. report.Symptoms,
            .. report.Opens,
            .. report.Unused,
        ];
        return figures.Select(figure =>
            new object?[]
            {
                _words[$"district.{figure.Figure.Split(':')[0]}"],
                Name(figure),
                figure.Firms is { } firms ? firms : _words["district.withheld"],
                figure.Needs,
                figure.Figure,
            }
        );
    }

    private string? Name(DistrictFigure figure) =>
        figure.Of is not [var code, ..]
            ? null
            : figure.Figure.Split(':')[0] switch
            {
                "level" => Levels(figure.Of),
                "symptom" => Text(UpgradeTable.Symptoms.First(symptom => symptom.Code == code).Name),
                "opens" => Text(steps.Find(code)!.Name),
                _ => Text(names.GetValueOrDefault(figure.Figure)) ?? code,
            };

    // A level that is not stated is the first of them, if at all.
    private string Levels(IReadOnlyList<string> of)
    {
        var stated = of.Where(level => level != "unknown").ToList();
        var range = stated switch
        {
            [] => null,
            [var only] => $"{only} {Text(UpgradeTable.Levels[int.Parse(only, null)].Name)}",
            [var first, .., var last] => $"{first}–{last}",
        };
        return string.Join(
            ", ",
            new[] { of[0] == "unknown" ? _words["district.unknown"] : null, range }.OfType<string>()
        );
    }

    private string? Text(LocalText? text) => _words.TextOf(text);
}
