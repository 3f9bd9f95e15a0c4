using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using MiniExcelLibs;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>An enterprise's facts, what it may get by them, and the package, through HTTP and the hub.</summary>
public sealed class ApplicantTests(Site site)
{
    private const string Plant = """
        {"incorporatedInHongKong":true,"subvented":false,"newSmartProductionInHongKong":true,"highEndTechnology":true,"previousNiasProjects":0,"previousNiasGrants":0,
         "projects":[{"id":"plant","approvedCost":240000000,"kind":"newFacility"}]}
        """;

    private const string Facts = $$"""{"facts":{{Plant}} }""";

    [Fact]
    public async Task Facts_are_kept_by_version_and_the_industry_follows_from_the_enterprise()
    {
        var (id, people) = await Landing("newEnergy");
        var path = $"/api/enterprises/{id}/applicant";
        Assert.Equal(404, await people.Send("GET", path).Status());
        using (var answer = await people.Send("PUT", path, Facts))
            Assert.Equal((201, "\"1\""), ((int)answer.StatusCode, answer.Headers.ETag?.Tag));
        Assert.Equal(412, await people.Send("PUT", path, """{"facts":{}}""").Status());
        Assert.Equal(
            2,
            (long)(await people.Send("PUT", path, $$"""{"facts":{{Plant}},"tell":true}""", "\"1\"").Json())["version"]!
        );
        Assert.True((bool)(await people.Send("GET", path).Json())["tell"]!);

        var kept = await people.Send("GET", $"/api/enterprises/{id}/assessment?on=2026-11-25").Json();
        Assert.Equal("advancedManufacturingNewEnergy", (string)kept["facts"]!["strategicIndustry"]!);
        Assert.Null(kept["applicant"]!["facts"]!["strategicIndustry"]);
        Assert.Equal(80_000_000, (long)kept["assessment"]!["package"]!["total"]!);
        Assert.Equal(422, await people.Send("GET", $"/api/enterprises/{id}/assessment?on=soon").Status());
        using var wrong = await people.Send("PUT", path, """{"facts":{"trainingCosts":-1}}""", "\"2\"");
        Assert.Contains(
            "facts.trainingCosts",
            await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        Assert.Equal(204, await people.Send("DELETE", path, ifMatch: "\"2\"").Status());
        Assert.Equal(404, await people.Send("GET", path).Status());
        Assert.Equal(
            "unknown",
            Condition(
                await people.Send("GET", $"/api/enterprises/{id}/assessment").Json(),
                "nias",
                "incorporatedInHongKong"
            )
        );
    }

    [Fact]
    public async Task A_package_takes_the_best_sites_with_what_programmes_give_there()
    {
        var (id, people) = await Landing("lifeAndHealth");
        await people.Send("PUT", $"/api/enterprises/{id}/applicant", Facts).Json();
        var empty = await people.Send("GET", $"/api/enterprises/{id}/package").Json();
        Assert.Empty(empty["options"]!.AsArray());
        Assert.Equal(["sites", "partners", "research"], empty["lacks"]!.AsArray().Select(row => (string)row!));

        await people
            .Send(
                "POST",
                "/api/demands",
                """{"board":"sites","name":{"en":"Plant"},"criteria":[{"attribute":"area","op":"atLeast","limit":100}]}"""
            )
            .Json();
        await people.Send("POST", "/api/demands", """{"board":"research","criteria":[]}""").Json();
        var package = await people.Send("GET", $"/api/enterprises/{id}/package?months=24&top=4&on=2026-11-25").Json();
        Assert.Equal(["partners"], package["lacks"]!.AsArray().Select(row => (string)row!));
        Assert.NotEmpty(package["centres"]!.AsArray());
        var options = package["options"]!.AsArray();
        Assert.Equal(4, options.Count);
        foreach (var option in options)
        {
            var (cost, net) = (option!["cost"]!, option["net"]!);
            var space = await people
                .Send(
                    "GET",
                    $"/api/buildings/{((string)option["site"]!["id"]!).Replace("/", "/spaces/", StringComparison.Ordinal)}"
                )
                .Json();
            var values = (JsonObject)space["inherited"]!.DeepClone();
            foreach (var (code, value) in space["values"]!.AsObject())
                values[code] = value!.DeepClone();
            if (values["rent"] is { } rent && values["area"] is { } area)
                Assert.Equal(
                    (long)Math.Ceiling((decimal)area * ((decimal)rent + ((decimal?)values["managementFee"] ?? 0))) * 24,
                    (long)cost["overLease"]!
                );
            var refuses = (string?)values["uses"]?["production"] == "doesNotFit";
            Assert.Equal(refuses ? 0 : 240_000_000, (long)net["projects"]!);
            Assert.Equal(refuses ? 0 : 80_000_000, (long)net["grants"]!);
            if (net["net"] is { } left)
                Assert.Equal(
                    (long)net["site"]! + (long)net["projects"]! + (long)net["training"]! - (long)net["grants"]!,
                    (long)left
                );
            var from = (string?)values["availableFrom"];
            Assert.Equal(
                string.CompareOrdinal(from, "2026-11-25") > 0 ? from : "2026-11-25",
                (string)option["assessedOn"]!
            );
        }

        var costs = options
            .Where(option =>
                (string)option!["site"]!["verdict"]! == "match"
                && (string?)option["cost"]!["production"] != "doesNotFit"
            )
            .Select(option => (long?)option!["net"]!["net"] ?? long.MaxValue)
            .ToList();
        Assert.Equal(costs.Order(), costs);
        foreach (var wrong in new[] { "months=0", "top=11", "on=x" })
            Assert.Equal(
                (wrong, 422),
                (wrong, await people.Send("GET", $"/api/enterprises/{id}/package?{wrong}").Status())
            );
    }

    [Theory]
    [InlineData("en", "Programme", "may be eligible", "Incorporated in Hong Kong.")]
    [InlineData("zh-Hant", "計劃", "可能符合資格", "在香港註冊成立的公司。")]
    [InlineData("zh-Hans", "计划", "可能符合资格", "在香港注册成立的公司。")]
    public async Task The_workbook_is_in_the_language_asked_for_with_sources_and_days(
        string language,
        string part,
        string verdict,
        string condition
    )
    {
        var (id, people) = await Landing("aiAndData");
        await people.Send("PUT", $"/api/enterprises/{id}/applicant", Facts).Json();
        await people.Send("POST", "/api/demands", """{"board":"sites","criteria":[]}""").Json();
        using var answer = await people.Send(
            "GET",
            $"/api/enterprises/{id}/package.xlsx?language={language}&top=1&on=2026-11-25"
        );
        using var book = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        var rows = book.Query()
            .Select(row => ((IDictionary<string, object?>)row).Values.Select(cell => cell?.ToString() ?? "").ToArray())
            .ToList();
        Assert.Contains(rows, row => row[1] == part && row[3] == verdict && row[4] == "80000000");
        Assert.Contains(
            rows,
            row => row[2].EndsWith(condition, StringComparison.Ordinal) && row[5].StartsWith('S') && row[6].Length > 0
        );
        Assert.Equal(422, await people.Send("GET", $"/api/enterprises/{id}/package.xlsx?language=fr").Status());
    }

    [Fact]
    public async Task Who_may_not_see_the_enterprise_cannot_watch_it()
    {
        var (id, _) = await Landing("other");
        await using var stranger = site.Hub(await site.Token("firm@sample"));
        await stranger.StartAsync();
        var refused = await Assert.ThrowsAsync<HubException>(() => stranger.InvokeAsync("WatchAssessment", id));
        Assert.Contains("notFound", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_changed_by_an_admin_reaches_applicants_who_asked_for_notifications()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-rules");
        await using var web = await WebProcess
            .Run($"Data Source={Path.Combine(folder.FullName, "web.db")}", ["--sample", "20"])
            .Ready();
        using var admin = await As(web, "admin@sample");
        using var people = await As(web, "enterprise@sample");
        var id = (string)(await people.Send("GET", "/api/me").Json())["enterprise"]!;
        await using var hub = new HubConnectionBuilder()
            .WithUrl(
                new Uri(web.Address, "/live"),
                options =>
                    options.AccessTokenProvider = () =>
                        Task.FromResult(people.DefaultRequestHeaders.Authorization!.Parameter)
            )
            .Build();
        var heard = new ConcurrentQueue<JsonElement>();
        hub.On<string, JsonElement>(
            "Assessment",
            (enterprise, changes) =>
            {
                if (enterprise == id)
                    heard.Enqueue(changes.Clone());
            }
        );
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await hub.InvokeAsync("WatchAssessment", id, TestContext.Current.CancellationToken);
        await TellFacts(people, id, heard);

        var rule = await admin.Send("GET", "/api/programmes/nias").Json();
        rule["versions"]!.AsArray()[^1]!["cap"] = 60_000_000;
        var preview = await admin
            .Send("POST", "/api/programmes/nias/preview", $$"""{"versions":{{rule["versions"]!.ToJsonString()}}}""")
            .Json();
        Assert.Contains(preview["changed"]!.AsArray(), row => (string)row!["enterprise"]! == id);
        var saved = await admin.Send("PUT", "/api/programmes/nias", rule.ToJsonString(), "\"0\"").Json();
        Assert.Equal(1, (long)saved["version"]!);
        Assert.Equal(
            60_000_000,
            (long)
                (await people.Send("GET", $"/api/enterprises/{id}/assessment").Json())["assessment"]!["package"]![
                    "total"
                ]!
        );
        await Eventually.Until("the rule's news comes", () => Tells(heard, "60000000"));
        var change = heard.Last().EnumerateArray().Single(row => row.GetProperty("programme").GetString() == "nias");
        Assert.Equal(80_000_000, change.GetProperty("before").GetProperty("amount").GetInt64());
        Directory.Delete(folder.FullName, recursive: true);
    }

    /// <summary>
    /// Says facts until those of a company of Hong Kong are the last of which the applicant was told: a rule's news is
    /// compared with them.
    /// </summary>
    private static async Task TellFacts(HttpClient people, string id, ConcurrentQueue<JsonElement> heard)
    {
        var was = await people.Send("GET", $"/api/enterprises/{id}/applicant");
        var tag = was.IsSuccessStatusCode ? was.Headers.ETag!.Tag : null;
        await Eventually.Until(
            "the applicant is told of its facts",
            async () =>
            {
                heard.Clear();
                await Say(isIncorporated: true);
                if (await Hears("80000000"))
                    return true;
                // Of the first facts nothing is told, as there is nothing to compare them with; so others come between.
                await Say(isIncorporated: false);
                await Hears("nias");
                return false;
            }
        );

        async Task Say(bool isIncorporated)
        {
            var facts = JsonNode.Parse(Plant)!.AsObject();
            facts["strategicIndustry"] = "aiAndData";
            facts["incorporatedInHongKong"] = isIncorporated;
            var saved = await people
                .Send(
                    "PUT",
                    $"/api/enterprises/{id}/applicant",
                    $$"""{"facts":{{facts.ToJsonString()}},"tell":true}""",
                    tag
                )
                .Json();
            tag = $"\"{saved["version"]}\"";
        }

        async Task<bool> Hears(string part)
        {
            for (var looks = 0; looks < 100 && !Tells(heard, part); looks++)
                await Eventually.Pause(TimeSpan.FromMilliseconds(20));
            return Tells(heard, part);
        }
    }

    private static bool Tells(ConcurrentQueue<JsonElement> heard, string part) =>
        heard.Any(changes => changes.GetRawText().Contains(part, StringComparison.Ordinal));

    private static string Condition(JsonNode kept, string programme, string condition) =>
        (string)
            kept["assessment"]!["programmes"]!.AsArray().Single(row => (string)row!["id"]! == programme)!["conditions"]!
                .AsArray()
                .Single(row => (string)row!["id"]! == condition)!["outcome"]!;

    private async Task<(string Id, HttpClient People)> Landing(string industry)
    {
        using var officer = await site.As("officer");
        var id = (string)
            (
                await officer
                    .Send("POST", "/api/enterprises", $$"""{"name":{"en":"Lander"},"industry":"{{industry}}"}""")
                    .Json()
            )["id"]!;
        var (people, _, _) = await site.Newcomer($"\"role\":\"enterprise\",\"enterprise\":\"{id}\"");
        return (id, people);
    }

    private static async Task<HttpClient> As(WebProcess web, string email)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        var token = (string)
            (
                await http.Send(
                        "POST",
                        "/api/sign-in?token=true",
                        $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}"""
                    )
                    .Json()
            )["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
