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

    [Theory]
    [InlineData("officer", "buildings/<id>")]
    [InlineData("officer", "buildings/<building>/spaces/<id>")]
    [InlineData("officer", "firms/<id>")]
    [InlineData("officer", "centres/<id>")]
    [InlineData("enterprise", "opportunities/<id>")]
    public async Task Nothing_is_verified_after_today(string role, string path)
    {
        using var officer = await site.As("officer");
        using var caller = await site.As(role);
        var building = Asking.Fresh("building");
        await officer.Send("PUT", $"/api/buildings/{building}", "{}").Json();
        var route = path.Replace("<building>", building, StringComparison.Ordinal)
            .Replace("<id>", Asking.Fresh("later"), StringComparison.Ordinal);

        using var refused = await caller.Send(
            "PUT",
            $"/api/{route}",
            """{"values":{},"verifiedOn":"2100-01-01","facts":{"x":{"verifiedOn":"2100-01-01"}}}"""
        );

        Assert.Equal(422, (int)refused.StatusCode);
        var errors = (await refused.Json())["errors"]!.AsObject();
        Assert.Contains("verifiedOn", errors);
        Assert.Contains("facts.x.verifiedOn", errors);
    }

    [Theory]
    [InlineData("buildings", "id,verified_on\nlater,2100-01-01\n")]
    [InlineData("spaces", "id,building_id,verified_on\nlater,b,1/1/2100\n")]
    [InlineData("firms", "id,verified_on\nlater,2100-01-01\n")]
    [InlineData("centres", "id,verified_on\nlater,2100年1月1日\n")]
    public async Task No_file_verifies_anything_after_today(string kind, string csv)
    {
        using var officer = await site.As("officer");
        using var body = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");

        using var answer = await officer.PostAsync($"/api/imports/{kind}?dryRun=true", body);

        var rejected = (await answer.Json())["rejected"]!.AsArray();
        Assert.Contains(rejected, cell => (string)cell!["column"]! == "verified_on");
    }
}
