namespace Matchmaker.Web.Tests.Search;

/// <summary>Fields ask how a text is read; records take codes by name and refuse what nobody knows.</summary>
public sealed class ReadingTests(Site site)
{
    [Theory]
    [InlineData("sites", "headroom", "12呎6吋", "value", "3.81")]
    [InlineData("sites", "rent", "POA", "nothing", null)]
    [InlineData("sites", "floor", "5/F", "value", "5")]
    [InlineData("sites", "availableFrom", "21/11/2026", "value", "\"2026-11-21\"")]
    [InlineData("partners", "certifications", "ISO-9001", "value", "[\"iso-9001\"]")]
    [InlineData("sites", "area", "4,5", "refused", null)]
    public async Task A_text_is_read_for_anybody(
        string board,
        string attribute,
        string text,
        string outcome,
        string? value
    )
    {
        using var anybody = await site.As("anonymous");
        var read = await anybody
            .Send("GET", $"/api/reading?board={board}&attribute={attribute}&text={Uri.EscapeDataString(text)}")
            .Json();

        Assert.Equal((outcome, value), ((string)read["outcome"]!, read["value"]?.ToJsonString()));
        Assert.Equal(outcome == "refused" ? 1 : 0, read["reasons"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_tag_is_put_by_its_name_and_an_unknown_one_refused_with_the_nearest()
    {
        using var officer = await site.As("officer");
        var (id, other) = (Asking.Fresh("firm"), Asking.Fresh("firm"));
        await officer.Send("PUT", $"/api/firms/{id}", """{"values":{"certifications":["ISO-9001"]}}""").Json();
        var firm = await officer.Send("GET", $"/api/firms/{id}").Json();
        Assert.Equal("iso-9001", (string)firm["values"]!["certifications"]![0]!);

        var refused = await officer.Send(
            "PUT",
            $"/api/firms/{other}",
            """{"values":{"certifications":["iso-90001"]}}"""
        );
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("iso-9001, ", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_verified_after_today()
    {
        using var officer = await site.As("officer");
        var id = Asking.Fresh("firm");

        Assert.Equal(422, await officer.Send("PUT", $"/api/firms/{id}", """{"verifiedOn":"2100-01-01"}""").Status());
    }
}
