using System.Net;

namespace Matchmaker.Web.Tests;

/// <summary>Versions, bodies and repeats of records.</summary>
public sealed class RecordTests(Site site)
{
    [Fact]
    public async Task A_record_is_created_read_replaced_and_deleted_by_its_version()
    {
        using var http = await site.As("officer");
        var path = $"/api/buildings/{Asking.Fresh("b")}";
        using var created = await http.Send("PUT", path, """{"name":{"en":"One"},"public":true}""");
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag!.Tag));
        Assert.Equal(412, await http.Send("PUT", path, "{}").Status());
        Assert.Equal(412, await http.Send("PUT", path, "{}", "\"7\"").Status());
        Assert.Equal(412, await http.Send("PUT", path, "{}", "nonsense").Status());
        var read = await http.Send("GET", path).Json();
        using var replaced = await http.Send(
            "PUT",
            path,
            read.ToJsonString().Replace("One", "Two", StringComparison.Ordinal),
            "\"1\""
        );
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (replaced.StatusCode, replaced.Headers.ETag!.Tag));
        Assert.Equal(412, await http.Send("DELETE", path).Status());
        Assert.Equal(412, await http.Send("DELETE", path, null, "\"1\"").Status());
        Assert.Equal(204, await http.Send("DELETE", path, null, "\"2\"").Status());
        Assert.Equal(404, await http.Send("GET", path).Status());
        Assert.Equal(404, await http.Send("DELETE", path, null, "\"2\"").Status());
    }

    [Fact]
    public async Task A_space_inherits_what_it_does_not_state_and_a_deleted_building_takes_it_along()
    {
        using var http = await site.As("officer");
        var path = $"/api/buildings/{Asking.Fresh("b")}";
        await http.Send("PUT", path, """{"public":true,"values":{"district":"kwunTong","yearCompleted":1988}}""")
            .Json();
        var space = await http.Send(
                "PUT",
                $"{path}/spaces/s1",
                """{"public":true,"values":{"yearCompleted":1990,"area":100.5}}"""
            )
            .Json();
        Assert.Equal("kwunTong", (string?)space["inherited"]!["district"]);
        Assert.Null(space["inherited"]!["yearCompleted"]);
        Assert.Equal(101, (int)space["values"]!["area"]!);
        Assert.Equal(204, await http.Send("DELETE", path, null, "\"1\"").Status());
        Assert.Equal(404, await http.Send("GET", $"{path}/spaces/s1").Status());
    }

    [Theory]
    [InlineData("{", 400, null)]
    [InlineData("", 400, null)]
    [InlineData("[]", 422, "")]
    [InlineData("\"x\"", 422, "")]
    [InlineData("""{"nam":{}}""", 422, "nam")]
    [InlineData("""{"name":{"fr":"x"}}""", 422, "name.fr")]
    [InlineData("""{"name":7}""", 422, "name")]
    [InlineData("""{"public":"yes"}""", 422, "public")]
    [InlineData("""{"id":"other"}""", 422, "id")]
    [InlineData("""{"verifiedOn":"2026-02-30"}""", 422, "verifiedOn")]
    [InlineData("""{"owner":"firms/f1"}""", 422, "owner")]
    [InlineData("""{"values":7}""", 422, "values")]
    [InlineData("""{"values":{"area":"big"}}""", 422, "values.area")]
    [InlineData("""{"values":{"area":0}}""", 422, "values.area")]
    [InlineData("""{"values":{"area":60001}}""", 422, "values.area")]
    [InlineData("""{"values":{"area":60000.4}}""", 422, "values.area")]
    [InlineData("""{"values":{"area":1e400}}""", 422, "values.area")]
    [InlineData("""{"values":{"area":[1]}}""", 422, "values.area")]
    [InlineData("""{"values":{"colour":"red"}}""", 422, "values.colour")]
    [InlineData("""{"values":{"district":"mars"}}""", 422, "values.district")]
    [InlineData("""{"values":{"gas":"yes"}}""", 422, "values.gas")]
    [InlineData("""{"values":{"uses":{"production":"maybe"}}}""", 422, "values.uses")]
    [InlineData("""{"values":{"uses":{"dancing":"fits"}}}""", 422, "values.uses.dancing")]
    [InlineData("""{"values":{"location":{"lat":22.3}}}""", 422, "values.location")]
    [InlineData("""{"values":{"location":{"lat":52.3,"lon":13}}}""", 422, "values.location")]
    [InlineData("""{"values":{"availableFrom":"soon"}}""", 422, "values.availableFrom")]
    [InlineData("""{"waivers":7}""", 422, "waivers")]
    [InlineData("""{"waivers":[{"from":"2026-01-01"}]}""", 422, "waivers[0].use")]
    [InlineData("""{"waivers":[{"use":"office"}]}""", 422, "waivers[0].from")]
    [InlineData("""{"waivers":[{"use":"dancing","from":"2026-01-01"}]}""", 422, "waivers[0].use")]
    [InlineData("""{"waivers":[{"use":"office","from":"2026-01-01","to":"2025-12-31"}]}""", 422, "waivers[0].to")]
    [InlineData("""{"waivers":[{"use":"office","from":"2026-01-01","until":"2025-12-31"}]}""", 422, "waivers[0].until")]
    [InlineData("""{"facts":{"area":{"verifiedOn":"2026-01-01"}}}""", 422, "facts.area")]
    public async Task A_bad_body_is_refused_at_its_path_in_the_reader_s_language_and_nothing_is_done(
        string body,
        int status,
        string? path
    )
    {
        using var http = await site.As("officer");
        var record = $"/api/buildings/{Asking.Fresh("bad")}";
        var titles = new HashSet<string>();
        foreach (var (asked, spoken) in new[] { ("en", "en"), ("zh-HK", "zh-Hant"), ("zh-CN,zh;q=0.9", "zh-Hans") })
        {
            using var answer = await http.Send("PUT", record, body, null, ("Accept-Language", asked));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal([spoken], answer.Content.Headers.ContentLanguage);
            var problem = await answer.Json();
            titles.Add((string)problem["title"]!);
            if (path is not null)
                Assert.All(
                    problem["errors"]!.AsObject(),
                    error => Assert.StartsWith(path, error.Key, StringComparison.Ordinal)
                );
        }

        Assert.Equal(3, titles.Count);
        Assert.Equal(404, await http.Send("GET", record).Status());
    }

    [Theory]
    [InlineData("""{"criteria":[{"attribute":"path","op":"takes"}]}""", "criteria[0].machines")]
    [InlineData(
        """{"criteria":[{"attribute":"path","op":"takes","machines":[{"mass":1,"length":1,"width":1}]}]}""",
        "criteria[0].machines[0].height"
    )]
    [InlineData(
        """{"criteria":[{"attribute":"path","op":"takes","machines":[{"mass":1,"length":1,"width":1,"height":0}]}]}""",
        "criteria[0].machines[0].height"
    )]
    [InlineData("""{"criteria":[{"attribute":"area","op":"atLeast"}]}""", "criteria[0].limit")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"is","value":true}]}""", "criteria[0].op")]
    [InlineData("""{"criteria":[{"attribute":"x","op":"is","value":true}]}""", "criteria[0].attribute")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"atLeast","limit":5,"weight":11}]}""", "criteria[0].weight")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"atLeast","limit":5,"weight":"x"}]}""", "criteria[0].weight")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"frob","limit":5}]}""", "criteria[0].op")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"atLeast","limit":5,"ideal":4}]}""", "criteria[0].ideal")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"between","min":5,"max":4}]}""", "criteria[0].max")]
    [InlineData(
        """{"criteria":[{"attribute":"gas","op":"is","value":true},{"attribute":"district","op":"anyOf","values":["mars"]}]}""",
        "criteria[1].values"
    )]
    [InlineData("""{"criteria":[],"top":0}""", "top")]
    [InlineData("""{"criteria":[],"top":501}""", "top")]
    [InlineData("""{"criteria":[],"combine":1}""", "combine")]
    [InlineData("""{"criteria":[],"asOf":"tomorrow"}""", "asOf")]
    [InlineData("""{"criteria":[],"frob":1}""", "frob")]
    public async Task A_bad_demand_is_refused_at_the_operand(string body, string path)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.Send("POST", "/api/boards/sites/match", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(
            (await answer.Json())["errors"]!.AsObject(),
            error => error.Key.StartsWith(path, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/api/buildings?limit=0", 422)]
    [InlineData("/api/buildings?limit=501", 422)]
    [InlineData("/api/buildings?limit=x", 422)]
    [InlineData("/api/buildings?bbox=1,2,3", 422)]
    [InlineData("/api/buildings?bbox=1,2,0,3", 422)]
    [InlineData("/api/changes?limit=501", 422)]
    [InlineData("/api/changes?after=nonsense", 422)]
    [InlineData("/api/boards/sites/match", 405)]
    [InlineData("/api/boards/mars/match", 405)]
    [InlineData("/api/exports/spaces.pdf", 404)]
    [InlineData("/api/exports/rockets.csv", 404)]
    public async Task A_bad_query_is_a_problem(string path, int status)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_of_another_type_is_415_and_one_too_large_413()
    {
        using var http = await site.As("officer");
        using var xml = new StringContent(
            "<x/>",
            System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/xml")
        );
        using var wrong = await http.PutAsync($"/api/buildings/{Asking.Fresh("b")}", xml);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrong.StatusCode);
        Assert.Equal(
            413,
            await http.Send(
                    "PUT",
                    $"/api/buildings/{Asking.Fresh("b")}",
                    $$"""{"source":"{{new string('x', 1_100_000)}}"}"""
                )
                .Status()
        );
    }

    [Fact]
    public async Task A_repeated_idempotency_key_gets_the_first_answer_even_for_simultaneous_requests()
    {
        using var http = await site.As("officer");
        var key = ("Idempotency-Key", Asking.Fresh("key"));
        var body = """{"name":{"en":"Once"},"public":true}""";
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => http.Send("POST", "/api/buildings", body, null, key).Json())
        );
        using var late = await http.Send("POST", "/api/buildings", body, null, key);
        Assert.Equal(HttpStatusCode.Created, late.StatusCode);
        Assert.NotNull(late.Headers.Location);
        Assert.Single(answers.Append(await late.Json()).Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal(422, await http.Send("POST", "/api/buildings", "{}", null, key).Status());
        using var admin = await site.As("admin");
        var another = await admin.Send("POST", "/api/buildings", body, null, key).Json();
        Assert.NotEqual((string)answers[0]["id"]!, (string)another["id"]!);
    }

    [Fact]
    public async Task A_confidential_enterprise_takes_no_chosen_id_and_is_known_only_to_its_people_and_cleared_officers()
    {
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        Assert.Equal(
            422,
            await officer.Send("PUT", $"/api/enterprises/{Asking.Fresh("e")}", """{"confidential":true}""").Status()
        );
        var made = await officer.Send("POST", "/api/enterprises", """{"name":"Hush","confidential":true}""").Json();
        var id = (string)made["id"]!;
        Assert.Equal(200, await officer.Send("GET", $"/api/enterprises/{id}").Status());
        Assert.Equal(404, await admin.Send("GET", $"/api/enterprises/{id}").Status());
        var ask = $$"""{"board":"sites","owner":"enterprises/{{id}}","criteria":[]}""";
        Assert.Equal(422, await officer.Send("PUT", $"/api/demands/{Asking.Fresh("d")}", ask).Status());
        var demand = (string)(await officer.Send("POST", "/api/demands", ask).Json())["id"]!;
        Assert.Equal(200, await officer.Send("GET", $"/api/demands/{demand}/matches").Status());
        Assert.Equal(404, await admin.Send("GET", $"/api/demands/{demand}/matches").Status());
        Assert.Equal(422, await admin.Send("POST", "/api/demands", ask).Status());
        Assert.DoesNotContain(id, await admin.GetStringAsync("/api/enterprises?limit=500"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_route_stands_in_the_OpenAPI_document()
    {
        using var http = await site.As("anonymous");
        var document = await http.Send("GET", "/openapi/v1.json").Json();
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToHashSet();
        foreach (
            var path in new[]
            {
                "/api/sign-in",
                "/api/sign-out",
                "/api/me",
                "/api/me/password",
                "/api/me/second-factor",
                "/api/me/second-factor/confirm",
                "/api/me/second-factor/recovery-codes",
                "/api/me/second-factor/remove",
                "/api/accounts/{email}/second-factor",
                "/api/me/sessions",
                "/api/me/settings",
                "/api/password-resets",
                "/api/password-resets/accept",
                "/api/me/sessions/{id}",
                "/api/invitations",
                "/api/invitations/accept",
                "/api/accounts",
                "/api/accounts/{email}",
                "/api/boards",
                "/api/boards/{board}/match",
                "/api/boards/{board}/facets",
                "/api/buildings",
                "/api/buildings/{id}",
                "/api/buildings/{building}/spaces",
                "/api/buildings/{building}/spaces/{space}",
                "/api/spaces",
                "/api/enterprises",
                "/api/enterprises/{id}",
                "/api/owners/{id}",
                "/api/firms/{id}",
                "/api/centres/{id}",
                "/api/demands",
                "/api/demands/{id}",
                "/api/demands/{id}/matches",
                "/api/demands/{id}/near-misses",
                "/api/demands/{id}/facets",
                "/api/briefs",
                "/api/briefs/{id}",
                "/api/briefs/read",
                "/api/shortlists/{id}",
                "/api/shared-sheets",
                "/api/imports/{kind}",
                "/api/exports/{file}",
                "/api/changes",
                "/health/live",
                "/health/ready",
            }
        )
            Assert.Contains(path, paths);
    }
}
