using MiniExcelLibs;

namespace Matchmaker.Web.Tests.Upgrades;

/// <summary>The office counts the firms of the district that let it, and nobody else learns that it does.</summary>
public sealed class DistrictTests(Site site)
{
    private const string Labour = "symptom:labour";

    [Fact]
    public async Task A_firm_counts_from_its_consent_to_its_end()
    {
        var officer = await site.As("officer");
        var (id, people) = await Firm();
        var upgrade = $"/api/firms/{id}/upgrade";
        await Keep(people, upgrade, Answers("{}"), null);
        Assert.DoesNotContain(id, await Names(officer, Labour));
        await Keep(people, upgrade, Answers("""{"planned":true}"""), 1);
        Assert.DoesNotContain(id, await Names(officer, Labour));
        await Keep(people, upgrade, Answers("""{"district":true}"""), 2);
        Assert.Contains(id, await Names(officer, Labour));
        // The office may end it, and not begin it.
        await Keep(officer, upgrade, Answers("{}"), 3);
        Assert.DoesNotContain(id, await Names(officer, Labour));
        Assert.Equal(403, await officer.Send("PUT", upgrade, Answers("""{"district":true}"""), "\"4\"").Status());
        Assert.DoesNotContain(id, await Names(officer, "firms"));
    }

    [Fact]
    public async Task The_sample_shows_something_of_each_figure_and_each_number_has_its_list()
    {
        var officer = await site.As("officer");
        var report = await officer.Send("GET", "/api/upgrades/district").Json();
        foreach (var part in new[] { "levels", "sectors", "buildings", "symptoms", "opens", "unused" })
        {
            Assert.Contains(report[part]!.AsArray(), figure => figure!["firms"] is not null);
            foreach (var figure in report[part]!.AsArray())
                Assert.True(figure!["firms"] is null || (int)figure["firms"]! >= 5);
        }

        // Elsewhere and the symptoms are many; one of each kind is compared with its list.
        foreach (var part in new[] { "levels", "buildings", "opens", "unused" })
            Assert.NotEmpty(await Names(officer, (string)report[part]![0]!["figure"]!));
        var withheld = report["symptoms"]!.AsArray().FirstOrDefault(figure => figure!["firms"] is null);
        if (withheld is not null)
            Assert.Empty(await Names(officer, (string)withheld["figure"]!));
    }

    [Theory]
    [InlineData("figure=gold:1", "figure")]
    [InlineData("", "figure")]
    [InlineData("figure=firms&limit=501", "limit")]
    public async Task What_is_no_figure_or_no_limit_is_refused(string query, string path)
    {
        using var answer = await (await site.As("officer")).Send("GET", $"/api/upgrades/district/firms?{query}");
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal([path], (await answer.Json())["errors"]!.AsObject().Select(error => error.Key));
    }

    [Theory]
    [InlineData("en", "Needs that a step would open", "Firms that take part")]
    [InlineData("zh-Hant", "步驟可帶來的需求", "參與統計的廠商")]
    [InlineData("zh-Hans", "步骤可带来的需求", "参与统计的厂商")]
    public async Task The_workbook_has_a_row_for_each_figure_in_the_language_asked_for(
        string language,
        string opens,
        string firms
    )
    {
        var officer = await site.As("officer");
        using var answer = await officer.Send("GET", $"/api/upgrades/district.xlsx?language={language}");
        using var book = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        var rows = book.Query()
            .Select(row => ((IDictionary<string, object?>)row).Values.Select(cell => $"{cell}").ToArray())
            .ToList();
        Assert.Contains(rows, row => row[0] == firms && row[4] == "firms" && int.Parse(row[2], null) >= 5);
        var steps = rows.Where(row => row[0] == opens).ToList();
        Assert.Equal(9, steps.Count);
        Assert.Contains(steps, row => int.TryParse(row[3], out var needs) && needs > 0);
        Assert.All(rows.Where(row => row[4].Contains(':')), row => Assert.NotEqual(row[4].Split(':')[1], row[1]));
        Assert.Equal(422, await officer.Send("GET", "/api/upgrades/district.xlsx?language=fr").Status());
    }

    private static string Answers(string consent) => $$"""{"answers":{"symptoms":["labour"]},"consent":{{consent}}}""";

    private static async Task<List<string>> Names(HttpClient http, string figure)
    {
        var page = await http.Send(
                "GET",
                $"/api/upgrades/district/firms?limit=500&figure={Uri.EscapeDataString(figure)}"
            )
            .Json();
        return [.. page["items"]!.AsArray().Select(item => (string)item!["id"]!)];
    }

    private static async Task Keep(HttpClient http, string path, string body, int? version)
    {
        using var answer = await http.Send("PUT", path, body, version is null ? null : $"\"{version}\"");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(string Id, HttpClient People)> Firm()
    {
        var id = $"w{Guid.NewGuid():N}";
        var officer = await site.As("officer");
        await Keep(officer, $"/api/firms/{id}", """{"public":true,"name":{"en":"Workshop"},"values":{}}""", null);
        var (people, _, _) = await site.Newcomer($"\"role\":\"firm\",\"firm\":\"{id}\"");
        return (id, people);
    }
}
