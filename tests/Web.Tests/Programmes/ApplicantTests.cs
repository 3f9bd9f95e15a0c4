using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>An enterprise's facts, and who may follow what it may get by them.</summary>
public sealed class ApplicantTests(Site site)
{
    [Fact]
    public async Task Facts_are_kept_by_version_and_the_industry_follows_from_the_enterprise()
    {
        var (id, people) = await site.Landing("newEnergy");
        var path = $"/api/enterprises/{id}/applicant";
        Assert.Equal(404, await people.Send("GET", path).Status());
        using (var answer = await people.Send("PUT", path, Landings.Facts))
            Assert.Equal((201, "\"1\""), ((int)answer.StatusCode, answer.Headers.ETag?.Tag));
        Assert.Equal(412, await people.Send("PUT", path, """{"facts":{}}""").Status());
        Assert.Equal(
            2,
            (long)
                (await people.Send("PUT", path, $$"""{"facts":{{Landings.Plant}},"tell":true}""", "\"1\"").Json())[
                    "version"
                ]!
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
    public async Task Who_may_not_see_the_enterprise_cannot_watch_it()
    {
        var (id, _) = await site.Landing("other");
        await using var stranger = site.Hub(await site.Token("firm@sample"));
        await stranger.StartAsync();
        var refused = await Assert.ThrowsAsync<HubException>(() => stranger.InvokeAsync("WatchAssessment", id));
        Assert.Contains("notFound", refused.Message, StringComparison.Ordinal);
    }

    private static string Condition(JsonNode kept, string programme, string condition) =>
        (string)
            kept["assessment"]!["programmes"]!.AsArray().Single(row => (string)row!["id"]! == programme)!["conditions"]!
                .AsArray()
                .Single(row => (string)row!["id"]! == condition)!["outcome"]!;
}
