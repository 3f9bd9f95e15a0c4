using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests;

/// <summary>Versions of the table of gates, over HTTP.</summary>
public sealed class GateTests
{
    [Fact]
    public async Task An_admin_looks_first_publishes_once_and_everybody_reads_the_new_rule()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-gates");
        await using var web = await WebProcess
            .Run($"Data Source={Path.Combine(folder.FullName, "web.db")}", ["--sample", "20", "--no-history"])
            .Ready();
        using var admin = await web.As("admin@sample");
        using var people = await web.As("enterprise@sample");
        await admin
            .Send(
                "PUT",
                "/api/buildings/gated",
                """{"public":true,"values":{"zone":"OU(B)","leaseUser":"industrial"}}"""
            )
            .Json();
        await admin.Send("PUT", "/api/buildings/gated/spaces/s1", """{"public":true,"values":{"area":100}}""").Json();
        string today;
        using (var list = await admin.Send("GET", "/api/gates"))
        {
            Assert.Equal("\"0\"", list.Headers.ETag?.Tag);
            Assert.Equal(42, (int)(await list.Json())["items"]![0]!["rows"]!);
            today = (string)(await people.Send("GET", "/api/buildings/gated/spaces/s1/uses").Json())["asOf"]!;
        }

        Assert.Equal("needsPermission", (string)(await Office(people))["verdict"]!);
        var rows = (await admin.Send("GET", "/api/gates/0").Json())["rows"]!.AsArray();
        var row = rows.Single(row =>
            ((string)row!["gate"]!, (string)row["key"]!, (string)row["use"]!) == ("lease", "industrial", "office")
        )!;
        row["verdict"] = "fits";
        row["source"] = "Practice Note 1/2027";
        row["note"] = "=HYPERLINK(1)";
        var body = new JsonObject
        {
            ["from"] = today,
            ["rows"] = rows.DeepClone(),
            ["note"] = "Offices",
        };

        var preview = await admin.Send("POST", "/api/gates/preview", body.ToJsonString()).Json();
        var counted = preview["verdicts"]!.AsArray().Single(count => (string)count!["use"]! == "office")!;
        Assert.Equal(("needsPermission", "fits"), ((string)counted["before"]!, (string)counted["after"]!));
        Assert.Contains(preview["spaces"]!.AsArray(), space => (string)space!["space"]! == "gated/s1");
        Assert.Equal(412, await admin.Send("POST", "/api/gates", body.ToJsonString()).Status());
        using (var published = await admin.Send("POST", "/api/gates", body.ToJsonString(), "\"0\""))
        {
            Assert.Equal((201, "\"1\""), ((int)published.StatusCode, published.Headers.ETag?.Tag));
            Assert.Equal("/api/gates/1", published.Headers.Location?.OriginalString);
            var version = (await published.Json())["version"]!;
            Assert.Equal(("admin@sample", 1), ((string)version["by"]!, (int)version["changed"]!));
        }

        Assert.Equal(412, await admin.Send("POST", "/api/gates", body.ToJsonString(), "\"0\"").Status());
        using (var file = await admin.Send("GET", "/api/gates/1.csv"))
        {
            Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
            Assert.Equal("gates-1.csv", file.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
            var text = await file.Content.ReadAsStringAsync();
            Assert.StartsWith("gate,key,use,verdict,from,to,condition,source,note", text.TrimStart('\uFEFF'));
            var written = Assert.Single(
                text.Split('\n'),
                line => line.StartsWith("lease,industrial,office,fits,", StringComparison.Ordinal)
            );
            // A spreadsheet runs no remark.
            Assert.EndsWith(",Practice Note 1/2027,'=HYPERLINK(1)", written.TrimEnd());
        }

        Assert.Equal(404, await admin.Send("GET", "/api/gates/7.csv").Status());
        var office = await Office(people);
        Assert.Equal("fits", (string)office["verdict"]!);
        Assert.Equal("Practice Note 1/2027", (string)office["gates"]![1]!["source"]!);
        Assert.DoesNotContain("admin@sample", office.ToJsonString(), StringComparison.Ordinal);
        var difference = (await admin.Send("GET", "/api/gates/1").Json())["differences"]!.AsArray().Single()!;
        Assert.Equal("needsPermission", (string)difference["before"]!["verdict"]!);
        Assert.Equal(row.ToJsonString(), difference["after"]!.ToJsonString());

        body["rows"]![3]!["key"] = "Kwun Tong";
        body["rows"]![4]!["verdict"] = "perhaps";
        using var wrong = await admin.Send("POST", "/api/gates", body.ToJsonString(), "\"1\"");
        Assert.Equal(422, (int)wrong.StatusCode);
        body["rows"]![4]!["verdict"] = "fits";
        using var unknown = await admin.Send("POST", "/api/gates", body.ToJsonString(), "\"1\"");
        Assert.Equal(422, (int)unknown.StatusCode);
        Assert.Equal(["rows[3].key"], (await unknown.Json())["errors"]!.AsObject().Select(error => error.Key));
        Directory.Delete(folder.FullName, recursive: true);
    }

    private static async Task<JsonNode> Office(HttpClient http) =>
        (await http.Send("GET", "/api/buildings/gated/spaces/s1/uses").Json())["uses"]!
            .AsArray()
            .Single(use => (string)use!["use"]! == "office")!;
}
