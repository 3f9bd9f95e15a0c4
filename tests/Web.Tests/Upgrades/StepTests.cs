using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>Versions of the table of steps, over HTTP.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task An_admin_publishes_a_version_and_everybody_reads_the_steps_of_the_day()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-steps");
        await using var web = await WebProcess
            .Run($"Data Source={Path.Combine(folder.FullName, "web.db")}", ["--sample", "20", "--no-history"])
            .Ready();
        using var admin = await web.As("admin@sample");
        using var firm = await web.As("firm@sample");
        var list = await firm.Send("GET", "/api/upgrade-steps").Json();
        Assert.Equal((0, 20, 0), Counted(list));
        var rows = (await admin.Send("GET", "/api/steps/0").Json())["rows"]!.AsArray();
        var gone = rows.Single(row => (string)row!["id"]! == "gmp")!;
        rows.Remove(gone);
        var added = rows[0]!.DeepClone();
        added["id"] = "humanoid-robots";
        added["name"] = new JsonObject
        {
            ["en"] = "Humanoid robots",
            ["zhHant"] = "人形機械人",
            ["zhHans"] = "人形机器人",
        };
        added["costLow"] = 900_000;
        added["costHigh"] = 2_000_000;
        rows.Add(added);
        var from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var body = new JsonObject
        {
            ["from"] = $"{from:yyyy-MM-dd}",
            ["rows"] = rows.DeepClone(),
            ["note"] = "Robots",
        };

        var preview = await admin.Send("POST", "/api/steps/preview", body.ToJsonString()).Json();
        Assert.Equal($"{from:yyyy-MM-dd}", (string)preview["on"]!);
        Assert.Equal(412, await admin.Send("POST", "/api/steps", body.ToJsonString()).Status());
        using (var published = await admin.Send("POST", "/api/steps", body.ToJsonString(), "\"0\""))
        {
            Assert.Equal((201, "\"1\""), ((int)published.StatusCode, published.Headers.ETag?.Tag));
            var version = (await published.Json())["version"]!;
            Assert.Equal((1, 0, 1), ((int)version["added"]!, (int)version["changed"]!, (int)version["removed"]!));
        }

        list = await firm.Send("GET", "/api/upgrade-steps").Json();
        Assert.Equal((1, 20, 1), Counted(list));
        Assert.Equal("gmp", (string)list["withdrawn"]![0]!["id"]!);
        Assert.Equal(
            (0, 20, 0),
            Counted(await firm.Send("GET", $"/api/upgrade-steps?on={from.AddDays(-1):yyyy-MM-dd}").Json())
        );
        // Search speaks of what is offered.
        Assert.Contains("humanoid-robots", await Topics("人形機械人"));
        Assert.DoesNotContain("gmp", await Topics("GMP"));
        using (var file = await admin.Send("GET", "/api/steps/1.csv"))
        {
            var lines = (await file.Content.ReadAsStringAsync()).Split('\n');
            Assert.StartsWith("id,en,zh_hant,zh_hans,dimension,symptoms,level_from", lines[0].TrimStart('\uFEFF'));
            Assert.Contains(
                lines,
                line => line.StartsWith("humanoid-robots,Humanoid robots,", StringComparison.Ordinal)
            );
        }

        body["rows"]![3]!["costLow"] = 99_999_999_999;
        body["rows"]![4]!["builders"] = new JsonArray("magic");
        using var wrong = await admin.Send("POST", "/api/steps", body.ToJsonString(), "\"1\"");
        Assert.Equal(422, (int)wrong.StatusCode);
        Assert.Equal(
            ["rows[3].costHigh", "rows[4].builders[0]"],
            (await wrong.Json())["errors"]!.AsObject().Select(error => error.Key)
        );
        Directory.Delete(folder.FullName, recursive: true);

        async Task<IEnumerable<string>> Topics(string text)
        {
            using var answer = await firm.Send("GET", $"/api/topics?q={Uri.EscapeDataString(text)}");
            return JsonNode
                .Parse(await answer.Content.ReadAsStringAsync())!
                .AsArray()
                .Select(topic => (string)topic!["id"]!);
        }
    }

    private static (int Version, int Steps, int Withdrawn) Counted(JsonNode list) =>
        ((int)list["version"]!, list["steps"]!.AsArray().Count, list["withdrawn"]!.AsArray().Count);
}
