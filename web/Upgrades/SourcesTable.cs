using Matchmaker.Interchange.Exports;
using Matchmaker.Web.Exports;

namespace Matchmaker.Web.Upgrades;

/// <summary>What the numbers of a package rest on: the basis of each step's range, and the sources of rules.</summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
internal sealed class SourcesTable(string language)
{
    private static readonly string[] Columns = ["of", "low", "high", "source"];

    private readonly TableWords _words = new("Upgrades.placeWords.csv", language);

    public Table Of(FirmPackage package) =>
        new(
            "sources",
            [.. Columns.Select(column => _words[$"sources.{column}"])],
            [
                .. package.Steps.Select(step =>
                    new object?[] { _words.TextOf(step.Name), step.CostLow, step.CostHigh, step.Basis }
                ),
                .. package.Sources.Select(source =>
                    new object?[] { source.Code, null, null, $"{source.Title} {source.Address}".TrimEnd() }
                ),
            ]
        );
}
