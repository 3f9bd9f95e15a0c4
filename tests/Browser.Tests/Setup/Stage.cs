using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>An owner's vacant space, and an enterprise's standing demand in whose list it stands on top.</summary>
public sealed class Stage(HttpClient owner, string space, string demand)
{
    public string Space => space;

    public string Demand => demand;

    public string Building => space.Split('/')[0];

    private string Path => $"/api/buildings/{Building}/spaces/{space.Split('/')[1]}";

    public static async Task<Stage> Set(Site site)
    {
        var owner = await site.Client("owner@sample");
        var me = await owner.GetFromJsonAsync<JsonElement>("/api/me");
        var party = $"owners/{me.GetProperty("owner").GetString()}";
        var building = (await owner.GetFromJsonAsync<JsonElement>("/api/buildings?limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .First(node =>
                node.TryGetProperty("owner", out var of)
                && of.GetString() == party
                && node.GetProperty("public").GetBoolean()
                && node.TryGetProperty("values", out var values)
                && values.TryGetProperty("location", out _)
            );
        var id = $"{building.GetProperty("id").GetString()}/stage-{Guid.NewGuid():N}";
        var stage = new Stage(
            owner,
            id,
            await MakeDemand(site, building.GetProperty("values").GetProperty("location"))
        );
        await stage.Change(space =>
        {
            space["public"] = true;
            space["unit"] = "12A";
            space["values"] = new JsonObject
            {
                ["area"] = 500,
                ["rent"] = 120,
                ["floor"] = 3,
            };
        });
        return stage;
    }

    /// <summary>Changes the space as its owner would in another window.</summary>
    /// <returns>The moment at which the change was sent.</returns>
    public async Task<DateTimeOffset> Change(Action<JsonObject> change)
    {
        using var found = await owner.GetAsync(Path);
        var space = found.IsSuccessStatusCode ? (await found.Content.ReadFromJsonAsync<JsonObject>())! : [];
        change(space);
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(space) };
        if (space["version"] is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        var sent = TimeProvider.System.GetUtcNow();
        using var answer = await owner.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return sent;
    }

    public Task<DateTimeOffset> SetRent(decimal rent) => Change(space => space["values"]!["rent"] = rent);

    // The list begins with the nearest places, so a space of this building comes first.
    private static async Task<string> MakeDemand(Site site, JsonElement location)
    {
        using var enterprise = await site.Client("enterprise@sample");
        using var answer = await enterprise.PostAsJsonAsync(
            "/api/demands",
            new
            {
                board = "sites",
                name = "Stage",
                notifyAbove = 0,
                criteria = new object[]
                {
                    new
                    {
                        attribute = "location",
                        op = "within",
                        strength = "prefer",
                        weight = 10,
                        of = location,
                        limit = 3000,
                        ideal = 0,
                    },
                    new
                    {
                        attribute = "area",
                        op = "between",
                        min = 500,
                        max = 500,
                    },
                    new
                    {
                        attribute = "rent",
                        op = "atMost",
                        strength = "prefer",
                        limit = 6000,
                        ideal = 0,
                    },
                },
            }
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
