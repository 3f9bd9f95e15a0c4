using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.Shortlists;

/// <summary>A link reads one sheet without an account, opens nothing else, and ends at once.</summary>
public sealed partial class SharedSheetTests(Site site)
{
    [Fact]
    public async Task Whoever_has_the_link_reads_what_was_shown_and_not_whose_it_is()
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        using var nobody = await site.As("anonymous");
        var (path, building) = await Kept(http, officer, "A Works of its own name");
        var link = await Made(http, path);

        Assert.StartsWith("http://localhost:5080/shared#token=", (string)link["link"]!, StringComparison.Ordinal);
        var sheet = await nobody.Send("POST", "/api/shared-sheets", Token(link)).Json();
        Assert.Equal([$"{building}/s1", $"{building}/s2"], Ids(sheet["items"]!));
        Assert.Equal("Survey", (string)sheet["items"]![0]!["facts"]!["headroom"]!["source"]!);
        Assert.Empty(sheet["gone"]!.AsArray());
        foreach (var told in new[] { "e1", "Works of its own name", "Secret note", "owner", "hash" })
            Assert.DoesNotContain($"\"{told}", sheet.ToJsonString(), StringComparison.Ordinal);

        await officer.Send("DELETE", $"/api/buildings/{building}/spaces/s2", ifMatch: "\"1\"").Status();
        sheet = await nobody.Send("POST", "/api/shared-sheets", Token(link)).Json();
        Assert.Equal($"{building}/s2", (string)Assert.Single(sheet["gone"]!.AsArray())!);
        Assert.Equal(2, sheet["items"]!.AsArray().Count);

        var listed = Assert.Single((await http.Send("GET", $"{path}/links").Json())["items"]!.AsArray())!;
        Assert.Equal((2, (string)link["id"]!), ((int)listed["readings"]!, (string)listed["id"]!));
        Assert.DoesNotContain(Secret(link), listed.ToJsonString(), StringComparison.Ordinal);
        // A reading is no change of the shortlist.
        Assert.Equal(1, (int)(await http.Send("GET", path).Json())["version"]!);
        using var admin = await site.As("admin");
        var journal = (await admin.Send("GET", $"/api/journal?of=enterprises/e1&limit=100").Json()).ToJsonString();
        Assert.Contains("\"actor\":\"link\"", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret(link), journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_at_once_and_with_its_shortlist()
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        using var nobody = await site.As("anonymous");
        var (path, _) = await Kept(http, officer);
        var (first, second) = (await Made(http, path), await Made(officer, path));

        Assert.Equal(204, await officer.Send("DELETE", $"{path}/links/{first["id"]}").Status());
        Assert.Equal(404, await nobody.Send("POST", "/api/shared-sheets", Token(first)).Status());
        Assert.Equal(404, await http.Send("DELETE", $"{path}/links/{first["id"]}").Status());
        Assert.Equal(200, await nobody.Send("POST", "/api/shared-sheets", Token(second)).Status());
        Assert.Equal(204, await http.Send("DELETE", path, ifMatch: "\"1\"").Status());
        Assert.Equal(404, await nobody.Send("POST", "/api/shared-sheets", Token(second)).Status());
    }

    [Fact]
    public async Task Every_other_route_answers_a_links_token_as_it_answers_nonsense()
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        var (path, _) = await Kept(http, officer);
        var link = await Made(http, path);
        var token = (string)JsonNode.Parse(Token(link))!["token"]!;
        var nonsense = Nibble().Replace(token, "0");
        using var document = await site.As("anonymous");
        var routes = (await document.Send("GET", "/openapi/v1.json").Json())["paths"]!
            .AsObject()
            .Where(route => route.Value!["get"] is not null)
            .Select(route => Parameter().Replace(route.Key, "x"))
            .Append(path)
            .Append($"{path}/since")
            .Append($"{path}/links")
            .Append($"{path}.xlsx")
            .ToList();

        Assert.InRange(routes.Count, 60, 1_000);
        foreach (var route in routes.Where(route => !route.Contains("provider", StringComparison.Ordinal)))
        {
            var (seen, other) = (await As(token, route), await As(nonsense, route));
            Assert.True(seen == other, $"{route}: {seen} instead of {other}");
            if (route.StartsWith("/api/shortlists", StringComparison.Ordinal))
                Assert.Equal(401, seen);
        }

        foreach (var wrong in new[] { nonsense, token[..^1], "", "x.y", $"{token}0", (string)link["id"]! })
            Assert.Equal(
                404,
                await document
                    .Send("POST", "/api/shared-sheets", new JsonObject { ["token"] = wrong }.ToJsonString())
                    .Status()
            );

        async Task<int> As(string bearer, string route)
        {
            using var holder = await site.As("anonymous");
            holder.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            return await holder.Send("GET", route).Status();
        }
    }

    [Theory]
    [InlineData("""{"days":0}""")]
    [InlineData("""{"days":91}""")]
    [InlineData("""{"days":"week"}""")]
    [InlineData("{}")]
    public async Task A_link_holds_for_1_to_90_days(string body)
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        var (path, _) = await Kept(http, officer);
        using var answer = await http.Send("POST", $"{path}/links", body);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]!["days"]);
    }

    private static async Task<(string Path, string Building)> Kept(
        HttpClient http,
        HttpClient officer,
        string name = "Shared"
    )
    {
        var building = await ShortlistTests.Vacant(officer, "s1", "s2");
        var made = await http.Send(
                "POST",
                "/api/shortlists",
                $$"""{"demand":"{{await ShortlistTests.Demand(http)}}","name":"{{name}}","items":[{"item":"{{building}}/s1","note":"Secret note"},{"item":"{{building}}/s2"}]}"""
            )
            .Json();
        return ($"/api/shortlists/{made["id"]}", building);
    }

    private static async Task<JsonObject> Made(HttpClient http, string path)
    {
        using var answer = await http.Send("POST", $"{path}/links", """{"days":7}""");
        Assert.Equal(201, (int)answer.StatusCode);
        return await answer.Json();
    }

    private static string Token(JsonObject link) =>
        new JsonObject { ["token"] = ((string)link["link"]!).Split("#token=")[1] }.ToJsonString();

    private static string Secret(JsonObject link) => ((string)link["link"]!).Split('.')[^1];

    private static IEnumerable<string> Ids(JsonNode items) => items.AsArray().Select(item => (string)item!["item"]!);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[0-9a-f](?=[0-9a-f]{0,7}\z)")]
    private static partial Regex Nibble();
}
