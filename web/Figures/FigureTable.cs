using Matchmaker.Contracts.Figures;
using Matchmaker.Interchange.Exports;

namespace Matchmaker.Web.Figures;

/// <summary>The statistics as one table: measure, subject, code and number.</summary>
internal static class FigureTable
{
    public static Table Of(FiguresReport figures) => new("figures", ["figure", "of", "code", "number"], Rows(figures));

    private static IEnumerable<object?[]> Rows(FiguresReport figures)
    {
        foreach (var week in figures.Weeks)
        {
            foreach (var (state, count) in week.Entered)
                yield return ["entered", $"{week.Week:yyyy-MM-dd}", state, count];
            foreach (var (state, count) in week.Standing)
                yield return ["standing", $"{week.Week:yyyy-MM-dd}", state, count];
        }

        foreach (var (state, stay) in figures.TimeInState)
        {
            yield return ["stays", state, "count", stay.Count];
            yield return ["stays", state, "medianHours", stay.MedianHours];
            yield return ["stays", state, "meanHours", stay.MeanHours];
        }

        var response = figures.FirstResponse;
        foreach (
            var (code, count) in new[]
            {
                ("within3", response.Within3),
                ("within5", response.Within5),
                ("later", response.Later),
                ("waiting", response.Waiting),
            }
        )
            yield return ["firstResponse", "", code, count];
        foreach (var (board, outcomes) in figures.Outcomes)
        {
            foreach (var (outcome, count) in outcomes)
                yield return ["outcomes", board, outcome, count];
        }

        foreach (var exposure in figures.Exposure)
        {
            foreach (
                var (code, count) in new[]
                {
                    ("shown", exposure.Shown),
                    ("offered", exposure.Offered),
                    ("introduced", exposure.Introduced),
                }
            )
                yield return ["exposure", exposure.Party, code, count];
        }
    }
}
