using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.StartUps;

/// <summary>A start-up's path, by what each caller may see.</summary>
public sealed class StartUpTests(Site site)
{
    [Fact]
    public async Task A_visitor_gets_a_path_with_verdicts_of_the_day()
    {
        using var http = await site.As("anonymous");
        const string Answers = """
            "answers":{"industry":"aiAndData","stage":"customers","founded":"2024-03-01","incorporatedInHongKong":true,"needs":["people","money"]}
            """;
        var before = await Ask(http, $$"""{"on":"2025-02-18",{{Answers}} }""");
        var after = await Ask(http, $$"""{"on":"2026-11-30",{{Answers}} }""");
        Assert.Equal("2018-08-22", (string)Step(before, "training")["assessment"]!["version"]!);
        Assert.Equal("2026-01-01", (string)Step(after, "training")["assessment"]!["version"]!);
        Assert.Equal("conditional", (string)Step(after, "training")["assessment"]!["verdict"]!);
        Assert.Equal("informationOnly", (string)Step(after, "venture-fund")["assessment"]!["verdict"]!);
        Assert.Equal("informationOnly", (string)Step(after, "accelerator")["assessment"]!["verdict"]!);
        Assert.Equal("2026-01-29", (string)Step(before, "accelerator")["step"]!["opensOn"]!);
        Assert.Null(Step(after, "accelerator")["step"]!["opensOn"]);
        Assert.Equal(["met", "met", "met"], Outcomes(before, "incu-tech"));
        Assert.Equal(["met", "unmet", "met"], Outcomes(after, "incu-tech"));
        Assert.Contains(after["left"]!.AsArray(), left => (string)left!["id"]! == "small-space");

        string[] Outcomes(JsonNode path, string step) =>
            [.. Step(path, step)["step"]!["checks"]!.AsArray().Select(check => (string)check!["outcome"]!)];
    }

    [Fact]
    public async Task The_boards_show_what_the_caller_may_see_and_nothing_else()
    {
        var officer = await site.As("officer");
        var (building, firm, hidden) = ($"s{Guid.NewGuid():N}", $"s{Guid.NewGuid():N}", $"s{Guid.NewGuid():N}");
        await Put(
            officer,
            $"/api/buildings/{building}",
            """{"public":true,"name":{"en":"Small Tower"},"values":{"uses":{"researchAndDevelopment":"fits"},"admission":{"fintech":"fits"} } }"""
        );
        foreach (var (unit, isPublic, area) in new[] { ("a", "true", 90), ("b", "false", 80), ("c", "true", 201) })
            await Put(
                officer,
                $"/api/buildings/{building}/spaces/{unit}",
                $$"""{"public":{{isPublic}},"unit":"{{unit}}","status":"vacant","values":{"area":{{area}} } }"""
            );
        const string Code = "process/machining/broaching";
        foreach (var (id, isPublic) in new[] { (firm, "true"), (hidden, "false") })
            await Put(
                officer,
                $"/api/firms/{id}",
                $$"""{"public":{{isPublic}},"name":{"en":"Broacher"},"values":{"capabilities":["{{Code}}"],"prototypes":true} }"""
            );
        var party = $"e{Guid.NewGuid():N}";
        await Put(officer, $"/api/enterprises/{party}", """{"name":"Secret buyer"}""");
        var need = (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/opportunities",
                        $$"""{"owner":"enterprises/{{party}}","name":"Secret pumps","public":true,"values":{"needs":["{{Code}}"]} }"""
                    )
                    .Json()
            )["id"]!;
        const string Body = $$$"""
            {"answers":{"industry":"fintech","stage":"prototype","seeks":["{{{Code}}}"],"offers":["{{{Code}}}"]} }
            """;

        using var visitor = await site.As("anonymous");
        var seen = await Ask(visitor, Body);
        foreach (var step in new[] { "make-prototype", "first-customers" })
        {
            var found = Step(seen, step)["found"]!;
            Assert.Equal((false, 0), ((bool)found["browsed"]!, found["best"]!.AsArray().Count));
        }

