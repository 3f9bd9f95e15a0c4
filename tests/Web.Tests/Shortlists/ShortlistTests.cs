using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Matchmaker.Web.Tests.Shortlists;

/// <summary>Shortlists over HTTP: kept by a demand, changed as every record, worked out and looked at again.</summary>
public sealed class ShortlistTests(Site site)
{
    [Fact]
    public async Task What_a_demand_is_shown_is_kept_replayed_and_compared_with_now()
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        using var stranger = await site.As("firm");
        var building = await Vacant(officer, "s1", "s2");
        var demand = await Demand(http);

        using var made = await http.Send(
            "POST",
            $"/api/demands/{demand}/shortlists",
            $$"""{"name":"For the board","items":["{{building}}/s2","{{building}}/s1"]}"""
        );
        var kept = await made.Json();
        var path = $"/api/shortlists/{kept["id"]}";

        Assert.Equal((201, "\"1\"", path), ((int)made.StatusCode, $"{made.Headers.ETag}", $"{made.Headers.Location}"));
        Assert.Equal("enterprises/e1", (string)kept["owner"]!);
        Assert.Equal([$"{building}/s2", $"{building}/s1"], Items(kept["items"]!));
        Assert.Equal("met", (string)kept["shown"]!["items"]![0]!["match"]!["parts"]![0]!["outcome"]!);
        Assert.Matches("^[0-9a-f]{64}$", (string)kept["hash"]!);
        Assert.Equal(404, await stranger.Send("GET", path).Status());
        Assert.Equal(404, await stranger.Send("GET", $"{path}/replay").Status());
        var listed = (await http.Send("GET", $"/api/demands/{demand}/shortlists").Json())["items"]!.AsArray();
        Assert.Null(Assert.Single(listed)!["shown"]);

        // What GET answered may be sent back.
        var body = await http.Send("GET", path).Json();
        body["items"]![0]!["note"] = "Near the ramp";
        Assert.Equal(412, await http.Send("PUT", path, body.ToJsonString(), "\"7\"").Status());
        Assert.Equal(412, await http.Send("PUT", path, body.ToJsonString()).Status());
        var changed = await http.Send("PUT", path, body.ToJsonString(), "\"1\"").Json();
        Assert.Equal(("Near the ramp", 2), ((string)changed["items"]![0]!["note"]!, (int)changed["version"]!));

        await officer.Send("PUT", $"/api/buildings/{building}/spaces/s1", Space(90), "\"1\"").Json();
        Assert.Equal(
            204,
            await officer.Send("DELETE", $"/api/buildings/{building}/spaces/s2", ifMatch: "\"1\"").Status()
        );
        var replay = await officer.Send("GET", $"{path}/replay").Json();
        Assert.Equal((true, (string)kept["hash"]!), ((bool)replay["same"]!, (string)replay["hash"]!));
        var since = (await http.Send("GET", $"{path}/since").Json())["items"]!;
        Assert.True((bool)since[0]!["gone"]!);
        Assert.Equal("nearMiss", (string)since[1]!["now"]!["verdict"]!);
        var change = Assert.Single(since[1]!["changes"]!.AsArray())!;
        Assert.Equal(("area", 300, 90), ((string)change["attribute"]!, (int)change["before"]!, (int)change["after"]!));

