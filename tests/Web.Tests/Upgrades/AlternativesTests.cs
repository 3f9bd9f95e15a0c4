using System.Globalization;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>A firm sees where its steps could be taken: where it is, nearby, or in an InnoPark.</summary>
public sealed class AlternativesTests(Site site)
{
    private static int _workshops;

    private const string Step = "\"steps\":[{\"step\":\"automated-line\"}]";

    [Fact]
    public async Task A_firm_compares_staying_with_units_nearby_by_both_numbers()
    {
        var (firm, building, people) = await Workshop();
        var officer = await site.As("officer");
        const string enough = "\"area\":400,\"rent\":100,\"managementFee\":20,\"floorLoading\":10,\"power\":300";
        await Put(officer, $"/api/buildings/{building}/spaces/up", Space(enough));
        await Put(
            officer,
            $"/api/buildings/{building}/spaces/small",
            Space(enough.Replace(":400", ":200", StringComparison.Ordinal))
        );
        await Put(
            officer,
            $"/api/buildings/{building}/spaces/weak",
            Space(enough.Replace(":10,", ":3,", StringComparison.Ordinal))
        );
        await Put(officer, $"/api/buildings/{building}/spaces/secret", Space(enough, isPublic: false));
        await Put(officer, $"/api/buildings/{building}/spaces/let", Space(enough, status: "let"));

        // Of a building without a place nobody knows whether it is near.
        var nowhere = $"n{Guid.NewGuid():N}";
        await Put(officer, $"/api/buildings/{nowhere}", """{"public":true,"values":{"uses":{"production":"fits"}}}""");
        await Put(officer, $"/api/buildings/{nowhere}/spaces/up", Space(enough));

        var found = await Ask(people, firm, $$"""{"needs":{"floorLoading":7.5,"monthlyRent":30000},{{Step}} }""");
        Assert.Equal(320, (decimal)found["area"]!);
        var stay = found["stay"]!;
        Assert.Equal((building, false), ((string)stay["id"]!, stay["monthlyRent"] is not null));
        Assert.Equal(("not", 7.5m, 5m), Fact(stay, "floorLoading"));
        Assert.Equal(("toCheck", null, 60m), Fact(stay, "power"));

        // Units of other buildings around are invented with the sample; these stand at one place of their own.
        Assert.Equal(1, (int)found["near"]!);
        var near = Assert.Single(found["nearby"]!.AsArray())!;
        Assert.Equal(
            ($"{building}/up", 400m, 48_000L),
            ((string)near["id"]!, (decimal)near["area"]!, (long)near["monthlyRent"]!)
        );
        Assert.Equal(("carries", 7.5m, 10m), Fact(near, "floorLoading"));
        Assert.Equal(0, (int)near["walk"]!);
        Assert.Equal("fits", (string)near["production"]!);
        Assert.Contains(found["criteria"]!.AsArray(), each => (string)each!["attribute"]! == "area");

        // The office sees what is not public; what is stated is not kept.
        var seen = await Ask(officer, firm, $$"""{"needs":{"floorLoading":7.5},{{Step}} }""");
        Assert.Equal(2, (int)seen["near"]!);
        Assert.Equal(404, await people.Send("GET", $"/api/firms/{firm}/upgrade").Status());
    }

    [Fact]
    public async Task An_InnoPark_says_whom_it_admits_and_who_says_so()
    {
        var (firm, _, people) = await Workshop();
        var officer = await site.As("officer");
        var park = $"p{Guid.NewGuid():N}";
        foreach (var (id, isPublic) in new[] { (park, "true"), ($"{park}x", "false") })
            await Put(
                officer,
                $"/api/buildings/{id}",
                $$"""
                {"public":{{isPublic}},"name":{"en":"Hall"},"address":{"en":"Tai Po InnoPark"},"source":"Operator's page",
                 "values":{"admission":{"robotics":"needsPermission"},"floorLoading":15} }
                """
            );
        var found = await Ask(people, firm, $$"""{"needs":{"floorLoading":7.5},{{Step}} }""");
        Assert.Equal(["robotics"], found["industries"]!.AsArray().Select(each => (string)each!));
        var campuses = found["campuses"]!.AsArray();
        Assert.DoesNotContain(campuses, each => (string)each!["id"]! == $"{park}x");
        var campus = campuses.Single(each => (string)each!["id"]! == park)!;
        Assert.Equal(("needsPermission", "Operator's page"), ((string)campus["admission"]!, (string)campus["source"]!));
        Assert.Equal(("carries", 7.5m, 15m), Fact(campus, "floorLoading"));
        foreach (var unknown in new[] { "monthlyRent", "area", "walk", "production" })
            Assert.Null(campus[unknown]);
    }

