using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Search;

/// <summary>The policy paper's own words in the one search, from outside.</summary>
public sealed class TopicTests(Site site)
{
    [Theory]
    [InlineData("NIFS", "programme nifs")]
    [InlineData("InnoHK", "programme innohk")]
    [InlineData("智能生產線", "programme nifs", "step automated-line", "partners", "research")]
    [InlineData("綠色製造", "programme mpup", "step energy-metering", "partners", "research")]
    [InlineData("数码化", "programme mpup", "step production-data", "partners", "research")]
    [InlineData("energy saving", "step energy-metering", "research")]
    [InlineData("初創", "programme hkstp-incubation", "programme iaps")]
    public async Task The_papers_own_words_ask_for_programmes_steps_partners_and_centres(
        string text,
        params string[] expected
    )
    {
        using var officer = await site.As("officer");
        var found = await officer.Send("GET", $"/api/search?q={Uri.EscapeDataString(text)}").Json();
        var topics = found["topics"]!.AsArray().Select(topic => $"{topic!["kind"]} {topic["id"]}");
        var boards = found["boards"]!
            .AsArray()
            .Where(board => board!["criteria"]!.AsArray().Count > 0)
            .Select(board => (string)board!["board"]!);

        Assert.Superset(expected.ToHashSet(), topics.Concat(boards).ToHashSet());
        Assert.All(found["terms"]!.AsArray(), term => Assert.True((bool)term!["understood"]!));
    }

    [Fact]
    public async Task A_term_says_whether_it_speaks_of_a_topic()
    {
        using var anybody = await site.As("anonymous");
        var found = await anybody.Send("GET", "/api/search?q=NIFS zzqx Kwun Tong 智能生產線").Json();
        Assert.Equal(
            [("nifs", true, true), ("zzqx", false, false), ("kwun tong", true, false), ("智能生產線", true, true)],
            found["terms"]!
                .AsArray()
                .Select(term => ((string)term!["text"]!, (bool)term["understood"]!, (bool)term["topic"]!))
        );
    }

    [Fact]
    public async Task Topics_alone_are_asked_for_by_anybody_and_a_strange_text_has_none()
    {
        using var anybody = await site.As("anonymous");
        var topics = await anybody.GetStringAsync("/api/topics?q=NIAS", TestContext.Current.CancellationToken);
        Assert.Equal("nias", (string?)JsonNode.Parse(topics)![0]!["id"]);
        foreach (var query in new[] { "", "?q=", $"?q={new string('x', 2_000)}" })
            Assert.Equal("[]", await anybody.GetStringAnyway($"/api/topics{query}"));
    }
}
