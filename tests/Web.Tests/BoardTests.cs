using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests;

/// <summary>Partners, research and opportunities through HTTP.</summary>
public sealed partial class BoardTests(Site site)
{
    private const string Lathe = "process/machining/cnc";
    private const string Press = "process/sheet-metal";

    [Fact]
    public async Task The_smallest_consortium_covers_the_bill_and_says_which_line_nobody_covers()
    {
        using var officer = await site.As("officer");
        var (party, one, other, demand) = (
            Asking.Fresh("party"),
            Asking.Fresh("works"),
            Asking.Fresh("works"),
            Asking.Fresh("demand")
        );
        var (a, b) = ($"{Lathe}/{one}", $"{Press}/{one}");
        await List(a, b, $"{Lathe}/nobody-{one}");
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Buyer"}""").Json();
        await officer
            .Send("PUT", $"/api/firms/{one}", $$"""{"public":true,"values":{"capabilities":["{{a}}"]} }""")
            .Json();
        await officer
            .Send("PUT", $"/api/firms/{other}", $$"""{"public":true,"values":{"capabilities":["{{b}}"]} }""")
            .Json();
        await officer.Send("PUT", $"/api/demands/{demand}", Bill(party, a, b)).Json();

        var report = await officer.Send("GET", $"/api/demands/{demand}/consortium").Json();

        Assert.Equal(
            new[] { one, other }.Order(StringComparer.Ordinal),
            report["firms"]!.AsArray().Select(id => (string)id!)
        );
        Assert.Equal(
            [(0, one), (1, other)],
            report["lines"]!.AsArray().Select(line => ((int)line!["criterion"]!, (string)line["by"]!))
        );
        Assert.True((bool)report["optimal"]!);
        Assert.Empty(report["uncovered"]!.AsArray());
        await officer.Send("PUT", $"/api/demands/{demand}", Bill(party, a, $"{Lathe}/nobody-{one}"), "\"1\"").Json();
        Assert.Equal(
            [1],
            (await officer.Send("GET", $"/api/demands/{demand}/consortium").Json())["uncovered"]!
                .AsArray()
                .Select(line => (int)line!)
        );
    }

    [Fact]
    public async Task One_search_finds_the_same_in_three_languages_and_two_systems_of_units()
    {
        using var http = await site.As("officer");
        var found = new List<string>();
        foreach (
            var text in new[]
            {
                "150磅樓底14呎三相200A 觀塘",
                "7.2 kPa 4.27 m 200 A three-phase Kwun Tong",
                "观塘 150磅 楼底14呎 三相200A",
            }
        )
        {
            var boards = (await http.Send("GET", $"/api/search?top=100&q={Uri.EscapeDataString(text)}").Json())[
                "boards"
            ]!.AsArray();
            Assert.Equal(
                ["sites", "partners", "research", "opportunities"],
                boards.Select(board => (string)board!["board"]!)
            );
            // Without what other tests make meanwhile; where nothing has all that was asked, such a record can also
            // change which are nearest.
            found.Add(
                string.Join(
                    ',',
                    boards
                        .Where(board => board!["leftOut"] is not JsonArray { Count: > 0 })
                        .SelectMany(board => board!["matches"]!.AsArray().Select(match => (string)match!["id"]!))
                        .Where(id => !Fresh().IsMatch(id))
                )
            );
        }

        Assert.Contains('/', found[0]);
        Assert.Single(found.Distinct());
    }

    [Fact]
    public async Task A_search_without_a_question_finds_nothing_and_breaks_nothing()
    {
        using var http = await site.As("anonymous");
        foreach (var text in new[] { "", "   ", "%00", "'; DROP TABLE record --", new string('龍', 600) })
            Assert.Equal(200, await http.Send("GET", $"/api/search?q={Uri.EscapeDataString(text)}").Status());
        Assert.Equal(422, await http.Send("GET", "/api/search?q=x&top=0").Status());
    }

    [Fact]
    public async Task An_edited_taxonomy_comes_back_with_its_tag_and_can_be_put_as_it_was_got()
    {
        using var admin = await site.As("admin");
        var list = await admin.Send("GET", "/api/taxonomies/equipment").Json();
        var tag = $"\"{(int)list["version"]!}\"";
        list["terms"]!
            .AsArray()
            .Add(
                System.Text.Json.Nodes.JsonNode.Parse(
                    $$"""{"code":"{{Asking.Fresh("kit")}}","label":{"en":"Kit","zhHant":"儀器","zhHans":"仪器"},"synonyms":[],"industries":[]}"""
                )
            );

        Assert.Equal(200, await admin.Send("PUT", "/api/taxonomies/equipment", list.ToJsonString(), tag).Status());
        Assert.Equal(412, await admin.Send("PUT", "/api/taxonomies/equipment", list.ToJsonString(), tag).Status());
        Assert.Equal(
            422,
            await admin
                .Send("PUT", "/api/taxonomies/equipment", """{"terms":[]}""", $"\"{(int)list["version"]! + 1}\"")
                .Status()
        );
    }

    private async Task List(params string[] codes)
    {
        using var admin = await site.As("admin");
        var list = await admin.Send("GET", "/api/taxonomies/capabilities").Json();
        foreach (var code in codes)
        {
            list["terms"]!
                .AsArray()
                .Add(
                    System.Text.Json.Nodes.JsonNode.Parse(
                        $$"""{"code":"{{code}}","label":{"en":"{{code}}","zhHant":"{{code}}","zhHans":"{{code}}"},"synonyms":[],"industries":[]}"""
                    )
                );
        }

        var tag = $"\"{(int)list["version"]!}\"";
        await admin.Send("PUT", "/api/taxonomies/capabilities", list.ToJsonString(), tag).Json();
    }

    [System.Text.RegularExpressions.GeneratedRegex("-[0-9a-f]{32}")]
    private static partial System.Text.RegularExpressions.Regex Fresh();

    private static string Bill(string party, params string[] codes) =>
        $$"""{"board":"partners","owner":"enterprises/{{party}}","criteria":[{{string.Join(',', codes.Select(code => $$"""{"attribute":"capabilities","op":"covers","value":"{{code}}"}"""))}}]}""";
}
