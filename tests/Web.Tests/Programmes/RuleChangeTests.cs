using System.Collections.Concurrent;
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
        using var people = await web.As("enterprise@sample");
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
    /// Puts facts until those of a company of Hong Kong are the last of which the applicant was told: a rule's news is
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
}
