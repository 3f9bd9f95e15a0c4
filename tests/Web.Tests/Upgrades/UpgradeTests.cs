using MiniExcelLibs;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>A firm keeps what it answers and plans, and sees where that leads; nobody else does.</summary>
public sealed class UpgradeTests(Site site)
{
    private static readonly string[] Named = ["steps", "groups", "symptoms", "dimensions", "levels"];

    private static readonly string[] Languages = ["en", "zhHant", "zhHans"];

    private const string Plan = """
        {"answers":{"makes":"Plastic housings","level":1,"symptoms":["labour","quality"],"wanted":["iso-13485"]},
         "steps":[{"step":"machine-monitoring","start":"2027-01-01","months":5,"cost":420000},
                  {"step":"iso-13485","status":"applied","day":"2026-11-20","proof":"Ref. 12"}]}
        """;

    [Fact]
    public async Task A_plan_is_kept_by_version_and_leads_to_a_path()
    {
        var (id, people) = await Workshop();
        var path = $"/api/firms/{id}/upgrade";
        Assert.Equal(404, await people.Send("GET", path).Status());
        using (var saved = await people.Send("PUT", path, Plan))
            Assert.Equal((201, "\"1\""), ((int)saved.StatusCode, saved.Headers.ETag?.Tag));
        Assert.Equal(412, await people.Send("PUT", path, Plan).Status());
        var kept = await people.Send("GET", path).Json();
        Assert.Equal("Ref. 12", (string)kept["steps"]![1]!["proof"]!);
        Assert.Equal("applied", (string)kept["steps"]![1]!["status"]!);
        Assert.Null(kept["tell"]);

        var drawn = await people.Send("GET", $"{path}/path?on=2026-11-30").Json();
        Assert.Equal(1, (int)drawn["level"]!);
        var first = drawn["steps"]![0]!;
        Assert.Equal(
            ("2027-01-01", "2027-05-31", 420_000, false),
            ((string)first["start"]!, (string)first["end"]!, (long)first["cost"]!, (bool)first["costAssumed"]!)
        );
        Assert.Equal(("mpup", 140_000), ((string)first["funding"]!["programme"]!, (long)first["funding"]!["amount"]!));
        Assert.NotEmpty(first["builders"]!.AsArray());
        Assert.DoesNotContain(first["builders"]!.AsArray(), builder => (string)builder!["id"]! == id);
        var second = drawn["steps"]![1]!;
        Assert.Equal("2027-06-01", (string)second["start"]!);
        Assert.True((bool)second["costAssumed"]!);
        var totals = drawn["totals"]!;
        Assert.Equal((long)totals["cost"]!, (long)totals["grants"]! + (long)totals["own"]!);
        Assert.Equal((long)totals["cost"]!, drawn["quarters"]!.AsArray().Sum(quarter => (long)quarter!["cost"]!));

        Assert.Equal(204, await people.Send("DELETE", path, ifMatch: "\"1\"").Status());
        Assert.Equal(404, await people.Send("GET", path).Status());
        Assert.Empty((await people.Send("GET", $"{path}/path").Json())["steps"]!.AsArray());
    }

    // The pilot that pays for the first step ends on 17 November 2027.
    [Fact]
    public async Task What_is_tried_is_not_kept_and_another_day_has_another_answer()
    {
        var (id, people) = await Workshop();
        var path = $"/api/firms/{id}/upgrade";
        Assert.Equal(("mpup", 140_000), await Funding("2026-11-30"));
        Assert.Equal(("nifs", 140_000), await Funding("2027-11-30"));
        await people.Send("PUT", $"/api/firms/{id}/applicant", """{"facts":{"manufacturer":false}}""").Json();
        Assert.Equal((null, 0), await Funding("2027-11-30"));
        Assert.Equal(404, await people.Send("GET", path).Status());

        async Task<(string?, long)> Funding(string on)
        {
            var body = $$"""{"on":"{{on}}","steps":[{"step":"machine-monitoring","cost":420000}]}""";
            var step = (await people.Send("POST", $"{path}/path", body).Json())["steps"]![0]!;
            return ((string?)step["funding"]?["programme"], (long?)step["funding"]?["amount"] ?? 0);
        }
    }

    [Fact]
    public async Task A_certificate_opens_the_published_need_that_asks_for_it()
    {
        var (id, people) = await Workshop();
        var enterprise = await site.As("enterprise");
        using var made = await enterprise.Send(
            "POST",
            "/api/opportunities",
            """{"public":true,"values":{"needs":["process/machining/drilling"],"certifications":["iso-14064"]}}"""
        );
        Assert.Equal(201, (int)made.StatusCode);
        var need = (string)(await made.Json())["id"]!;

        var drawn = await people
            .Send("POST", $"/api/firms/{id}/upgrade/path", """{"steps":[{"step":"carbon-report"}]}""")
            .Json();
        var opens = drawn["steps"]![0]!["opens"]!;
        Assert.Contains(need, opens["needs"]!.AsArray().Select(each => (string)each!));
        Assert.Equal((int)drawn["totals"]!["metAfter"]!, (int)opens["after"]!);
        Assert.True((int)opens["after"]! > (int)opens["before"]!);
        var suggestion = drawn["suggestions"]!.AsArray().Single(each => (string)each!["step"]! == "carbon-report")!;
        Assert.True((int)suggestion["opens"]! > 0);
    }

