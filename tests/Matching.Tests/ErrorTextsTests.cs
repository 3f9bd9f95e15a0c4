using System.Text.RegularExpressions;
using Xunit;

namespace Matchmaker.Matching.Tests;

public class ErrorTextsTests
{
    [Fact]
    public void Every_error_has_three_languages_with_the_same_arguments()
    {
        Assert.All(
            ErrorTexts.All,
            row =>
            {
                var texts = new[] { row.Value.En, row.Value.ZhHant, row.Value.ZhHans };
                Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text), row.Key));
                Assert.Single(texts.Select(Arguments).Distinct());
            }
        );
    }

    [Fact]
    public void A_range_error_shows_the_unit_and_leaves_no_gap_without_one()
    {
        Assert.Equal(
            "Must be from 1 to 60000 m2.",
            ErrorTexts.Of(new("values.area", "outOfRange", "1", "60000", "m2"), "en")
        );
        Assert.Equal("須介乎 1 至 10。", ErrorTexts.Of(new("weight", "outOfRange", "1", "10", ""), "zh-Hant"));
        Assert.Equal("须介于 1 至 10。", ErrorTexts.Of(new("weight", "outOfRange", "1", "10", ""), "zh-Hans"));
    }

    [Theory]
    [InlineData("en", "Must not be before 3 Aug 2026.")]
    [InlineData("zh-Hant", "不可早於 2026年8月3日。")]
    [InlineData("zh-Hans", "不能早于 2026年8月3日。")]
    public void A_day_is_written_as_its_reader_writes_it(string language, string text) =>
        Assert.Equal(text, ErrorTexts.Of(new("to", "endsBefore", "2026-08-03"), language));

    private static string Arguments(string? text) =>
        string.Join(
            ' ',
            Regex.Matches(text!, @"\{\d\}").Select(found => found.Value).Distinct().Order(StringComparer.Ordinal)
        );
}
