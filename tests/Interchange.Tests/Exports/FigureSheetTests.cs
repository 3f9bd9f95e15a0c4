using System.Collections.Immutable;
using Matchmaker.Contracts.Figures;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>The workbook of the figures says each of them in the reader's language, and leaves none out.</summary>
public sealed class FigureSheetTests
{
    [Theory]
    [InlineData("en", "Figure", "Outcome: District", "Kwun Tong", "Landed in Hong Kong")]
    [InlineData("zh-Hant", "數字", "結果：地區", "觀塘", "已落戶香港")]
    [InlineData("zh-Hans", "数字", "结果：地区", "观塘", "已落户香港")]
    public void Every_figure_is_said_in_words(
        string language,
        string head,
        string figure,
        string district,
        string landed
    )
    {
        var now = Period(
            ("outcome:district:kwunTong:landed", 3),
            ("outcome:officer:a@b.hk:noFit", 1),
            ("outcome:industry:unknown:withdrawn", 1),
            ("ageing:offered:10-21", 2),
            ("reached:suggested", 7),
            ("step:toIntroduced", 2),
            ("response:within3", 1),
            ("shown:owners/o1", 4),
            ("new:0", 7),
            ("landed:jobs", 1),
            ("open", 5)
        );
        var report = new FiguresReport(
            now.From,
            now.To,
            [],
            ImmutableSortedDictionary<string, StayFigures>.Empty,
            new(0, 0, 0, 0),
            ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>>.Empty,
            [new("owners/o1", new("Harbour Estates", "海港置業", "海港置业"), 4, 0, 0)],
            now,
            Period(("reached:offered", 9))
        );

        var table = new FigureSheet(language).Of(report);
        var rows = table.Rows.ToDictionary(row => (string)row[^1]!);

        Assert.Equal(head, table.Columns[0]);
        Assert.Equal(
            new object?[] { figure, district, landed, 3, 0 },
            rows["outcome:district:kwunTong:landed"].Take(5)
        );
        Assert.Equal((0, 9), (rows["reached:offered"][3], rows["reached:offered"][4]));
        Assert.Equal((2.5, null), (rows["median:step:toIntroduced"][3], rows["median:step:toIntroduced"][4]));
        Assert.Equal(12m, Convert.ToDecimal(rows["sum:jobs"][3], null));
        Assert.Equal(new LocalText("Harbour Estates", "海港置業", "海港置业").In(language), rows["shown:owners/o1"][1]);
        Assert.Equal(now.Counts.Count + 1 + 1 + 3, rows.Count);
    }

    private static PeriodFigures Period(params (string Key, int Count)[] counts) =>
        new(
            new(2026, 9, 1),
            new(2026, 11, 30),
            counts.ToImmutableSortedDictionary(count => count.Key, count => count.Count, StringComparer.Ordinal),
            counts.Any(count => count.Key == "step:toIntroduced")
                ? ImmutableSortedDictionary<string, double>.Empty.Add("step:toIntroduced", 2.5)
                : ImmutableSortedDictionary<string, double>.Empty,
            new(12, 340.5m, 8_000_000)
        );
}
