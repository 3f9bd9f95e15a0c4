using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Upgrades.Steps;

namespace Matchmaker.Web.Upgrades;

/// <summary>A path as the sheets of a workbook: the steps, then where they could be taken.</summary>
internal static class PathSheets
{
    /// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
    /// <param name="programmes">The programmes' names and their sources.</param>
    /// <param name="steps">Those of the path's day.</param>
    /// <param name="places">Null: there is no step.</param>
    /// <param name="rent">HK$ a month that the firm pays now; null: not told.</param>
    public static IEnumerable<Table> Of(
        string language,
        ProgrammeList programmes,
        StepsOfDay steps,
        DrawnPath path,
        PathAlternatives? places,
        long? rent
    )
    {
        yield return new PathTable(language, programmes, steps).Of(path);
        if (places is not null)
            yield return new PlacesTable(language, steps).Of(places, path.Totals, rent);
    }
}
