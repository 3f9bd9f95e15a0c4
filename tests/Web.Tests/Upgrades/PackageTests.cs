using MiniExcelLibs;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>The kept path, where it could be taken and what it rests on, as one document and as a workbook.</summary>
public sealed class PackageTests(Site site)
{
    private const string Plan = """
        {"answers":{"level":1},
         "steps":[{"step":"automated-line","start":"2027-01-01","cost":30000000},{"step":"iso-9001"}]}
        """;

    [Fact]
    public async Task A_package_says_the_same_as_the_path_and_the_places()
    {
        var (id, people) = await Workshop();
        var empty = await people.Send("GET", $"/api/firms/{id}/package").Json();
        Assert.Empty(empty["steps"]!.AsArray());
        Assert.Null(empty["places"]);
        await people.Send("PUT", $"/api/firms/{id}/upgrade", Plan).Json();
        var path = await people.Send("GET", $"/api/firms/{id}/upgrade/path?on=2026-11-30").Json();
        var places = await people
            .Send("POST", $"/api/firms/{id}/upgrade/alternatives", """{"on":"2026-11-30"}""")
            .Json();

        var package = await people.Send("GET", $"/api/firms/{id}/package?on=2026-11-30").Json();

        Assert.Equal(path["totals"]!.ToJsonString(), package["path"]!["totals"]!.ToJsonString());
        Assert.Equal(path["steps"]!.ToJsonString(), package["path"]!["steps"]!.ToJsonString());
        Assert.Equal(places.ToJsonString(), package["places"]!.ToJsonString());
        Assert.Equal(["automated-line", "iso-9001"], package["steps"]!.AsArray().Select(step => (string)step!["id"]!));
        Assert.Equal(["nias", "nifs"], package["programmes"]!.AsArray().Select(each => (string)each!["id"]!).Order());
        var offered = path["steps"]![0]!["programmes"]!
            .AsArray()
            .Select(offer => (string)offer!["source"]!)
            .ToHashSet();
        Assert.Equal(offered, package["sources"]!.AsArray().Select(source => (string)source!["code"]!).ToHashSet());
    }

    [Theory]
    [InlineData("en", "Stay and refit", "The firm’s building is not recorded", "unknown")]
    [InlineData("zh-Hant", "留在現址改裝", "未有廠商所在大廈的記錄", "未知")]
    [InlineData("zh-Hans", "留在现址改造", "没有厂商所在大厦的记录", "未知")]
    public async Task The_workbook_has_a_sheet_with_the_places_and_says_what_is_unknown(
        string language,
        string stay,
        string unknown,
        string rent
    )
    {
        var (id, people) = await Workshop();
        await people.Send("PUT", $"/api/firms/{id}/upgrade", Plan).Json();
        var needs = """{"on":"2026-11-30","needs":{"area":300,"monthlyRent":90000,"floorLoading":7.5}}""";
        var places = await people.Send("POST", $"/api/firms/{id}/upgrade/alternatives", needs).Json();
        var asked = $"on=2026-11-30&language={language}&area=300&monthlyRent=90000&floorLoading=7.5";

        var rows = await Sheet(people, $"/api/firms/{id}/upgrade/path.xlsx?{asked}", "places");

        Assert.Contains(rows, row => row[0] == stay && row[3].StartsWith(unknown, StringComparison.Ordinal));
        foreach (var campus in places["campuses"]!.AsArray())
        {
            var rent1 = rows.Single(row =>
                row[1] == Name(campus!, language) && row[6].Contains(language is "en" ? "a month" : "／月")
            );
            Assert.StartsWith(rent, rent1[3], StringComparison.Ordinal);
            Assert.Contains(rows, row => row[1] == Name(campus!, language) && row[7] == (string?)campus!["source"]);
            // What the machines need stands beside what is there.
            Assert.Contains(rows, row => row[1] == Name(campus!, language) && row[4] == "7.5");
        }

        Assert.NotEmpty(places["campuses"]!.AsArray());
        var sources = await Sheet(people, $"/api/firms/{id}/package.xlsx?on=2026-11-30&language={language}", "sources");
        Assert.Contains(sources, row => row[1] == "3000000" && row[3].StartsWith("NIFS", StringComparison.Ordinal));
        Assert.Equal(422, await people.Send("GET", $"/api/firms/{id}/upgrade/path.xlsx?area=big").Status());
        Assert.Equal(422, await people.Send("GET", $"/api/firms/{id}/upgrade/path.xlsx?area=0.001").Status());
        Assert.Equal(422, await people.Send("GET", $"/api/firms/{id}/upgrade/path.xlsx?monthlyRent=1.5").Status());
    }

    private static string Name(System.Text.Json.Nodes.JsonNode place, string language)
    {
        var name = place["name"]!;
        var text =
            name is System.Text.Json.Nodes.JsonValue
                ? (string)name!
                : (string)
                    (
                        name[
                            language switch
                            {
                                "zh-Hant" => "zhHant",
                                "zh-Hans" => "zhHans",
                                _ => "en",
                            }
                        ]
                        ?? name["en"]
                    )!;
        return (bool?)place["sample"] is true
            ? $"{text} ({(language is "en" ? "sample" : language is "zh-Hant" ? "示例" : "示例")})"
            : text;
    }

    private static async Task<List<string[]>> Sheet(HttpClient http, string path, string sheet)
    {
        using var answer = await http.Send("GET", path);
        Assert.Equal(200, (int)answer.StatusCode);
        using var book = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        return
        [
            .. book.Query(sheetName: sheet)
                .Select(row => ((IDictionary<string, object?>)row).Values.Select(cell => $"{cell}").ToArray()),
        ];
    }

    private async Task<(string Id, HttpClient People)> Workshop() => await UpgradeTests.Workshop(site);
}