    [Fact]
    public async Task Kept_steps_are_asked_for_where_none_are_given_and_an_unknown_place_finds_nothing_nearby()
    {
        var firm = $"w{Guid.NewGuid():N}";
        var officer = await site.As("officer");
        await Put(officer, $"/api/firms/{firm}", """{"public":true,"name":{"en":"Nowhere"}}""");
        await Put(officer, $"/api/firms/{firm}/upgrade", $$"""{ {{Step}} }""");
        var found = await Ask(officer, firm, "{}");
        Assert.Null(found["stay"]);
        Assert.Null(found["near"]);
        Assert.Empty(found["nearby"]!.AsArray());
        Assert.All(
            found["campuses"]!.AsArray(),
            campus => Assert.Equal("automated-line", (string)campus!["steps"]![0]!["step"]!)
        );
    }

    [Theory]
    [InlineData("""{"needs":{"headroom":51}}""", "needs.headroom")]
    [InlineData("""{"needs":{"monthlyRent":-1}}""", "needs.monthlyRent")]
    [InlineData("""{"needs":{"gold":1}}""", "needs.gold")]
    [InlineData("""{"steps":[{"step":"gold"}]}""", "steps[0].step")]
    [InlineData("""{"on":"soon"}""", "on")]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string body, string path)
    {
        using var answer = await (await site.As("officer")).Send("POST", "/api/firms/f3/upgrade/alternatives", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(path, (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
    }

    private static (string Outcome, decimal? Needed, decimal? Actual) Fact(JsonNode place, string attribute)
    {
        var fact = place["steps"]![0]!["facts"]!.AsArray().Single(each => (string)each!["attribute"]! == attribute)!;
        return ((string)fact["outcome"]!, (decimal?)fact["needed"], (decimal?)fact["actual"]);
    }

    private static Task<JsonObject> Ask(HttpClient http, string firm, string body) =>
        http.Send("POST", $"/api/firms/{firm}/upgrade/alternatives", body).Json();

    private static string Space(string values, bool isPublic = true, string status = "vacant") =>
        $$"""
            {"public":{{(isPublic ? "true" : "false")}},"unit":"7A","status":"{{status}}",
             "values":{ {{values}} } }
            """;

    private static async Task Put(HttpClient http, string path, string body)
    {
        using var answer = await http.Send("PUT", path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A firm of robots in a building of its own, far from all others, and one of its people.</summary>
    private async Task<(string Firm, string Building, HttpClient People)> Workshop()
    {
        var (firm, building) = ($"w{Guid.NewGuid():N}", $"b{Guid.NewGuid():N}");
        var officer = await site.As("officer");
        // In the sea, two kilometres from each other.
        var lat = (22.11 + 0.02 * Interlocked.Increment(ref _workshops)).ToString("F5", CultureInfo.InvariantCulture);
        await Put(
            officer,
            $"/api/buildings/{building}",
            $$"""
            {"public":true,"name":{"en":"Far Tower"},
             "values":{"location":{"lat":{{lat}},"lon":113.82},"floorLoading":5,"power":60,"uses":{"production":"fits"} } }
            """
        );
        await Put(
            officer,
            $"/api/firms/{firm}",
            $$"""
            {"public":true,"name":{"en":"Robots"},"buildingId":"{{building}}",
             "values":{"workshopArea":320,"industries":["strategic/robotics"]} }
            """
        );
        var (people, _, _) = await site.Newcomer($"\"role\":\"firm\",\"firm\":\"{firm}\"");
        return (firm, building, people);
    }
}
