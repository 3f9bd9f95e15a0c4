namespace Matchmaker.Web.Tests.Briefs;

/// <summary>A sentence is read over HTTP, for everybody.</summary>
public sealed class SentenceTests(Site site)
{
    [Fact]
    public async Task A_sentence_gives_criteria_with_their_words_that_can_be_matched_at_once()
    {
        using var http = await site.As("anonymous");
        const string text = "我們 need 五千呎 near Kwun Tong station, zzyx, ISO 13485";
        var read = await http.Send("POST", "/api/briefs/read", $$"""{"text":"{{text}}","language":"zh-Hant"}""").Json();

        Assert.Equal(
            ["sites", "partners", "research", "opportunities"],
            read["boards"]!.AsArray().Select(board => (string)board!["board"]!)
        );
        var sites = read["boards"]![0]!["criteria"]!.AsArray();
        Assert.Equal(["area", "location"], sites.Select(criterion => (string)criterion!["attribute"]!));
        Assert.Equal(
            ["五千呎", "Kwun Tong station"],
            sites.Select(criterion => text[(int)criterion!["from"]![0]!..(int)criterion["from"]![1]!])
        );
        Assert.Equal("zzyx", (string)read["questions"]![0]!["words"]!);
        Assert.Equal(["我們 need", "near"], read["ignored"]!.AsArray().Select(words => (string)words!["words"]!));
    }

    [Theory]
    [InlineData("""{}""", "text")]
    [InlineData("""{"text":"x","language":"fr"}""", "language")]
    [InlineData("long", "text")]
    public async Task What_is_no_sentence_is_refused(string body, string path)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.Send(
            "POST",
            "/api/briefs/read",
            body == "long" ? $$"""{"text":"{{new string('x', 2001)}}"}""" : body
        );
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]![path]);
    }
}
