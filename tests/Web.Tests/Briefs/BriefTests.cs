using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Briefs;

/// <summary>Briefs over HTTP, as every record.</summary>
public sealed class BriefTests(Site site)
{
    [Fact]
    public async Task A_brief_is_made_read_changed_and_deleted_and_its_demand_stays()
    {
        using var http = await site.As("enterprise");
        using var stranger = await site.As("firm");
        var demand = (string)
            (await http.Send("POST", "/api/demands", """{"board":"research","criteria":[]}""").Json())["id"]!;
        using var made = await http.Send(
            "POST",
            "/api/briefs",
            $$"""{"name":"Pilot line","text":"A lab.","demands":["{{demand}}"]}"""
        );
        var brief = await made.Json();
        var path = $"/api/briefs/{brief["id"]}";

        Assert.Equal((201, "\"1\""), ((int)made.StatusCode, $"{made.Headers.ETag}"));
        Assert.Equal("enterprises/e1", (string)brief["owner"]!);
        Assert.Equal(404, await stranger.Send("GET", path).Status());
        Assert.Equal(404, await stranger.Send("DELETE", path, ifMatch: "\"1\"").Status());
        Assert.Contains(
            (await http.Send("GET", "/api/briefs?limit=500").Json())["items"]!.AsArray(),
            item => (string)item!["id"]! == (string)brief["id"]!
        );

        brief["name"] = new JsonObject { ["en"] = "Pilot line", ["zhHant"] = "試產線" };
        Assert.Equal(412, await http.Send("PUT", path, brief.ToJsonString(), "\"7\"").Status());
        Assert.Equal(2, (int)(await http.Send("PUT", path, brief.ToJsonString(), "\"1\"").Json())["version"]!);
        Assert.Equal(204, await http.Send("DELETE", path, ifMatch: "\"2\"").Status());
        Assert.Equal(404, await http.Send("GET", path).Status());
        Assert.Equal(200, await http.Send("GET", $"/api/demands/{demand}").Status());
    }

    [Theory]
    [InlineData("""{"demands":["no-such-demand"]}""", "demands[0]")]
    [InlineData("""{"demands":[""]}""", "demands[0]")]
    [InlineData("""{"shortlist":"s1"}""", "shortlist")]
    [InlineData("""{"owner":"owners/o1"}""", null)]
    public async Task What_breaks_a_rule_is_named(string body, string? path)
    {
        using var http = await site.As("enterprise");
        using var answer = await http.Send("POST", "/api/briefs", body);
        Assert.Equal(path is null ? 403 : 422, (int)answer.StatusCode);
        if (path is not null)
            Assert.NotNull((await answer.Json())["errors"]![path]);
    }

    [Fact]
    public async Task A_body_with_nothing_in_its_list_breaks_nothing()
    {
        using var http = await site.As("enterprise");
        foreach (var body in new[] { """{"demands":[null]}""", """{"demands":null}""", """{"demands":"d1"}""" })
            Assert.InRange(await http.Send("POST", "/api/briefs", body).Status(), 201, 422);
    }
}