    [Fact]
    public async Task What_a_firm_plans_is_seen_by_its_people_and_the_office_alone()
    {
        var (id, people) = await Workshop();
        var path = $"/api/firms/{id}/upgrade";
        await Strangers();
        Assert.Equal(201, await people.Send("PUT", path, Plan).Status());
        // Nothing tells them that there is something now.
        await Strangers();

        var officer = await site.As("officer");
        Assert.Equal(200, await officer.Send("GET", path).Status());
        Assert.Equal(2, (await officer.Send("GET", $"{path}/path").Json())["steps"]!.AsArray().Count);
        Assert.Equal(404, await officer.Send("GET", "/api/firms/nowhere/upgrade/path").Status());

        async Task Strangers()
        {
            foreach (var who in new[] { "firm", "enterprise", "owner" })
            {
                var stranger = await site.As(who);
                Assert.Equal(404, await stranger.Send("GET", path).Status());
                Assert.Equal(404, await stranger.Send("GET", $"{path}/path").Status());
                Assert.Equal(404, await stranger.Send("GET", $"{path}/path.xlsx").Status());
                Assert.Equal(404, await stranger.Send("GET", $"/api/firms/{id}/package").Status());
                Assert.Equal(404, await stranger.Send("GET", $"/api/firms/{id}/package.xlsx").Status());
                Assert.Equal(404, await stranger.Send("GET", $"{path}/news").Status());
                Assert.Equal(404, await stranger.Send("POST", $"{path}/path", "{}").Status());
                Assert.Equal(404, await stranger.Send("POST", $"{path}/alternatives", "{}").Status());
                Assert.Equal(who is "firm" ? 404 : 403, await stranger.Send("PUT", path, Plan).Status());
                Assert.Equal(who is "firm" ? 404 : 403, await stranger.Send("DELETE", path).Status());
            }
        }
    }

    [Theory]
    [InlineData("en", "1. Machine monitoring", "Funding in the best plan", "planned")]
    [InlineData("zh-Hant", "1. 機器聯網監察", "最佳方案的資助", "計劃中")]
    [InlineData("zh-Hans", "1. 设备联网监测", "最佳方案的资助", "计划中")]
    public async Task The_workbook_has_steps_money_and_sources_in_the_language_asked_for(
        string language,
        string step,
        string funding,
        string status
    )
    {
        var (id, people) = await Workshop();
        var path = $"/api/firms/{id}/upgrade";
        await people.Send("PUT", path, Plan).Json();
        var totals = (await people.Send("GET", $"{path}/path?on=2026-11-30").Json())["totals"]!;
        using var answer = await people.Send("GET", $"{path}/path.xlsx?on=2026-11-30&language={language}");
        using var book = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        var rows = book.Query()
            .Select(row => ((IDictionary<string, object?>)row).Values.Select(cell => $"{cell}").ToArray())
            .ToList();
        Assert.Contains(rows, row => row[0] == step && row[3] == status && row[6] == "420000");
        Assert.Contains(rows, row => row[0] == step && row[1] == funding && row[6] == "140000");
        Assert.Contains(rows, row => row[0] == step && row[6] == "140000" && row[7].StartsWith('S'));
        Assert.Contains(rows, row => row[0].Length == 0 && row[6] == $"{totals["own"]}");
        Assert.Equal(422, await people.Send("GET", $"{path}/path.xlsx?language=fr").Status());
    }

    [Theory]
    [InlineData("""{"answers":{"level":5}}""", "answers.level")]
    [InlineData("""{"answers":{"symptoms":["gold"]}}""", "answers.symptoms[0]")]
    [InlineData("""{"steps":[{"step":"gold"}]}""", "steps[0].step")]
    [InlineData("""{"steps":[{"step":"gmp","cost":-1}]}""", "steps[0].cost")]
    [InlineData("""{"steps":[{"step":"gmp","start":"soon"}]}""", "steps[0].start")]
    [InlineData("""{"steps":[{}]}""", "steps[0].step")]
    [InlineData("""{"steps":[null]}""", "steps[0]")]
    [InlineData("""{"gold":1}""", "gold")]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string body, string path)
    {
        var (id, people) = await Workshop();
        foreach (var (method, route) in new[] { ("PUT", "upgrade"), ("POST", "upgrade/path") })
        {
            using var answer = await people.Send(method, $"/api/firms/{id}/{route}", body);
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.Contains(path, (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
        }
    }

    [Fact]
    public async Task The_steps_are_told_to_everybody_in_three_languages()
    {
        var told = await (await site.As("anonymous")).Send("GET", "/api/upgrade-steps").Json();
        foreach (var list in Named)
        {
            foreach (var each in told[list]!.AsArray())
                Assert.All(Languages, language => Assert.NotNull(each!["name"]![language]));
        }
    }

    private Task<(string Id, HttpClient People)> Workshop() => Workshop(site);

    /// <summary>A firm that drills, and one of its people.</summary>
    internal static async Task<(string Id, HttpClient People)> Workshop(Site site)
    {
        var id = $"w{Guid.NewGuid():N}";
        var officer = await site.As("officer");
        Assert.Equal(
            201,
            await officer
                .Send(
                    "PUT",
                    $"/api/firms/{id}",
                    """{"public":true,"name":{"en":"Workshop"},"values":{"capabilities":["process/machining/drilling"]}}"""
                )
                .Status()
        );
        var (people, _, _) = await site.Newcomer($"\"role\":\"firm\",\"firm\":\"{id}\"");
        return (id, people);
    }
}
