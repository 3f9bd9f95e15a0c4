using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Uploads;

/// <summary>Imports in steps: found, matched, tried, mended, done.</summary>
public sealed class UploadTests(Site site)
{
    [Fact]
    public async Task A_file_is_found_matched_by_hand_tried_mended_and_imported()
    {
        using var officer = await site.As("officer");
        var building = Asking.Fresh("upload");
        await officer.Send("PUT", $"/api/buildings/{building}", "{}").Json();
        var file = $"Ref;Property;Size (sq ft);Gossip\ns1;{building};12000;loud\ns2;{building};vast;\n";

        var upload = await Upload(officer, file);
        var found = upload["found"]!;
        Assert.Equal(
            ("csv", ";", "UTF-8", 1),
            (
                (string?)found["file"]!["format"],
                (string?)found["file"]!["separator"],
                (string?)found["file"]!["encoding"],
                (int)found["file"]!["headerRow"]!
            )
        );
        Assert.Equal("spaces", (string?)found["kind"]);
        Assert.Equal(
            ["id", "building_id", "area", null],
            found["columns"]!.AsArray().Select(column => (string?)column!["ours"])
        );
        Assert.Equal(2, found["first"]!.AsArray().Count);

        var unmatched = await officer.Send("POST", $"{Path(upload)}/import", """{"kind":"spaces"}""");
        Assert.Equal(422, (int)unmatched.StatusCode);
        Assert.NotNull((await unmatched.Json())["errors"]!["Gossip"]);

        var trial = await Import(officer, upload, """{"kind":"spaces","dryRun":true,"columns":{"Gossip":null}}""");
        Assert.Equal(
            (1, "vast"),
            ((int)trial["report"]!["created"]!, (string?)trial["report"]!["rejected"]![0]!["value"])
        );
        Assert.Equal(404, await officer.Send("GET", $"/api/buildings/{building}/spaces/s1").Status());
        using var answer = await officer.Send("GET", $"{Path(upload)}/rejected");
        var rejected = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Ref,Property,Size (sq ft),Gossip,reasons", rejected, StringComparison.Ordinal);
        Assert.Contains($"s2,{building},vast,,area:", rejected, StringComparison.Ordinal);

        var run = await Import(
            officer,
            upload,
            """{"kind":"spaces","columns":{"Gossip":null},"cells":{"3":{"Size (sq ft)":"8000"}}}"""
        );
        Assert.Equal(("done", 2, 2), ((string?)run["state"], (int)run["done"]!, (int)run["report"]!["created"]!));
        var space = await officer.Send("GET", $"/api/buildings/{building}/spaces/s2").Json();
        Assert.Equal(743, (int)space["values"]!["area"]!);

        var next = await Upload(officer, file);
        Assert.True((bool)next["found"]!["columns"]![3]!["remembered"]!);
        Assert.Equal(204, await officer.Send("DELETE", Path(next)).Status());
        Assert.Equal(404, await officer.Send("GET", Path(next)).Status());
    }

    [Fact]
    public async Task An_owner_imports_into_own_buildings_and_no_others()
    {
        using var officer = await site.As("officer");
        using var owner = await site.As("owner");
        var (own, other) = (Asking.Fresh("own"), Asking.Fresh("other"));
        var party = (string?)(await owner.Send("GET", "/api/me").Json())["owner"];
        await officer.Send("PUT", $"/api/buildings/{own}", $$"""{"owner":"owners/{{party}}"}""").Json();
        await officer.Send("PUT", $"/api/buildings/{other}", """{"public":true}""").Json();

        var upload = await Upload(owner, $"id,building_id,area\ns1,{own},100\ns2,{other},100\ns3,nowhere,100\n");
        var run = await Import(owner, upload, """{"kind":"spaces"}""");

        Assert.Equal((1, 2), ((int)run["report"]!["created"]!, run["report"]!["rejected"]!.AsArray().Count));
        Assert.Equal(403, await owner.Send("POST", $"{Path(upload)}/import", """{"kind":"firms"}""").Status());
    }

    [Fact]
    public async Task A_firm_imports_what_it_makes_without_knowing_its_id_and_no_other_firm()
    {
        using var firm = await site.As("firm");
        var own = (string)(await firm.Send("GET", "/api/me").Json())["firm"]!;
        var before = (await firm.Send("GET", $"/api/firms/{own}").Json())["values"]!["machineHours"];
        var hours = 1 + ((int?)before ?? 0);

        var upload = await Upload(firm, $"公司名稱,可用機時\n,{hours}\n");
        var run = await Import(firm, upload, """{"kind":"firms"}""");
        var other = await Upload(firm, "id,machineHours\nsomebody-else,7\n");
        var refused = await Import(firm, other, """{"kind":"firms"}""");

        Assert.Equal(1, (int)run["report"]!["updated"]!);
        var after = (await firm.Send("GET", $"/api/firms/{own}").Json())["values"]!;
        Assert.Equal(hours, (int)after["machineHours"]!);
        Assert.Equal("somebody-else", (string?)Assert.Single(refused["report"]!["rejected"]!.AsArray())!["value"]);
        Assert.Equal(403, await firm.Send("POST", $"{Path(upload)}/import", """{"kind":"spaces"}""").Status());
    }

    [Fact]
    public async Task Another_account_finds_no_trace_of_a_file()
    {
        using var owner = await site.As("owner");
        using var officer = await site.As("officer");
        var upload = await Upload(owner, "id,building_id\ns1,b1\n");
        var missing = $"/api/uploads/{new string('0', 32)}";

        foreach (var (method, tail, body) in Calls)
        {
            using var hidden = await officer.Send(method, Path(upload) + tail, body);
            using var none = await officer.Send(method, missing + tail, body);
            Assert.Equal((404, 404), ((int)hidden.StatusCode, (int)none.StatusCode));
        }

        Assert.Equal(200, await owner.Send("GET", Path(upload)).Status());
    }

    [Fact]
    public async Task Only_a_stopped_import_goes_on()
    {
        using var officer = await site.As("officer");
        var upload = await Upload(officer, "id,name_en\nx,X\n");

        Assert.Equal(409, await officer.Send("POST", $"{Path(upload)}/resume").Status());
    }

    private static readonly (string Method, string Tail, string? Body)[] Calls =
    [
        ("GET", "", null),
        ("POST", "/import", """{"kind":"spaces"}"""),
        ("POST", "/resume", null),
        ("GET", "/rejected", null),
        ("DELETE", "", null),
    ];

    private static string Path(JsonNode upload) => $"/api/uploads/{(string?)upload["id"]}";

    private static async Task<JsonObject> Upload(HttpClient http, string csv)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await http.PostAsync("/api/uploads", body).Json();
    }

    // An import runs on after its call: each look takes a call, so that a few hundred are more than enough.
    private static async Task<JsonNode> Import(HttpClient http, JsonNode upload, string asked)
    {
        await http.Send("POST", $"{Path(upload)}/import", asked).Json();
        for (var i = 0; i < 2_000; i++)
        {
            var job = (await http.Send("GET", Path(upload)).Json())["job"]!;
            if ((string?)job["state"] != "running")
                return job;
        }

        throw new InvalidOperationException("The import does not end.");
    }
}
