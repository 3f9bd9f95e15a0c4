using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>Enterprises see the certificates that a firm plans once it lets them, and not a moment longer.</summary>
public sealed class PlannedTests(Site site)
{
    private const string Wanted = """
        [{"attribute":"capabilities","op":"covers","value":"process/machining/drilling"},
         {"attribute":"certifications","op":"covers","value":"iso-13485"}]
        """;

    private const string Asked = $$"""{"criteria":{{Wanted}},"top":500}""";

    [Fact]
    public async Task A_planned_certificate_is_shown_from_the_consent_to_its_end_and_nothing_else_with_it()
    {
        var (id, people) = await Workshop();
        var upgrade = $"/api/firms/{id}/upgrade";
        var enterprise = await site.As("enterprise");
        var demand = await Demand(enterprise);
        await Keep(people, upgrade, Plan("approved"), null);
        Assert.Null(await Shown(enterprise, demand, id));

        await Keep(people, upgrade, Plan("approved", "true"), 1);
        var shown = (await Shown(enterprise, demand, id))!.AsObject();
        Assert.Equal(["id", "name", "score", "certificates", "sample"], shown.Select(each => each.Key));
        Assert.Equal("Workshop", (string)shown["name"]!["en"]!);
        var certificate = Assert.Single(shown["certificates"]!.AsArray())!.AsObject();
        Assert.Equal(["step", "certification", "end", "status"], certificate.Select(each => each.Key));
        Assert.Equal(
            ("iso-13485", "iso-13485", "2027-06-30", "approved"),
            (
                (string)certificate["step"]!,
                (string)certificate["certification"]!,
                (string)certificate["end"]!,
                (string)certificate["status"]!
            )
        );
        // Nothing of it is verified, which costs a tenth.
        Assert.Equal(90, (double)shown["score"]!, 0.01);
        // It is no match, and none of what the firm keeps is told.
        var matches = await enterprise.Send("GET", $"/api/demands/{demand}/matches?top=500").Json();
        Assert.DoesNotContain(matches["matches"]!.AsArray(), match => (string)match!["id"]! == id);
        Assert.Equal(404, await enterprise.Send("GET", upgrade).Status());

        await Keep(people, upgrade, Plan("approved", "false"), 2);
        Assert.Null(await Shown(enterprise, demand, id));
        await Keep(people, upgrade, Plan("done", "true"), 3);
        Assert.Null(await Shown(enterprise, demand, id));
        await Keep(people, upgrade, Plan("approved", "true"), 4);
        Assert.NotNull(await Shown(enterprise, demand, id));
        Assert.Equal(204, await people.Send("DELETE", upgrade, ifMatch: "\"5\"").Status());
        Assert.Null(await Shown(enterprise, demand, id));
    }

    // No programme is known to pay for ISO 13485; one pays for ISO 27001.
    [Fact]
    public async Task What_is_only_planned_needs_a_programme_that_pays_for_it()
    {
        var (id, people) = await Workshop();
        var enterprise = await site.As("enterprise");
        var upgrade = $"/api/firms/{id}/upgrade";
        await Keep(people, upgrade, Plan("planned", "true"), null);
        Assert.Null(await AdHoc(enterprise, Asked, id));
        await Keep(
            people,
            upgrade,
            """
            {"steps":[{"step":"cybersecurity","start":"2027-01-01","months":3,"cost":300000}],
             "consent":{"planned":true}}
            """,
            1
        );
        Assert.Null(await AdHoc(enterprise, Asked, id));
        var shown = await AdHoc(enterprise, Asked.Replace("iso-13485", "iso-27001", StringComparison.Ordinal), id);
        var certificate = shown!["certificates"]![0]!;
        Assert.Equal(
            ("2027-03-31", "planned", "mpup"),
            ((string)certificate["end"]!, (string)certificate["status"]!, (string)certificate["programme"]!)
        );
    }

