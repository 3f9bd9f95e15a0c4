using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Tests.Search;
using Xunit;

namespace Matchmaker.Matching.Tests.Briefs;

/// <summary>What vague words and names of attributes alone may mean.</summary>
public class ChoiceTableTests
{
    private static readonly Lexicon Lexicon = new(TaxonomySet.BuiltIn);

    public static TheoryData<string> Codes => [.. ChoiceTable.All.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Codes))]
    public void Each_choice_reads_as_one_criterion_the_same_in_every_language(string code)
    {
        foreach (var label in ChoiceTable.Of(code))
        {
            var readings = label.All.Select(Asked).ToList();
            Assert.Single(readings.Distinct());
            Assert.NotEqual("", readings[0]);
            Assert.DoesNotContain(',', readings[0]);
        }
    }

    [Fact]
    public void Vague_words_have_choices() =>
        Assert.Equal(
            ["inclusive"],
            SearchWords.Of("vague").Select(row => row.Code).Where(code => ChoiceTable.Of(code).IsEmpty)
        );

    // The first board that the text asks anything.
    private static string Asked(string text)
    {
        var parsed = ParsedSearch.Parse(Lexicon, text);
        Assert.Single(parsed.Terms);
        return BoardTable
            .All.Select(board => SearchTextTests.Written(parsed.For(board, Some.ReadingDay).Criteria))
            .First(asked => asked.Length > 0);
    }
}