        Assert.Equal(204, await http.Send("DELETE", path, ifMatch: "\"2\"").Status());
        Assert.Equal(404, await http.Send("GET", path).Status());
    }

    [Theory]
    [InlineData("""{"items":[]}""", "items")]
    [InlineData("""{"items":["no/where"]}""", "items[0]")]
    [InlineData("""{"items":["é/\u0000"]}""", "items[0]")]
    [InlineData("""{"items":[null]}""", "items[0]")]
    [InlineData("""{"items":["a/b"],"demand":"d"}""", "demand")]
    public async Task What_breaks_a_rule_is_named(string body, string path)
    {
        using var http = await site.As("enterprise");
        using var answer = await http.Send("POST", $"/api/demands/{await Demand(http)}/shortlists", body);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]![path]);
    }

    [Theory]
    [InlineData("en", "Floor area", "met", "m²", "Survey")]
    [InlineData("zh-Hant", "樓面面積", "符合", "平方米", "Survey")]
    [InlineData("zh-Hans", "楼面面积", "符合", "平方米", "Survey")]
    public async Task A_workbook_has_each_fact_with_its_source_and_day(
        string language,
        string label,
        string met,
        string unit,
        string source
    )
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        var building = await Vacant(officer, "s1");
        var kept = await http.Send(
                "POST",
                "/api/shortlists",
                $$"""{"demand":"{{await Demand(http)}}","items":[{"item":"{{building}}/s1","note":"=1+1"}]}"""
            )
            .Json();

        var rows = await Rows(http, $"/api/shortlists/{kept["id"]}.xlsx?language={language}");

        Assert.Equal(10, rows[0].Length);
        var area = Assert.Single(rows, row => row[2].StartsWith(label, StringComparison.Ordinal));
        Assert.Equal(["250", "300", unit, met, "100", "=Agent", "2026-11-20"], area[3..]);
        var headroom = Assert.Single(rows, row => row[4] == "4");
        Assert.Equal(["", source, "2026-11-20"], headroom[7..]);
        Assert.Contains(rows, row => row[4] == "=1+1");
        Assert.Equal(422, await http.Send("GET", $"/api/shortlists/{kept["id"]}.xlsx?language=fr").Status());
    }

    [Fact]
    public async Task Adjacent_spaces_are_kept_together_and_stand_in_the_workbook_with_each_of_them()
    {
        using var http = await site.As("enterprise");
        using var officer = await site.As("officer");
        var building = await Vacant(officer);
        foreach (var position in (int[])[1, 2])
            await officer
                .Send(
                    "PUT",
                    $"/api/buildings/{building}/spaces/s{position}",
                    $$"""{"public":true,"unit":"8{{position}}","position":{{position}},"verifiedOn":"2026-11-20","values":{"area":15{{position}},"floor":8} }"""
                )
                .Json();
        var demand = (string)
            (
                await http.Send(
                        "POST",
                        "/api/demands",
                        """{"board":"sites","name":"Line","combine":2,"criteria":[{"attribute":"area","op":"atLeast","limit":250,"strength":"must"}]}"""
                    )
                    .Json()
            )["id"]!;
        var run = $"{building}/s1+{building}/s2";
        Assert.Contains(
            (await http.Send("GET", $"/api/demands/{demand}/matches?top=500").Json())["matches"]!.AsArray(),
            match => (string)match!["id"]! == run
        );

        using var made = await http.Send("POST", $"/api/demands/{demand}/shortlists", $$"""{"items":["{{run}}"]}""");
        var kept = await made.Json();

        Assert.Equal(201, (int)made.StatusCode);
        var item = kept["shown"]!["items"]![0]!;
        Assert.Equal(("81 + 82", 303), ((string)item["unit"]!, (int)item["values"]!["area"]!));
        Assert.Equal([$"{building}/s1", $"{building}/s2"], Items(item["members"]!));
        var rows = await Rows(http, $"/api/shortlists/{kept["id"]}.xlsx?language=en");
        string[] areas = [.. rows.Where(row => row[2] == "Floor area").Select(row => $"{row[0]} {row[4]}")];
        Assert.Equal(["Kept Tower 81 + 82 303", "Kept Tower 81 + 82: 81 151", "Kept Tower 81 + 82: 82 152"], areas);
        Assert.True((bool)(await http.Send("GET", $"/api/shortlists/{kept["id"]}/replay").Json())["same"]!);
    }

    /// <summary>The cells of a workbook's only sheet as text, which no cell of it evaluates.</summary>
    private static async Task<List<string[]>> Rows(HttpClient http, string path)
    {
        using var book = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(path)));
        var entry = book.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        using var stream = entry.Open();
        var sheet = XDocument.Load(stream);
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Assert.Empty(sheet.Descendants(ns + "f"));
        return
        [
            .. sheet.Descendants(ns + "row").Select(row => row.Elements(ns + "c").Select(cell => cell.Value).ToArray()),
        ];
    }

    internal static async Task<string> Vacant(HttpClient officer, params string[] spaces)
    {
        var building = Asking.Fresh("kept");
        await officer
            .Send(
                "PUT",
                $"/api/buildings/{building}",
                """{"name":{"en":"Kept Tower"},"public":true,"verifiedOn":"2026-11-20","source":"Survey","values":{"headroom":4}}"""
            )
            .Json();
        foreach (var space in spaces)
            await officer.Send("PUT", $"/api/buildings/{building}/spaces/{space}", Space(300)).Json();
        return building;
    }

    internal static string Space(int area) =>
        $$"""{"public":true,"unit":"A","verifiedOn":"2026-11-20","source":"=Agent","values":{"area":{{area}}} }""";

    internal static async Task<string> Demand(HttpClient http) =>
        (string)
            (
                await http.Send(
                        "POST",
                        "/api/demands",
                        """{"board":"sites","name":"Line","criteria":[{"attribute":"area","op":"atLeast","limit":250,"strength":"must"}]}"""
                    )
                    .Json()
            )["id"]!;

    private static IEnumerable<string> Items(JsonNode items) => items.AsArray().Select(item => (string)item!["item"]!);
}