    [Fact]
    public async Task What_is_held_is_listed_and_no_longer_planned()
    {
        var (id, people) = await Workshop();
        var enterprise = await site.As("enterprise");
        await Keep(people, $"/api/firms/{id}/upgrade", Plan("approved", "true"), null);
        Assert.NotNull(await AdHoc(enterprise, Asked, id));
        await Keep(
            people,
            $"/api/firms/{id}",
            """
            {"public":true,"name":{"en":"Workshop"},
             "values":{"capabilities":["process/machining/drilling"],"certifications":["iso-13485"]}}
            """,
            1
        );
        Assert.Null(await AdHoc(enterprise, Asked, id));
        var list = await enterprise.Send("POST", "/api/boards/partners/match", Asked).Json();
        Assert.Contains(list["matches"]!.AsArray(), match => (string)match!["id"]! == id);
    }

    [Fact]
    public async Task A_firm_alone_consents_and_the_office_may_end_it()
    {
        var (id, people) = await Workshop();
        var upgrade = $"/api/firms/{id}/upgrade";
        var officer = await site.As("officer");
        Assert.Equal(403, await officer.Send("PUT", upgrade, Plan("approved", "true")).Status());
        await Keep(officer, upgrade, Plan("approved"), null);
        Assert.Equal(403, await officer.Send("PUT", upgrade, Plan("approved", "true"), "\"1\"").Status());
        await Keep(people, upgrade, Plan("approved", "true"), 1);
        await Keep(officer, upgrade, Plan("applied", "true"), 2);
        await Keep(officer, upgrade, Plan("approved", "false"), 3);
        Assert.Null(await AdHoc(officer, Asked, id));
    }

    [Fact]
    public async Task Enterprises_and_the_office_alone_ask_and_see_the_firms_that_they_see()
    {
        var (id, people) = await Workshop(isPublic: false);
        await Keep(people, $"/api/firms/{id}/upgrade", Plan("approved", "true"), null);
        Assert.Null(await AdHoc(await site.As("enterprise"), Asked, id));
        Assert.NotNull(await AdHoc(await site.As("officer"), Asked, id));
        foreach (var (who, status) in new[] { ("anonymous", 401), ("firm", 403), ("owner", 403) })
        {
            var http = await site.As(who);
            Assert.Equal(status, await http.Send("POST", "/api/boards/partners/planned", Asked).Status());
        }

        var firm = await site.As("firm");
        Assert.Equal(403, await firm.Send("GET", $"/api/demands/{await Demand(firm)}/planned").Status());
    }

    [Fact]
    public async Task A_confidential_project_asks_for_its_own_people_and_cleared_officers_alone()
    {
        var officer = await site.As("officer");
        var project = (string)
            (await officer.Send("POST", "/api/enterprises", """{"name":"Hush","confidential":true}""").Json())["id"]!;
        var demand = await Demand(officer, $"enterprises/{project}");
        Assert.Equal(200, await officer.Send("GET", $"/api/demands/{demand}/planned").Status());
        var (stranger, _, _) = await site.Newcomer();
        foreach (var http in new[] { stranger, await site.As("enterprise"), await site.As("firm") })
            Assert.Equal(
                await Text(http, $"/api/demands/{new string('0', 32)}/planned"),
                await Text(http, $"/api/demands/{demand}/planned")
            );
    }

