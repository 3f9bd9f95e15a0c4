using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Search.Topics;
using Matchmaker.Matching.Upgrades.Steps;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

/// <summary>The programmes and upgrade steps that a text speaks of.</summary>
public class TopicTests
{
    private static readonly TopicSearch Topics = new(StepTable.ShippedSteps.Offered);

    [Theory]
    [InlineData("NIFS", "nifs")]
    [InlineData("nias 資助", "nias")]
    [InlineData("InnoHK", "innohk")]
    [InlineData("智能生產線", "nifs", "automated-line")]
    [InlineData("智能生产线", "nifs", "automated-line")]
    [InlineData("我想起一條智能生產線。", "nifs", "automated-line")]
    [InlineData("綠色製造", "energy-metering", "effluent-air")]
    [InlineData("绿色制造", "energy-metering", "effluent-air")]
    [InlineData("數碼化", "mpup", "production-data")]
    [InlineData("数码化", "mpup", "production-data")]
    [InlineData("digitalization", "production-data")]
    [InlineData("Energy  SAVING", "energy-metering", "clean-heat-cooling")]
    [InlineData("節能", "energy-metering")]
    [InlineData("初創", "hkstp-incubation", "cyberport-incubation", "iaps", "itvf")]
    [InlineData("初创企业", "hkstp-incubation", "iaps")]
    [InlineData("start-up", "cyberport-incubation")]
    [InlineData("ISO 13485", "iso-13485")]
    [InlineData("ｍｅｓ", "production-data")]
    public void The_policy_papers_own_words_find_programmes_and_steps(string text, params string[] expected)
    {
        var found = Topics.In(text).Select(topic => topic.Id).ToHashSet();
        Assert.Superset(expected.ToHashSet(), found);
    }

    public static TheoryData<string, string> Names =>
        [
            .. from name in ProgrammeCatalogue
                .All.Where(programme => programme.Kind is not ProgrammeKind.Place)
                .SelectMany(
                    programme => programme.Name.All.Append(programme.ShortName),
                    (programme, name) => (programme.Id, name)
                )
                .Concat(
                    StepTable.ShippedSteps.Offered.SelectMany(step => step.Name.All, (step, name) => (step.Id, name))
                )
            select new TheoryDataRow<string, string>(name.Id, name.name),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_programme_and_step_is_found_by_each_of_its_names(string id, string name)
    {
        Assert.Contains(Topics.In(name), topic => topic.Id == id);
        Assert.Contains(Topics.In($"can we use, {name}, next year?"), topic => topic.Id == id);
    }

    [Theory]
    [InlineData("We ask NIFS for money", "NIFS")]
    [InlineData("面積500㎡，節能，觀塘", "節能")]
    [InlineData("the ＮＩＡＳ，please", "ＮＩＡＳ")]
    public void A_topic_says_where_its_words_stand_as_typed(string text, string words)
    {
        var (start, end) = Topics.In(text)[0].From.Single();
        Assert.Equal(words, text[start..end]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("500 m² in Kwun Tong with a cargo lift")]
    [InlineData("觀塘 5000呎 有貨𨋢")]
    [InlineData("Cyberport")]
    [InlineData("\ud800 carbon fibre \udfff")]
    public void A_text_of_spaces_and_parts_speaks_of_no_topic(string text) => Assert.Empty(Topics.In(text));

    [Fact]
    public void A_long_text_ends_where_the_search_stops_reading() =>
        Assert.Empty(Topics.In(new string('-', 500) + " NIFS"));

    [Fact]
    public void What_most_of_the_words_speak_of_comes_first() =>
        Assert.Equal(
            ["rth-nias", "nifs"],
            Topics
                .In("NIFS, Research Talent Hub for companies subsidised under NIAS")
                .Select(topic => topic.Id)
                .ToImmutableArray()
        );
}
