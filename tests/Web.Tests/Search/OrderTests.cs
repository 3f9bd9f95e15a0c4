using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Search;

/// <summary>Every list of matches takes an order, and refuses what is none.</summary>
public sealed class OrderTests(Site site)
{
    private const string Anything = """{"criteria":[],"top":500""";

    [Fact]
    public async Task A_list_that_is_not_saved_stands_in_the_order_asked_for()
    {
        using var http = await site.As("officer");
        var building = await Building(http);
        var body = Anything.Replace(
            "[]",
            """[{"attribute":"floor","op":"between","min":77,"max":77}]""",
            StringComparison.Ordinal
        );

        async Task<string[]> In(string order) =>
            Ids(
                    (await http.Send("POST", "/api/boards/sites/match", $$"""{{body}},"order":"{{order}}"}""").Json())[
                        "matches"
                    ]!
                )
                .Where(id => id.StartsWith(building, StringComparison.Ordinal))
                .Select(id => id[(building.Length + 1)..])
                .ToArray();

        Assert.Equal(["b", "a", "c"], await In("rent"));
        Assert.Equal(["a", "b", "c"], await In("-rent"));
        Assert.Equal(["a", "b", "c"], await In("score"));
        Assert.Equal(["c", "a", "b"], await In("area"));
    }

    [Fact]
    public async Task A_saved_demands_lists_and_the_search_take_an_order()
    {
        using var http = await site.As("officer");
        var building = await Building(http);
        var (party, demand) = (Asking.Fresh("party"), Asking.Fresh("demand"));
        await http.Send("PUT", $"/api/enterprises/{party}", """{"name":"Orderly"}""").Json();
        await http.Send(
                "PUT",
                $"/api/demands/{demand}",
                $$"""{"board":"sites","owner":"enterprises/{{party}}","criteria":[{"attribute":"floor","op":"between","min":77,"max":77}]}"""
            )
            .Json();

        var best = await http.Send("GET", $"/api/demands/{demand}/matches?top=500&order=-rent").Json();
        var found = await http.Send("GET", "/api/search?q=Kwun Tong&top=100&order=rent").Json();

        Assert.Equal(
            [$"{building}/a", $"{building}/b", $"{building}/c"],
            Ids(best["matches"]!).Where(id => id.StartsWith(building, StringComparison.Ordinal))
        );
        Assert.Equal(
            [$"{building}/b", $"{building}/a"], // the third is among the first hundred only where few others are
            Ids(found["boards"]![0]!["matches"]!).Where(id => id == $"{building}/a" || id == $"{building}/b")
        );
    }

    [Theory]
    [InlineData("GET", "/api/search?q=x&order=industry")]
    [InlineData("GET", "/api/demands/{demand}/matches?order=readiness")]
    [InlineData("GET", "/api/demands/{demand}/near-misses?order=-score")]
    [InlineData("POST", "/api/boards/sites/match")]
    public async Task What_is_no_order_is_named(string method, string path)
    {
        using var http = await site.As("officer");
        var scene = await Scene.Set(site);
        using var answer = await http.Send(
            method,
            scene.Fill(path),
            method == "POST" ? """{"criteria":[],"order":"zone"}""" : null
        );
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]!["order"]);
    }

    /// <summary>Three spaces: the first the dearest, the second cheaper, the third of unknown rent.</summary>
    private static async Task<string> Building(HttpClient http)
    {
        var building = Asking.Fresh("ordered");
        await http.Send(
                "PUT",
                $"/api/buildings/{building}",
                """{"public":true,"values":{"floor":77,"district":"kwunTong"}}"""
            )
            .Json();
        foreach (
            var (space, values) in new[]
            {
                ("a", """{"area":200,"rent":2}"""),
                ("b", """{"area":300,"rent":1}"""),
                ("c", """{"area":100}"""),
            }
        )
            await http.Send(
                    "PUT",
                    $"/api/buildings/{building}/spaces/{space}",
                    $$"""{"public":true,"values":{{values}}}"""
                )
                .Json();
        return building;
    }

    private static IEnumerable<string> Ids(JsonNode matches) =>
        matches.AsArray().Select(match => (string)match!["id"]!);
}
