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

    public static TheoryData<string> Measured => [.. BareUnits.All.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Measured))]
    public void Each_unit_that_a_number_may_have_reads_the_same_in_every_language(string attribute)
    {
        var name = BoardTable.All.Select(board => board.Find(attribute)?.Label).OfType<LocalText>().First();
        foreach (var unit in BareUnits.All[attribute])
        {
            var (number, label) = ($"{unit.Greatest:0.###}", unit.For($"{unit.Greatest:0.###}"));
            var readings = name.All.Zip(label.All, (named, said) => Asked($"{named} {said}")).ToList();
            Assert.Single(readings.Distinct());
            Assert.StartsWith(attribute, readings[0], StringComparison.Ordinal);
            var choices = BriefReader
                .Read(Lexicon, $"{name.En} {number}", Some.ReadingDay)
                .Questions.SelectMany(of => of.Choices ?? []);
            Assert.True(
                unit.IsOwn || choices.Any(choice => SearchTextTests.Written([choice.Criterion]) == readings[0]),
                $"{name.En} {number} asks nothing of {readings[0]}"
            );
        }
    }

    [Fact]
    public void Every_attribute_that_is_measured_has_the_units_that_people_leave_out() =>
        Assert.Equal(
            ["power"],
            BoardTable
                .All.SelectMany(board => board.Attributes)
                .Where(attribute =>
                    attribute.Unit
                        is "m2"
                            or "m"
                            or "mm"
                            or "kPa"
                            or "kN"
                            or "kg"
                            or "A"
                            or "month"
                            or "day"
                            or "HKD/m2/month"
                )
                .Select(attribute => attribute.Code)
                .Distinct()
                .Except(BareUnits.All.Keys)
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
