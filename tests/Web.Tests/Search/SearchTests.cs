using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.Search;

/// <summary>The one search, from outside.</summary>
public sealed partial class SearchTests(Site site)
{
    [Theory]
    [InlineData("no dangerous goods", "sites", "dangerousGoodsStore is false")]
    [InlineData("沒有危險品倉 觀塘", "sites", "district anyOf kwunTong, dangerousGoodsStore is false")]
    [InlineData(
        "CNC -ISO 9001",
        "partners",
        "capabilities covers process/machining/cnc, not certifications covers iso-9001"
    )]
    [InlineData("-食品廠", "sites", "not uses allows foodFactory")]
    [InlineData("InnoHK", "research", "platform anyOf healthInnoHK|airInnoHK")]
    public async Task A_text_asks_for_what_it_means_and_never_for_its_opposite(string text, string board, string asked)
    {
        using var officer = await site.As("officer");
        var found = (await Ask(officer, text)).On(board);

        Assert.Equal(
            asked,
            string.Join(
                ", ",
                found["criteria"]!
                    .AsArray()
                    .Select(Written)
                    .Concat(found["excluded"]!.AsArray().Select(criterion => $"not {Written(criterion)}"))
            )
        );
        Assert.NotEmpty(found["matches"]!.AsArray());
    }

    [Fact]
    public async Task What_is_denied_is_not_among_what_is_found()
    {
        using var officer = await site.As("officer");
        var certified = Ids((await Ask(officer, "ISO 9001")).On("partners"));
        var others = Ids((await Ask(officer, "not ISO 9001")).On("partners"));

        Assert.NotEmpty(certified);
        Assert.NotEmpty(others);
        Assert.Empty(certified.Intersect(others));
    }

    [Theory]
    [InlineData("ISO 9001", "ISO 9001:2015", "iso9001", "ISO-9001")]
    [InlineData("ISO 13485", "ISO 13485:2016", "iso13485", "iso-13485")]
    [InlineData("IATF 16949", "IATF 16949:2016", "IATF16949", "iatf-16949")]
    public async Task All_ways_to_write_a_standard_find_the_same_partners(string text, params string[] ways)
    {
        using var officer = await site.As("officer");
        var expected = Ids((await Ask(officer, text)).On("partners"));

        Assert.NotEmpty(expected);
        foreach (var way in ways)
            Assert.Equal(expected, Ids((await Ask(officer, way)).On("partners")));
    }

    [Fact]
    public async Task Every_record_is_found_first_by_its_name_in_each_script()
    {
        using var officer = await site.As("officer");
        var missed = new List<string>();
        Assert.InRange((await All(officer, "firms")).Count, 100, int.MaxValue);
        foreach (var (board, collection) in new[] { ("partners", "firms"), ("research", "centres") })
        {
            // A centre that is over is on no board.
            foreach (var record in (await All(officer, collection)).Where(record => record["validTo"] is null))
            {
                foreach (var name in record.Names())
                {
                    var first = (await Ask(officer, name, top: 1)).On(board)["matches"]!.AsArray().FirstOrDefault();
                    // Two firms may have one name.
                    if (first is null || !await IsNamed(officer, collection, (string)first["id"]!, name))
                        missed.Add($"{record["id"]} {name}");
                }
            }
        }

        Assert.Equal("", string.Join(", ", missed));
    }

    [Theory]
    [InlineData("HKRITA", "hkrita")]
    [InlineData("lscm", "lscm")]
    public async Task A_centre_is_found_first_by_its_short_name(string text, string centre)
    {
        using var anonymous = await site.As("anonymous");
        Assert.Equal(centre, Ids((await Ask(anonymous, text)).On("research"))[0]);
    }

    [Fact]
    public async Task Every_building_is_found_first_by_its_name_in_each_script_where_it_has_a_space()
    {
        using var officer = await site.As("officer");
        var vacant = (await All(officer, "spaces"))
            .Where(space => (string?)space["status"] == "vacant")
            .Select(space => ((string)space["id"]!).Split('/')[0])
            .ToHashSet();
        var missed = new List<string>();
        foreach (
            var building in (await All(officer, "buildings")).Where(building =>
                vacant.Contains((string)building["id"]!)
            )
        )
        {
            foreach (var name in building.Names())
            {
                var first = (await Ask(officer, name, top: 1)).On("sites")["matches"]!.AsArray().FirstOrDefault();
                if (first is null || !await IsNamed(officer, "buildings", ((string)first["id"]!).Split('/')[0], name))
                    missed.Add($"{building["id"]} {name}");
            }
        }

        Assert.Equal("", string.Join(", ", missed));
    }

