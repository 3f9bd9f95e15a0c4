using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>A party's facts, and who may follow what it may get by them.</summary>
public sealed class ApplicantTests(Site site)
{
    [Theory]
    [InlineData("enterprises")]
    [InlineData("firms")]
    public async Task Facts_are_kept_by_version_and_the_industry_follows_from_the_party(string collection)
    {
        var (id, people) = await site.Applying(collection, "newEnergy");
        var path = $"/api/{collection}/{id}/applicant";
        Assert.Equal(404, await people.Send("GET", path).Status());
        using (var answer = await people.Send("PUT", path, Landings.Facts))
            Assert.Equal(
                (201, "\"1\"", path),
                ((int)answer.StatusCode, answer.Headers.ETag?.Tag, answer.Headers.Location?.ToString())
            );
        Assert.Equal(412, await people.Send("PUT", path, """{"facts":{}}""").Status());
        Assert.Equal(
            2,
            (long)
                (await people.Send("PUT", path, $$"""{"facts":{{Landings.Plant}},"tell":true}""", "\"1\"").Json())[
                    "version"
                ]!
        );
        var own = await people.Send("GET", path).Json();
        Assert.True((bool)own["tell"]!);
        // What was answered may be sent back as it is, by the office too; another's id may not.
        using var officer = await site.As("officer");
        Assert.Equal(200, await officer.Send("PUT", path, own.ToJsonString(), "\"2\"").Status());
        own["id"] = $"{own["id"]}x";
        Assert.Equal(422, await people.Send("PUT", path, own.ToJsonString(), "\"2\"").Status());

        var kept = await people.Send("GET", $"/api/{collection}/{id}/assessment?on=2026-11-25").Json();
        Assert.Equal("advancedManufacturingNewEnergy", (string)kept["facts"]!["strategicIndustry"]!);
        Assert.Null(kept["applicant"]!["facts"]!["strategicIndustry"]);
        Assert.Equal(80_000_000, (long)kept["assessment"]!["package"]!["total"]!);
        Assert.Equal(422, await people.Send("GET", $"/api/{collection}/{id}/assessment?on=soon").Status());
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
                await people.Send("GET", $"/api/{collection}/{id}/assessment").Json(),
                "nias",
                "incorporatedInHongKong"
            )
        );
    }

    [Theory]
    [InlineData("enterprises")]
    [InlineData("firms")]
    public async Task Only_its_own_people_and_the_office_know_what_a_party_keeps_and_may_watch_it(string collection)
    {
        var (id, people) = await site.Applying(collection, "robotics");
        var path = $"/api/{collection}/{id}";
        await people.Send("PUT", $"{path}/applicant", Landings.Facts).Json();
        var applicant = collection == "firms" ? $"firms/{id}" : id;
        foreach (var who in new[] { "enterprise", "firm", "owner" })
        {
            using var stranger = await site.As(who);
            // A public firm is listed for strangers; that tells them nothing of what it may get.
            if (who != "owner")
                Assert.Equal(collection == "firms" ? 200 : 404, await stranger.Send("GET", path).Status());
            foreach (var part in new[] { "applicant", "assessment" })
                Assert.Equal(404, await stranger.Send("GET", $"{path}/{part}").Status());
            if (who != "owner")
                foreach (var method in new[] { "PUT", "DELETE" })
                    Assert.Equal(
                        404,
                        await stranger.Send(method, $"{path}/applicant", Landings.Facts, "\"1\"").Status()
                    );
            await using var hub = site.Hub(await site.Token($"{who}@sample"));
            await hub.StartAsync(TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("WatchAssessment", applicant));
            Assert.Contains("notFound", refused.Message, StringComparison.Ordinal);
        }

        await using var office = site.Hub(await site.Token("officer@sample"));
        await office.StartAsync(TestContext.Current.CancellationToken);
        await office.InvokeAsync("WatchAssessment", applicant, TestContext.Current.CancellationToken);
        // An applicant has one name on the hub.
        var unknown = await Assert.ThrowsAsync<HubException>(() =>
            office.InvokeAsync("WatchAssessment", $"enterprises/{id}")
        );
        Assert.Contains("notFound", unknown.Message, StringComparison.Ordinal);
    }

    private static string Condition(JsonNode kept, string programme, string condition) =>
        (string)
            kept["assessment"]!["programmes"]!.AsArray().Single(row => (string)row!["id"]! == programme)!["conditions"]!
                .AsArray()
                .Single(row => (string)row!["id"]! == condition)!["outcome"]!;
}
