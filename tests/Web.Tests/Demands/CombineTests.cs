using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Demands;

/// <summary>Adjacent spaces taken together, over HTTP (matching.md section 6).</summary>
public sealed class CombineTests(Site site)
{
    // So large is no other space, alone or with its neighbours.
    private const string Wanted = """[{"attribute":"area","op":"atLeast","limit":57000}]""";

    [Fact]
    public async Task A_run_stands_in_the_list_of_those_who_may_see_all_its_members()
    {
        using var officer = await site.As("officer");
        var building = await Floor(officer, (1, 30_000, true), (2, 29_000, true), (3, 28_500, false));
        string[] shown = [Run(building, 1, 2)];
        foreach (
            var (who, expected) in new[]
            {
                ("officer", new[] { Run(building, 1, 2), Run(building, 2, 3) }),
                ("anonymous", shown),
                ("enterprise", shown),
            }
        )
        {
            using var http = await site.As(who);
            var list = await Match(http, "\"combine\":3");
            var runs = list["matches"]!.AsArray().Where(match => Id(match).StartsWith(building)).ToList();
            Assert.Equal(expected.Order(), runs.Select(Id).Order());
            var first = runs.Single(run => Id(run) == shown[0])!;
            Assert.Equal([$"{building}/s1", $"{building}/s2"], first["members"]!.AsArray().Select(id => (string)id!));
            Assert.Equal(59_000, (int)first["parts"]![0]!["actual"]!);
            Assert.Equal("match", (string)first["verdict"]!);
            Assert.DoesNotContain(
                (await Match(http, "\"nearMisses\":false"))["matches"]!.AsArray(),
                match => Id(match).StartsWith(building)
            );
        }
    }

    [Fact]
    public async Task Facets_and_saved_demands_count_runs()
    {
        using var officer = await site.As("officer");
        await Floor(officer, (1, 30_000, true), (2, 29_000, true));
        var (party, demand) = (Asking.Fresh("party"), Asking.Fresh("demand"));
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Wide"}""").Json();
        foreach (var combine in new[] { "", ",\"combine\":2" })
        {
            var version = combine.Length == 0 ? null : "\"1\"";
            await officer
                .Send(
                    "PUT",
                    $"/api/demands/{demand}",
                    $$"""{"board":"sites","owner":"enterprises/{{party}}","criteria":{{Wanted}}{{combine}}}""",
                    version
                )
                .Json();
            var (list, facets, free) = (
                await officer.Send("GET", $"/api/demands/{demand}/matches?top=500").Json(),
                await officer.Send("GET", $"/api/demands/{demand}/facets?attributes=area&bins=5").Json(),
                await officer
                    .Send(
                        "POST",
                        "/api/boards/sites/facets",
                        $$"""{"criteria":{{Wanted}},"attributes":["area"],"bins":5{{combine}}}"""
                    )
                    .Json()
            );
            Assert.Equal(combine.Length > 0, list["matches"]!.AsArray().Any(match => match!["members"] is not null));
            Assert.Equal((int)list["count"]!, (int)facets["count"]!);
            Assert.True(JsonNode.DeepEquals(facets, free));
        }
    }

    [Fact]
    public async Task A_run_of_one_owner_is_introduced_and_a_run_of_two_is_not()
    {
        using var officer = await site.As("officer");
        var (party, demand) = (Asking.Fresh("party"), Asking.Fresh("demand"));
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Wide"}""").Json();
        await officer
            .Send(
                "PUT",
                $"/api/demands/{demand}",
                $$"""{"board":"sites","owner":"enterprises/{{party}}","criteria":{{Wanted}},"combine":2}"""
            )
            .Json();
        var one = await Floor(officer, (1, 30_000, true), (2, 29_000, true));
        var other = Asking.Fresh("owner");
        await officer.Send("PUT", $"/api/owners/{other}", """{"name":"Other"}""").Json();
        var two = await Floor(officer, (1, 30_000, true), (2, 29_000, true));
        await officer
            .Send("PUT", $"/api/buildings/{two}/spaces/s2", Space(2, 29_000, true, $"owners/{other}"), "\"1\"")
            .Json();

        var introduced = await Suggest(officer, demand, Run(one, 1, 2)).Json();
        Assert.Equal(Run(one, 1, 2), (string)introduced["match"]!);
        Assert.Equal("Unit 1 + Unit 2, Wide House", (string)introduced["matchName"]!);
        Assert.Equal("owners/o1", (string)introduced["counterpart"]!["party"]!);
        Assert.Equal(422, await Suggest(officer, demand, Run(two, 1, 2)).Status());
        Assert.Equal(422, await Suggest(officer, demand, Run(one, 2, 1)).Status());
        Assert.Equal(422, await Suggest(officer, demand, $"{one}/s1+{two}/s2").Status());
        Assert.Equal(422, await Suggest(officer, demand, $"{one}/s1+").Status());
    }

    [Theory]
    [InlineData("sites", 1)]
    [InlineData("sites", 7)]
    [InlineData("partners", 2)]
    public async Task Only_two_to_six_spaces_are_combined(string board, int combine)
    {
        using var http = await site.As("officer");
        foreach (var question in new[] { "match", "facets" })
        {
            using var answer = await http.Send(
                "POST",
                $"/api/boards/{board}/{question}",
                $$"""{"criteria":[],"combine":{{combine}}}"""
            );
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["combine"]);
        }
    }

    private static Task<HttpResponseMessage> Suggest(HttpClient http, string demand, string match) =>
        http.Send("POST", "/api/introductions", $$"""{"demand":"{{demand}}","match":"{{match}}"}""");

    private static Task<JsonObject> Match(HttpClient http, string more) =>
        http.Send("POST", "/api/boards/sites/match", $$"""{"criteria":{{Wanted}},"top":500,{{more}}}""").Json();

    private static string Id(JsonNode? match) => (string)match!["id"]!;

    private static string Run(string building, params int[] units) =>
        string.Join('+', units.Select(unit => $"{building}/s{unit}"));

    /// <summary>A building with units on its seventh floor, next to each other.</summary>
    private static async Task<string> Floor(HttpClient officer, params (int Position, int Area, bool Public)[] units)
    {
        var building = Asking.Fresh("b");
        await officer
            .Send("PUT", $"/api/buildings/{building}", """{"name":"Wide House","public":true,"owner":"owners/o1"}""")
            .Json();
        foreach (var (position, area, isPublic) in units)
            await officer
                .Send("PUT", $"/api/buildings/{building}/spaces/s{position}", Space(position, area, isPublic))
                .Json();
        return building;
    }

    private static string Space(int position, int area, bool isPublic, string owner = "owners/o1") =>
        new JsonObject
        {
            ["unit"] = $"Unit {position}",
            ["position"] = position,
            ["public"] = isPublic,
            ["status"] = "vacant",
            ["owner"] = owner,
            ["values"] = new JsonObject { ["area"] = area, ["floor"] = 7 },
        }.ToJsonString();
}