    [Theory]
    [InlineData("partners", """{"criteria":[],"top":0}""", "top")]
    [InlineData("partners", """{"criteria":[{"attribute":"gold","op":"is","value":true}]}""", "criteria[0].attribute")]
    [InlineData("partners", """{"criteria":[],"asOf":"2026-01-01"}""", "asOf")]
    [InlineData("sites", """{"criteria":[]}""", "board")]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string board, string body, string path)
    {
        using var answer = await (await site.As("enterprise")).Send("POST", $"/api/boards/{board}/planned", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal([path], (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_unknown_board_is_not_found_and_a_saved_demands_top_is_checked()
    {
        var enterprise = await site.As("enterprise");
        Assert.Equal(404, await enterprise.Send("POST", "/api/boards/gold/planned", Asked).Status());
        var demand = await Demand(enterprise);
        Assert.Equal(422, await enterprise.Send("GET", $"/api/demands/{demand}/planned?top=501").Status());
    }

    [Theory]
    [InlineData("""{"consent":{"planned":"yes"}}""", "consent.planned")]
    [InlineData("""{"consent":{"gold":true}}""", "consent.gold")]
    public async Task A_consent_that_is_none_is_refused_at_its_place(string body, string path)
    {
        var (id, people) = await Workshop();
        using var answer = await people.Send("PUT", $"/api/firms/{id}/upgrade", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal([path], (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Nothing_said_of_consent_is_none()
    {
        var (id, people) = await Workshop();
        var upgrade = $"/api/firms/{id}/upgrade";
        await Keep(people, upgrade, Plan("approved", "true"), null);
        foreach (var (body, version) in new[] { ("""{"consent":null}""", 1), (Plan("approved", "true"), 2), ("{}", 3) })
            await Keep(people, upgrade, body, version);
        Assert.False((bool)(await people.Send("GET", upgrade).Json())["consent"]!["planned"]!);
        Assert.Null(await AdHoc(await site.As("enterprise"), Asked, id));
    }

    [Fact]
    public async Task A_newcomer_finds_a_sample_firm_with_a_planned_certificate()
    {
        var enterprise = await site.As("enterprise");
        var shown = await AdHoc(
            enterprise,
            """{"criteria":[{"attribute":"certifications","op":"covers","value":"iso-14064"}]}""",
            "f1"
        );
        Assert.True((bool)shown!["sample"]!);
        Assert.Equal("carbon-report", (string)shown["certificates"]![0]!["step"]!);
    }

    private static string Plan(string status, string? consent = null)
    {
        var with = consent is null ? "" : ",\"consent\":{\"planned\":" + consent + "}";
        return $$"""
            {"answers":{"makes":"Secret housings","symptoms":["labour"]},
             "steps":[{"step":"iso-13485","start":"2027-01-01","months":6,"cost":123456,
                       "status":"{{status}}","proof":"Ref. 7"}]{{with}} }
            """;
    }

    private static async Task Keep(HttpClient http, string path, string body, int? version)
    {
        using var answer = await http.Send("PUT", path, body, version is null ? null : $"\"{version}\"");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a demand, saved or not, tells of a firm; null: nothing.</summary>
    private static async Task<JsonNode?> Shown(HttpClient http, string demand, string firm)
    {
        var saved = Of(await http.Send("GET", $"/api/demands/{demand}/planned?top=500").Json(), firm);
        Assert.True(JsonNode.DeepEquals(saved, await AdHoc(http, Asked, firm)));
        return saved;
    }

    private static async Task<JsonNode?> AdHoc(HttpClient http, string body, string firm) =>
        Of(await http.Send("POST", "/api/boards/partners/planned", body).Json(), firm);

    private static JsonNode? Of(JsonNode answer, string firm)
    {
        var items = answer["items"]!.AsArray();
        Assert.Equal((int)answer["count"]!, items.Count);
        return items.SingleOrDefault(item => (string)item!["id"]! == firm);
    }

    private static async Task<string> Demand(HttpClient http, string? owner = null)
    {
        var of = owner is null ? "" : $",\"owner\":\"{owner}\"";
        var body = $$"""{"board":"partners","criteria":{{Wanted}}{{of}} }""";
        return (string)(await http.Send("POST", "/api/demands", body).Json())["id"]!;
    }

    private static async Task<string> Text(HttpClient http, string path)
    {
        using var answer = await http.Send("GET", path);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    /// <summary>A firm that drills, and one of its people.</summary>
    private async Task<(string Id, HttpClient People)> Workshop(bool isPublic = true)
    {
        var id = $"w{Guid.NewGuid():N}";
        var officer = await site.As("officer");
        var seen = isPublic ? "true" : "false";
        await Keep(
            officer,
            $"/api/firms/{id}",
            $$"""
            {"public":{{seen}},"name":{"en":"Workshop"},
             "values":{"capabilities":["process/machining/drilling"]} }
            """,
            null
        );
        var (people, _, _) = await site.Newcomer($"\"role\":\"firm\",\"firm\":\"{id}\"");
        return (id, people);
    }
}