    [Fact]
    public async Task A_space_is_found_first_by_its_buildings_name_whatever_else_the_words_mean_and_only_by_who_may_see_it()
    {
        using var officer = await site.As("officer");
        using var anonymous = await site.As("anonymous");
        var (building, hidden) = (Asking.Fresh("godown"), Asking.Fresh("godown"));
        const string Name = """{"en":"Fuk Wing Industrial Building","zhHant":"福榮工業大廈"}""";
        foreach (var (id, isPublic) in new[] { (building, "true"), (hidden, "false") })
        {
            await officer
                .Send("PUT", $"/api/buildings/{id}", $$"""{"name":{{Name}},"public":{{isPublic}},"values":{} }""")
                .Json();
            await officer
                .Send(
                    "PUT",
                    $"/api/buildings/{id}/spaces/s1",
                    """{"public":true,"status":"vacant","values":{"kind":"godown"}}"""
                )
                .Json();
        }

        foreach (
            var text in new[]
            {
                "Fuk Wing Industrial Building",
                "fuk wing ind. bldg",
                "Fuk Wing Industrial",
                "福荣工业大厦",
                "福榮工業",
            }
        )
        {
            var answer = await Ask(anonymous, text);
            Assert.Equal($"{building}/s1", (string)answer.On("sites")["matches"]![0]!["id"]!);
            Assert.Equal([$"{building}/s1"], Named(answer));
            Assert.DoesNotContain(hidden, answer.ToJsonString());
            Assert.Equal(
                new[] { $"{building}/s1", $"{hidden}/s1" }.Order(StringComparer.Ordinal),
                Named(await Ask(officer, text))
            );
        }

        foreach (var id in new[] { building, hidden })
            await officer.Send("DELETE", $"/api/buildings/{id}", ifMatch: "\"1\"").Status();
    }

    [Fact]
    public async Task Where_nothing_has_everything_the_answer_has_the_most_and_says_what_was_left_out()
    {
        using var anonymous = await site.As("anonymous");
        const string Text = "CNC 150 psf Kwun Tong zyzzyva";
        var answer = await Ask(anonymous, Text);
        var sites = answer.On("sites");

        Assert.True((int)sites["count"]! > 0);
        Assert.Equal(["cnc", "zyzzyva"], sites["leftOut"]!.AsArray().Select(term => (string)term!["text"]!));
        Assert.All(
            sites["leftOut"]!.AsArray(),
            term => Assert.Equal(Ids(sites), term!["matches"]!.AsArray().Select(id => (string)id!))
        );
        Assert.DoesNotContain(sites["matches"]!.AsArray(), match => (string)match!["verdict"]! == "rejected");
    }

    [Fact]
    public async Task Each_term_says_where_its_words_stand_and_what_they_mean_on_each_board()
    {
        using var officer = await site.As("officer");
        const string Text = "㎡ ＣＮＣ 樓底 觀塘 14呎, no 煤氣 zyzzyva not 500 m2";
        var terms = (await Ask(officer, Text))["terms"]!.AsArray();

        Assert.Equal(
            [
                "ＣＮＣ: partners capabilities, research technologies, opportunities needs",
                "樓底+14呎: sites headroom",
                "觀塘: sites district, partners district, opportunities district",
                "no+煤氣: sites gas",
                "zyzzyva: searched",
                "not+500 m2: nothing",
            ],
            terms
                .Where(term => (string)term!["text"]! != "m2")
                .Select(term =>
                    string.Join(
                        '+',
                        term!["from"]!.AsArray().Select(range => Text[(int)range!["start"]!..(int)range["end"]!])
                    )
                    + ": "
                    + (
                        (bool)term["understood"]!
                            ? string.Join(
                                ", ",
                                term["meanings"]!
                                    .AsArray()
                                    .Select(meaning => $"{meaning!["board"]} {meaning["criterion"]!["attribute"]}")
                            )
                        : (bool)term["searched"]! ? "searched"
                        : "nothing"
                    )
                )
        );
    }

    private static async Task<JsonObject> Ask(HttpClient http, string text, int top = 100) =>
        await http.Send("GET", $"/api/search?top={top}&q={Uri.EscapeDataString(text)}").Json();

    // Those that the system itself brings: other tests name theirs as they need.
    private static async Task<List<JsonObject>> All(HttpClient http, string collection)
    {
        var (all, after) = (new List<JsonObject>(), "");
        do
        {
            var page = await http.Send("GET", $"/api/{collection}?limit=500{after}").Json();
            all.AddRange(
                page["items"]!
                    .AsArray()
                    .Select(item => item!.AsObject())
                    .Where(record => !OfTests().IsMatch((string)record["id"]!))
            );
            after = page["next"] is { } next ? $"&after={Uri.EscapeDataString((string)next!)}" : "";
        } while (after.Length > 0);

        return all;
    }

    private static async Task<bool> IsNamed(HttpClient http, string collection, string id, string name) =>
        (await http.Send("GET", $"/api/{collection}/{id}").Json())
            .Names()
            .Contains(name, StringComparer.OrdinalIgnoreCase);

    private static List<string> Ids(JsonNode board) =>
        [.. board["matches"]!.AsArray().Select(match => (string)match!["id"]!)];

    private static IEnumerable<string> Named(JsonObject answer) =>
        answer.On("sites")["named"]!.AsArray().Select(id => (string)id!);

    private static string Written(JsonNode? criterion) =>
        $"{criterion!["attribute"]} {criterion["op"]} {(criterion["values"] is JsonArray codes ? string.Join('|', codes.Select(code => (string)code!)) : criterion["value"]?.ToJsonString().Trim('"'))}";

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.CultureInvariant)]
    private static partial Regex OfTests();
}
