using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Reading;

/// <summary>What people write, line by line: vectors.csv. A ~ behind an attribute: the asker takes ranges.</summary>
public class AttributeReaderTests
{
    public static TheoryData<string, string, string> Vectors =>
        new(
            Csv.Embedded(typeof(AttributeReaderTests).Assembly, "Reading.vectors.csv")
                .Select(row => (row["text"], row["attribute"], row["expected"]))
        );

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_text_is_read_as_its_writer_means_it(string text, string attribute, string expected) =>
        Assert.Equal(expected, Compared(Some.Reading(text, attribute), expected));

    [Fact]
    public void A_refusal_shows_the_text_as_it_was_written()
    {
        var refusal = Assert.IsType<ReadRefusal>(Some.Reading("４，５ m", "headroom"));

        Assert.Equal("４，５ m", refusal.Written);
        Assert.Equal(["4.5", "45"], refusal.Suggestions);
    }

    [Fact]
    public void An_unknown_code_comes_with_the_three_nearest()
    {
        var refusal = Assert.IsType<ReadRefusal>(Some.Reading("iso-90001", "certifications"));

        Assert.Equal(3, refusal.Suggestions.Length);
        Assert.Equal("iso-9001", refusal.Suggestions[0]);
        foreach (var language in new[] { "en", "zh-Hant", "zh-Hans" })
            Assert.Contains("iso-90001", ErrorTexts.Of(refusal.Errors[0], language));
    }

    // A vector names as much of a refusal as matters to it.
    private static string Compared(ReadResult result, string expected)
    {
        var text = Text(result);
        return
            text.StartsWith("refused:", StringComparison.Ordinal)
            && text.StartsWith(expected + " ", StringComparison.Ordinal)
            ? expected
            : text;
    }

    private static string Text(ReadResult result) =>
        result switch
        {
            ReadRange range => $"{Number(range.Min)}..{Number(range.Max)}",
            ReadNothing nothing => nothing.TakesAway ? "taken away" : "nothing",
            ReadRefusal refusal =>
                $"refused:{refusal.Errors[0].Code} {string.Join(' ', refusal.Errors[0].Args)}".Trim(),
            ReadValue { Value: NumberValue number } => Number(number),
            ReadValue { Value: DayValue day } => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReadValue { Value: CodeValue code } => code.Code,
            ReadValue { Value: FlagValue flag } => flag.Yes ? "yes" : "no",
            ReadValue { Value: TagsValue tags } => string.Join('|', tags.Tags.Select(ValueJson.Text)),
            ReadValue { Value: UsesValue uses } => string.Join('|', uses.Uses.Select(use => $"{use.Key}={use.Value}")),
            _ => "?",
        };

    private static string Number(NumberValue? value) =>
        value?.Number.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
