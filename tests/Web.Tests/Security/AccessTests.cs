namespace Matchmaker.Web.Tests.Security;

/// <summary>Every route as every role (api.md, "Who may do what").</summary>
public sealed class AccessTests(Site site)
{
    private static readonly string[] Roles = ["anonymous", "enterprise", "firm", "owner", "officer", "admin"];

    private const string Ask = """{"board":"sites","name":"x","criteria":[]}""";
    private const string Hold = """{"demand":"none","until":"2026-12-01"}""";

    /// <summary>
    /// Method, path, body, and the status for each role in the order of <see cref="Roles"/>. {hidden}: a building that
    /// is not public; {party}: an enterprise that is nobody's here.
    /// </summary>
    public static TheoryData<string, string, string?, int[]> Routes =>
        new()
        {
            { "GET", "/api/me/passkeys", null, [401, 200, 200, 200, 200, 200] },
            { "POST", "/api/me/passkeys/begin", "{}", [401, 422, 422, 422, 422, 422] },
            { "POST", "/api/me/passkeys", """{"name":"x","credential":"{}"}""", [401, 422, 422, 422, 422, 422] },
            { "POST", "/api/me/passkeys/x/remove", "{}", [401, 422, 422, 422, 422, 422] },
            { "POST", "/api/sign-in/passkey", """{"credential":"{}"}""", [401, 401, 401, 401, 401, 401] },
            { "GET", "/api/sign-in", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/boards", null, [200, 200, 200, 200, 200, 200] },
            { "POST", "/api/boards/sites/match", """{"criteria":[]}""", [200, 200, 200, 200, 200, 200] },
            { "POST", "/api/briefs/read", """{"text":"lab near MTR"}""", [200, 200, 200, 200, 200, 200] },
            { "POST", "/api/boards/partners/facets", """{"criteria":[]}""", [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/buildings", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/buildings/{open}", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/buildings/{hidden}", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{hidden}/spaces", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{open}/uses", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/buildings/{hidden}/uses", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{open}/verdicts", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/buildings/{hidden}/verdicts", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{hidden}/spaces/s1/uses", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{open}/spaces/secret/uses", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{hidden}/spaces/s1", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/buildings/{open}/spaces/secret", null, [404, 404, 404, 404, 200, 200] },
            { "GET", "/api/spaces", null, [200, 200, 200, 200, 200, 200] },
            { "PUT", "/api/buildings/{open}", "{}", [401, 403, 403, 403, 412, 412] },
            { "PUT", "/api/buildings/{hidden}", "{}", [401, 403, 403, 404, 412, 412] },
            { "POST", "/api/buildings/{open}/spaces/secret/hold", "{}", [401, 403, 403, 403, 422, 422] },
            { "POST", "/api/buildings/{open}/spaces/secret/hold", Hold, [401, 403, 403, 403, 404, 404] },
            { "DELETE", "/api/buildings/{open}/spaces/secret/hold", null, [401, 403, 403, 403, 404, 404] },
            { "DELETE", "/api/buildings/{hidden}/spaces/s1/hold", null, [401, 403, 403, 403, 404, 404] },
            { "PUT", "/api/buildings/{hidden}/spaces/s1", "{}", [401, 403, 403, 404, 412, 412] },
            { "PUT", "/api/buildings/{open}/spaces/{fresh}", "{}", [401, 403, 403, 403, 201, 412] },
            { "PUT", "/api/buildings/{hidden}/spaces/{fresh}", "{}", [401, 403, 403, 404, 201, 412] },
            { "DELETE", "/api/buildings/{open}", null, [401, 403, 403, 412, 412, 412] },
            { "DELETE", "/api/buildings/{hidden}", null, [401, 403, 403, 404, 412, 412] },
            { "POST", "/api/buildings", "{}", [401, 403, 403, 404, 201, 201] },
            { "GET", "/api/enterprises", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/enterprises/e1", null, [401, 200, 404, 404, 200, 200] },
            { "GET", "/api/enterprises/{party}", null, [401, 404, 404, 404, 200, 200] },
            { "PUT", "/api/enterprises/{party}", "{}", [401, 404, 403, 403, 412, 412] },
            { "POST", "/api/enterprises", "{}", [401, 404, 403, 403, 201, 201] },
            { "GET", "/api/owners/o1", null, [401, 0, 0, 200, 200, 200] },
            { "GET", "/api/demands", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/demands/{demand}", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/demands/{demand}/matches", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/demands/{demand}/near-misses", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/demands/{demand}/facets", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/demands/{demand}/questions", null, [401, 404, 404, 404, 200, 200] },
            {
                "POST",
                "/api/questions",
                """{"record":"{open}","attribute":"headroom","demand":"{demand}"}""",
                [401, 404, 404, 404, 404, 404]
            },
            { "PUT", "/api/demands/{demand}", Ask, [401, 404, 404, 403, 412, 412] },
            { "POST", "/api/demands", Ask, [401, 201, 201, 403, 422, 422] },
            { "GET", "/api/demands/{demand}/consortium", null, [401, 404, 404, 404, 422, 422] },
            { "POST", "/api/allocations", """{"demands":["{demand}","{none}"]}""", [401, 403, 403, 403, 404, 404] },
            { "POST", "/api/boards/partners/match", """{"criteria":[]}""", [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/firms", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/firms/f1", null, [401, 200, 200, 404, 200, 200] },
            { "PUT", "/api/firms/f1", "{}", [401, 403, 412, 403, 412, 412] },
            { "POST", "/api/firms/f1/merge", """{"into":"f2"}""", [401, 403, 403, 403, 412, 412] },
            { "POST", "/api/firms/f1/unmerge", null, [401, 403, 403, 403, 409, 409] },
            { "GET", "/api/opportunities", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/opportunities/{need}", null, [401, 404, 200, 404, 200, 200] },
            { "GET", "/api/opportunities/{hidden-need}", null, [401, 404, 404, 404, 200, 200] },
            { "PUT", "/api/opportunities/{need}", "{}", [401, 404, 403, 403, 412, 412] },
            { "POST", "/api/opportunities", """{"values":{}}""", [401, 201, 403, 403, 422, 422] },
            { "GET", "/api/briefs", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/briefs/{none}", null, [401, 404, 404, 404, 404, 404] },
            { "POST", "/api/briefs", "{}", [401, 201, 201, 403, 422, 422] },
            { "GET", "/api/shortlists", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/shortlists/{none}", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/shortlists/{none}/replay", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/shortlists/{none}/since", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/shortlists/{none}.xlsx", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/shortlists/{none}/links", null, [401, 404, 404, 404, 404, 404] },
            { "POST", "/api/shortlists/{none}/links", """{"days":7}""", [401, 404, 404, 403, 404, 404] },
            { "DELETE", "/api/shortlists/{none}/links/x", null, [401, 404, 404, 403, 404, 404] },
            { "POST", "/api/shared-sheets", """{"token":"x"}""", [404, 404, 404, 404, 404, 404] },
            { "POST", "/api/shortlists", """{"demand":"{none}"}""", [401, 422, 422, 403, 422, 422] },
            { "PUT", "/api/shortlists/{none}", """{"demand":"{demand}"}""", [401, 422, 422, 403, 422, 422] },
            { "GET", "/api/demands/{demand}/shortlists", null, [401, 404, 404, 404, 200, 200] },
            { "POST", "/api/demands/{demand}/shortlists", """{"items":[]}""", [401, 404, 404, 403, 422, 422] },
            { "GET", "/api/enquiries", null, [401, 200, 200, 200, 200, 200] },
            {
                "POST",
                "/api/enquiries",
                """{"board":"research","text":"Who grows diamonds?"}""",
                [401, 201, 201, 403, 422, 422]
            },
            { "GET", "/api/questions", null, [401, 200, 200, 200, 200, 200] },
            { "GET", "/api/reading?board=sites&attribute=area&text=500", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/taxonomies", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/taxonomies/capabilities", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/taxonomies/flavours", null, [404, 404, 404, 404, 404, 404] },
            { "PUT", "/api/taxonomies/materials", """{"terms":[]}""", [401, 403, 403, 403, 403, 412] },
            { "GET", "/api/gates", null, [401, 403, 403, 403, 403, 200] },
            { "GET", "/api/gates/0", null, [401, 403, 403, 403, 403, 200] },
            { "POST", "/api/gates", """{"from":"2099-01-01","rows":[]}""", [401, 403, 403, 403, 403, 412] },
            { "POST", "/api/gates/preview", """{"from":"2099-01-01","rows":[]}""", [401, 403, 403, 403, 403, 422] },
            { "GET", "/api/programmes", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/programmes/nias", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/programmes/gold", null, [404, 404, 404, 404, 404, 404] },
            { "PUT", "/api/programmes/nias", """{"versions":[]}""", [401, 403, 403, 403, 403, 412] },
            { "POST", "/api/programmes/nias/preview", """{"versions":[]}""", [401, 403, 403, 403, 403, 422] },
            { "POST", "/api/programmes/assess", """{"on":"2026-11-25","facts":{}}""", [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/enterprises/{party}/applicant", null, [401, 404, 404, 404, 404, 404] },
            { "PUT", "/api/enterprises/{party}/applicant", """{"facts":{}}""", [401, 404, 404, 403, 201, 412] },
            { "DELETE", "/api/enterprises/{party}/applicant", null, [401, 404, 404, 403, 404, 404] },
            { "GET", "/api/enterprises/{party}/assessment", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/firms/f2/applicant", null, [401, 404, 404, 404, 404, 404] },
            { "PUT", "/api/firms/f3/applicant", """{"facts":{}}""", [401, 404, 404, 403, 201, 412] },
            { "DELETE", "/api/firms/f2/applicant", null, [401, 404, 404, 403, 404, 404] },
            { "GET", "/api/firms/f2/assessment", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/enterprises/{party}/package", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/enterprises/{party}/package.xlsx", null, [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/enterprises/e1/package", null, [401, 200, 404, 404, 200, 200] },
            { "GET", "/api/upgrade-steps", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/firms/f3/upgrade", null, [401, 404, 404, 404, 404, 404] },
            { "PUT", "/api/firms/f2/upgrade", "{}", [401, 403, 404, 403, 201, 412] },
            { "DELETE", "/api/firms/f3/upgrade", null, [401, 403, 404, 403, 404, 404] },
            { "GET", "/api/firms/f3/upgrade/path", null, [401, 404, 404, 404, 200, 200] },
            { "POST", "/api/firms/f3/upgrade/path", "{}", [401, 404, 404, 404, 200, 200] },
            { "GET", "/api/search?q=CNC", null, [200, 200, 200, 200, 200, 200] },
            { "POST", "/api/firms/duplicates", """{"name":"Wing Tai"}""", [401, 403, 403, 403, 200, 200] },
            { "GET", "/api/changes", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/exports/spaces.csv", null, [200, 200, 200, 200, 200, 200] },
            { "POST", "/api/imports/spaces", "{}", [401, 403, 403, 403, 422, 422] },
            { "POST", "/api/uploads", "{}", [401, 403, 422, 422, 422, 422] },
            { "GET", "/api/uploads/{none}", null, [401, 404, 404, 404, 404, 404] },
            { "POST", "/api/uploads/{none}/import", "{}", [401, 404, 404, 404, 404, 404] },
            { "POST", "/api/uploads/{none}/resume", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/uploads/{none}/rejected", null, [401, 404, 404, 404, 404, 404] },
            { "DELETE", "/api/uploads/{none}", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/api/accounts", null, [401, 403, 403, 403, 403, 200] },
            { "GET", "/api/accounts/officer@sample", null, [401, 403, 403, 403, 403, 200] },
            { "PUT", "/api/accounts/x@y.hk", """{"role":"officer"}""", [401, 403, 403, 403, 403, 201] },
            { "POST", "/api/invitations", """{"email":"a@b.hk","role":"admin"}""", [401, 403, 403, 403, 422, 200] },
            { "GET", "/api/me", null, [401, 200, 200, 200, 200, 200] },
            { "POST", "/api/me/password", """{"password":"x","newPassword":"x"}""", [401, 422, 422, 422, 422, 422] },
            { "GET", "/api/me/second-factor", null, [401, 200, 200, 200, 200, 200] },
            { "POST", "/api/me/second-factor/confirm", """{"code":"000000"}""", [401, 409, 409, 409, 409, 409] },
            { "DELETE", "/api/accounts/nobody@x.hk/second-factor", null, [401, 403, 403, 403, 403, 404] },
            { "GET", "/api/me/settings", null, [401, 200, 200, 200, 200, 200] },
            { "PUT", "/api/me/settings", "{}", [401, 412, 412, 412, 412, 412] },
            { "GET", "/api/me/sessions", null, [401, 200, 200, 200, 200, 200] },
            { "DELETE", "/api/me/sessions/{none}", null, [401, 404, 404, 404, 404, 404] },
            { "GET", "/health/live", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/health/ready", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/openapi/v1.json", null, [200, 200, 200, 200, 200, 200] },
            { "GET", "/api/nothing", null, [404, 404, 404, 404, 404, 404] },
        };

    [Theory, MemberData(nameof(Routes))]
    public async Task Each_role_gets_what_it_may(string method, string path, string? body, int[] expected)
    {
        var scene = await Scene.Set(site);
        path = scene.Fill(path);
        for (var i = 0; i < Roles.Length; i++)
        {
            using var http = await site.As(Roles[i]);
            var status = await http.Send(method, path, body).Status();
            if (expected[i] != 0)
                Assert.True(expected[i] == status, $"{method} {path} as {Roles[i]}: {status} instead of {expected[i]}");
        }
    }

    [Theory]
    [InlineData("/api/buildings/{hidden}", "/api/buildings/{none}")]
    [InlineData("/api/buildings/{hidden}/spaces", "/api/buildings/{none}/spaces")]
    [InlineData("/api/buildings/{hidden}/uses", "/api/buildings/{none}/uses")]
    [InlineData("/api/buildings/{hidden}/verdicts", "/api/buildings/{none}/verdicts")]
    [InlineData("/api/buildings/{open}/spaces/secret/uses", "/api/buildings/{open}/spaces/{none}/uses")]
    [InlineData("/api/buildings/{hidden}/spaces/s1", "/api/buildings/{none}/spaces/s1")]
    [InlineData("/api/buildings/{open}/spaces/secret", "/api/buildings/{open}/spaces/{none}")]
    [InlineData("/api/enterprises/{party}", "/api/enterprises/{none}")]
    [InlineData("/api/firms/f2/applicant", "/api/firms/{none}/applicant")]
    [InlineData("/api/demands/{demand}", "/api/demands/{none}")]
    [InlineData("/api/demands/{demand}/matches", "/api/demands/{none}/matches")]
    [InlineData("/api/demands/{demand}/near-misses", "/api/demands/{none}/near-misses")]
    [InlineData("/api/demands/{demand}/facets", "/api/demands/{none}/facets")]
    [InlineData("/api/demands/{demand}/questions", "/api/demands/{none}/questions")]
    [InlineData("/api/demands/{demand}/consortium", "/api/demands/{none}/consortium")]
    [InlineData("/api/opportunities/{hidden-need}", "/api/opportunities/{none-need}")]
    public async Task What_may_not_be_seen_answers_byte_for_byte_as_what_does_not_exist(string hidden, string missing)
    {
        var scene = await Scene.Set(site);
        foreach (var role in new[] { "anonymous", "enterprise", "firm" })
        {
            using var http = await site.As(role);
            foreach (var method in new[] { "GET", "PUT", "DELETE" })
                Assert.Equal(
                    await Trace(http, method, scene.Fill(missing)),
                    await Trace(http, method, scene.Fill(hidden))
                );
        }
    }

    [Fact]
    public async Task Lists_exports_changes_and_counts_tell_nothing_of_what_is_hidden()
    {
        var scene = await Scene.Set(site);
        using var http = await site.As("enterprise");
        foreach (
            var path in new[]
            {
                "/api/buildings?limit=500",
                $"/api/buildings?q={scene.Hidden}",
                $"/api/spaces?ids={scene.Hidden}/s1,{scene.Open}/secret",
                "/api/exports/buildings.csv",
                "/api/exports/spaces.geojson",
            }
        )
        {
            var text = await http.GetStringAsync(path);
            Assert.DoesNotContain(scene.Hidden, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/secret", text, StringComparison.Ordinal);
        }

        var (after, seen) = ("", new List<string>());
        while (true)
        {
            var page = await http.Send("GET", $"/api/changes?limit=500{after}").Json();
            seen.AddRange(page["changes"]!.AsArray().Select(change => (string)change!["id"]!));
            if (page["next"] is not { } next)
                break;
            after = $"&after={(string)next!}";
        }

        Assert.Contains(scene.Open, seen);
        Assert.DoesNotContain(scene.Hidden, seen);
        Assert.DoesNotContain($"{scene.Open}/secret", seen);
        Assert.DoesNotContain(scene.Demand, seen);
    }

    [Fact]
    public async Task A_firm_reads_a_need_and_never_whose_it_is()
    {
        var scene = await Scene.Set(site);
        using var firm = await site.As("firm");
        foreach (
            var path in new[]
            {
                $"/api/opportunities/{scene.Need}",
                "/api/opportunities?limit=500",
                $"/api/opportunities?ids={scene.Need},{scene.HiddenNeed}",
            }
        )
        {
            var text = await firm.GetStringAsync(path);
            Assert.Contains(scene.Need, text, StringComparison.Ordinal);
            foreach (var secret in new[] { scene.Party, scene.HiddenNeed, "Secret" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        var found = await firm.Send(
                "POST",
                "/api/boards/opportunities/match",
                """{"criteria":[{"attribute":"needs","op":"covers","value":"process/machining"}],"top":500}"""
            )
            .Json();
        Assert.Contains(scene.Need, found["matches"]!.AsArray().Select(match => (string)match!["id"]!));
        Assert.DoesNotContain(scene.HiddenNeed, found.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            scene.Need,
            await firm.GetStringAsync("/api/opportunities?q=pumps"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Everything of an answer but the time.</summary>
    internal static async Task<string> Trace(HttpClient http, string method, string path, string? body = null)
    {
        using var answer = await http.Send(
            method,
            path,
            method == "PUT" ? body ?? "{}" : body,
            method == "GET" ? null : "\"1\""
        );
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
    }
}
