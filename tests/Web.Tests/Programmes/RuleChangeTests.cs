using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>A changed rule on its way to an applicant's page.</summary>
public sealed class RuleChangeTests
{
    [Fact]
    public async Task A_rule_changed_by_an_admin_reaches_applicants_who_asked_for_notifications()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-rules");
        await using var web = await WebProcess
            .Run($"Data Source={Path.Combine(folder.FullName, "web.db")}", ["--sample", "20", "--no-history"])
            .Ready();
        using var admin = await web.As("admin@sample");
        await using var enterprise = await Following.Start(web, "enterprise");
        await using var firm = await Following.Start(web, "firm");
        Following[] applicants = [enterprise, firm];

        var rule = await admin.Send("GET", "/api/programmes/nias").Json();
        rule["versions"]!.AsArray()[^1]!["cap"] = 60_000_000;
        var preview = await admin
            .Send("POST", "/api/programmes/nias/preview", $$"""{"versions":{{rule["versions"]!.ToJsonString()}}}""")
            .Json();
        foreach (var applicant in applicants)
            Assert.Contains(
                preview["changed"]!.AsArray(),
                row => (string?)row![applicant.Role] == applicant.Id && row.AsObject().Count == 3
            );
        var saved = await admin.Send("PUT", "/api/programmes/nias", rule.ToJsonString(), "\"0\"").Json();
        Assert.Equal(1, (long)saved["version"]!);
        foreach (var applicant in applicants)
        {
            var kept = await applicant.People.Send("GET", $"{applicant.Path}/assessment").Json();
            Assert.Equal(60_000_000, (long)kept["assessment"]!["package"]!["total"]!);
            await Eventually.Until("the rule's news comes", () => Tells(applicant.Heard, "60000000"));
            var change = applicant
                .Heard.Last()
                .EnumerateArray()
                .Single(row => row.GetProperty("programme").GetString() == "nias");
            Assert.Equal(80_000_000, change.GetProperty("before").GetProperty("amount").GetInt64());
        }

        await A_window_that_closes_soon_reaches_a_firm_with_a_planned_step(admin, firm);
        Directory.Delete(folder.FullName, recursive: true);
    }

    private static async Task A_window_that_closes_soon_reaches_a_firm_with_a_planned_step(
        HttpClient admin,
        Following firm
    )
    {
        Assert.Empty((await firm.People.Send("GET", $"{firm.Path}/upgrade/news").Json())["items"]!.AsArray());
        var path = await firm.People.Send("GET", $"{firm.Path}/upgrade/path").Json();
        var today = DateOnly.Parse((string)path["on"]!, CultureInfo.InvariantCulture);
        var rule = await admin.Send("GET", "/api/programmes/nifs").Json();
        rule["versions"]!.AsArray()[^1]!["to"] = $"{today.AddDays(20):yyyy-MM-dd}";
        await admin.Send("PUT", "/api/programmes/nifs", rule.ToJsonString(), "\"0\"").Json();
        var was = await firm.People.Send("GET", $"{firm.Path}/upgrade");
        await firm
            .People.Send(
                "PUT",
                $"{firm.Path}/upgrade",
                $$"""
                {"tell":true,
                 "steps":[{"step":"automated-line","start":"{{today:yyyy-MM-dd}}","cost":30000000}]}
                """,
                was.IsSuccessStatusCode ? was.Headers.ETag!.Tag : null
            )
            .Json();
        await Eventually.Until("the closing window is told", () => Tells(firm.Paths, "automated-line"));
        var told = (await firm.People.Send("GET", $"{firm.Path}/upgrade/news").Json())["items"]!.AsArray();
        var window = Assert.Single(Assert.Single(told)!["closing"]!.AsArray())!;
        Assert.Equal("nifs", (string)window["programme"]!);
        Assert.Equal($"{today.AddDays(20):yyyy-MM-dd}", (string)window["lastDay"]!);
        Assert.True(JsonNode.DeepEquals(told[0], JsonNode.Parse(firm.Paths.Single().GetRawText())));
    }

    /// <summary>
    /// Puts facts until those of a company of Hong Kong are the last of which the applicant was told: a rule's news is
    /// compared with them.
    /// </summary>
    private static async Task TellFacts(HttpClient people, string path, ConcurrentQueue<JsonElement> heard)
    {
        var was = await people.Send("GET", $"{path}/applicant");
        var tag = was.IsSuccessStatusCode ? was.Headers.ETag!.Tag : null;
        await Eventually.Until(
            "the applicant is told of its facts",
            async () =>
            {
                heard.Clear();
                await PutFacts(isIncorporated: true);
                if (await Hears("80000000"))
                    return true;
                // The first facts raise no message, with none before them to compare. Others come between.
                await PutFacts(isIncorporated: false);
                await Hears("nias");
                return false;
            }
        );

        async Task PutFacts(bool isIncorporated)
        {
            var facts = JsonNode.Parse(Landings.Plant)!.AsObject();
            facts["strategicIndustry"] = "aiAndData";
            facts["incorporatedInHongKong"] = isIncorporated;
            var saved = await people
                .Send("PUT", $"{path}/applicant", $$"""{"facts":{{facts.ToJsonString()}},"tell":true}""", tag)
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

    /// <summary>One of a sample party's people, who watches what it may get and has kept its facts.</summary>
    private sealed class Following(string role, string id, HttpClient people, HubConnection hub) : IAsyncDisposable
    {
        public string Role => role;

        public string Id => id;

        public string Path => $"/api/{role}s/{id}";

        public HttpClient People => people;

        public ConcurrentQueue<JsonElement> Heard { get; } = new();

        /// <summary>The news of the path that it keeps.</summary>
        public ConcurrentQueue<JsonElement> Paths { get; } = new();

        public static async Task<Following> Start(WebProcess web, string role)
        {
            var people = await web.As($"{role}@sample");
            var id = (string)(await people.Send("GET", "/api/me").Json())[role]!;
            var hub = new HubConnectionBuilder()
                .WithUrl(
                    new Uri(web.Address, "/live"),
                    options =>
                        options.AccessTokenProvider = () =>
                            Task.FromResult(people.DefaultRequestHeaders.Authorization!.Parameter)
                )
                .Build();
            var following = new Following(role, id, people, hub);
            var applicant = role == "firm" ? $"firms/{id}" : id;
            hub.On<string, JsonElement>(
                "Assessment",
                (about, changes) =>
                {
                    if (about == applicant)
                        following.Heard.Enqueue(changes.Clone());
                }
            );
            hub.On<string, JsonElement>(
                "Upgrade",
                (about, news) =>
                {
                    if (about == applicant)
                        following.Paths.Enqueue(news.Clone());
                }
            );
            await hub.StartAsync(TestContext.Current.CancellationToken);
            await hub.InvokeAsync("WatchAssessment", applicant, TestContext.Current.CancellationToken);
            await TellFacts(people, following.Path, following.Heard);
            return following;
        }

        public async ValueTask DisposeAsync()
        {
            await hub.DisposeAsync();
            people.Dispose();
        }
    }
}
