namespace Matchmaker.Web.Tests.Security;

/// <summary>Every route as every role (api.md, "Who may do what").</summary>
public sealed partial class AccessTests(Site site)
{
    private static readonly string[] Roles = ["anonymous", "enterprise", "firm", "owner", "officer", "admin"];

    private const string Ask = """{"board":"sites","name":"x","criteria":[]}""";
    private const string Hold = """{"demand":"none","until":"2026-12-01"}""";

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
    [InlineData("/api/demands/{demand}/planned", "/api/demands/{none}/planned")]
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