        Assert.DoesNotContain("Secret", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(need, seen.ToJsonString(), StringComparison.Ordinal);
        var spaces = Step(seen, "small-space")["found"]!;
        Assert.All(spaces["best"]!.AsArray(), space => Assert.True((decimal?)space!["area"] is null or <= 200));
        Assert.DoesNotContain($"{building}/b", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"{building}/c", seen.ToJsonString(), StringComparison.Ordinal);

        var (people, _, _) = await site.Newcomer($"\"role\":\"firm\",\"firm\":\"{firm}\"");
        var own = await Ask(people, Body);
        Assert.DoesNotContain(Best(own, "make-prototype"), id => id == firm || id == hidden);
        Assert.Contains(need, Best(own, "first-customers"));
        Assert.DoesNotContain("Secret", own.ToJsonString(), StringComparison.Ordinal);

        var office = await Ask(officer, Body);
        Assert.Contains(firm, Best(office, "make-prototype"));
        Assert.Contains(hidden, Best(office, "make-prototype"));
        var broacher = Step(office, "make-prototype")["found"]!["best"]!
            .AsArray()
            .Single(each => (string)each!["id"]! == firm)!;
        Assert.Equal(Code, (string)broacher["has"]![0]!);
        Assert.Equal("Broacher", (string)broacher["name"]!["en"]!);
    }

    [Fact]
    public async Task What_is_not_answered_is_asked_for_where_it_is_needed()
    {
        using var http = await site.As("anonymous");
        var path = await Ask(http, "{}");
        Assert.Empty(path["left"]!.AsArray());
        Assert.Equal("fields", (string)Step(path, "centre-partner")["found"]!["asks"]!);
        Assert.Equal("seeks", (string)Step(path, "make-prototype")["found"]!["asks"]!);
        Assert.Equal("offers", (string)Step(path, "first-customers")["found"]!["asks"]!);
        Assert.Null(Step(path, "small-space")["found"]!["asks"]);
        Assert.Null(Step(path, "university-fund")["assessment"]);
    }

    [Fact]
    public async Task A_campus_that_refuses_the_industry_is_left_out()
    {
        var officer = await site.As("officer");
        var id = $"s{Guid.NewGuid():N}";
        await Put(
            officer,
            $"/api/buildings/{id}",
            """{"public":true,"name":{"en":"Hetao Hall"},"source":"Operator","values":{"district":"hetao","admission":{"fintech":"fits","other":"doesNotFit"} } }"""
        );
        using var http = await site.As("anonymous");
        Assert.Contains("hetao fits Operator", await Campuses("fintech"));
        Assert.DoesNotContain(await Campuses("other"), campus => campus.StartsWith("hetao", StringComparison.Ordinal));

        async Task<string[]> Campuses(string industry) =>
            [
                .. Step(await Ask(http, $$"""{"answers":{"industry":"{{industry}}"} }"""), "small-space")["found"]![
                    "campuses"
                ]!
                    .AsArray()
                    .Select(campus =>
                        $"{(string)campus!["district"]!} {(string?)campus["admission"]} {(string?)campus["source"]}"
                    ),
            ];
    }

    [Theory]
    [InlineData("""{"answers":{"industry":"magic"}}""", "answers.industry")]
    [InlineData("""{"answers":{"seeks":["process/nothing"]}}""", "answers.seeks[0]")]
    [InlineData("""{"answers":{"stage":"unicorn"}}""", "answers.stage")]
    [InlineData("""{"answers":{"needs":["money","money"]}}""", "answers.needs[1]")]
    [InlineData("""{"answers":{"name":"x"}}""", "answers.name")]
    [InlineData("""{"on":"soon"}""", "on")]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string body, string path)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.Send("POST", "/api/startups/path", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(path, (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
    }

    private static JsonNode Step(JsonNode path, string id) =>
        path["steps"]!.AsArray().Single(step => (string)step!["step"]!["step"]!["id"]! == id)!;

    private static string[] Best(JsonNode path, string step) =>
        [.. Step(path, step)["found"]!["best"]!.AsArray().Select(each => (string)each!["id"]!)];

    private static Task<JsonObject> Ask(HttpClient http, string body) =>
        http.Send("POST", "/api/startups/path", body).Json();

    private static async Task Put(HttpClient http, string path, string body)
    {
        using var answer = await http.Send("PUT", path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
