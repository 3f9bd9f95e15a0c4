using System.Globalization;
using System.Text;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>A building floor by floor: what its units are told apart by, and who makes things upstairs.</summary>
public sealed class StackTests(Site site, ITestOutputHelper output)
{
    // So large is no space of the sample.
    private const int Large = 40_000;

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    [Screen("sc", 1440)]
    public async Task A_plan_shows_match_vacancy_lease_ends_law_and_suppliers(string language, int width)
    {
        using var officer = await site.Client("officer@sample");
        var (building, firm) = await Building(officer);
        await Put(officer, $"firms/{firm}", Firm(building, "Unit 2, 9/F"));
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync($"/{language}/brief?sites=area_atLeast_l{Large - 500}&tab=sites");
        await page.Locator($".match-row[data-id=\"{building}/vacant\"] .match-open").ClickAsync();
        var detail = page.Locator(".detail");
        await detail.GetByRole(AriaRole.Tab, new() { Name = words["detail.stack"] }).ClickAsync();
        var (legend, unit) = (detail.Locator(".stack-legend"), detail.Locator(".stack-unit"));

        await Expect(unit).ToHaveCountAsync(4);
        await Expect(detail.Locator(".stack-edge")).ToHaveCountAsync(1);
        await Expect(detail.Locator(".stack-suppliers li")).ToContainTextAsync("Precision Works");
        await Expect(legend).ToContainTextAsync(words["stack.numbers"]);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        var by = detail.GetByLabel(words["stack.by.label"]);
        await by.SelectOptionAsync("vacancy");
        await Expect(legend).ToContainTextAsync(words["status.vacant"]);
        await Expect(legend).ToContainTextAsync(words["status.let"]);
        await by.SelectOptionAsync("leaseEnd");
        foreach (var freeing in (string[])["now", "soon", "later", "unstated"])
            await Expect(legend).ToContainTextAsync(words[$"stack.freeing.{freeing}"]);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        await by.SelectOptionAsync("law");
        await detail.GetByLabel(words["stack.use"], new() { Exact = true }).SelectOptionAsync("storage");
        await Expect(legend).ToContainTextAsync(words["use.doesNotFit"]);
        await Expect(detail.Locator(".use-doesNotFit + text")).ToHaveTextAsync("✕");
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        // Keys walk the units, and say what each is.
        await unit.First.FocusAsync();
        var facts = detail.Locator(".stack-facts");
        await Expect(facts).ToHaveTextAsync((await unit.First.GetAttributeAsync("aria-label"))!);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(unit.Nth(1)).ToBeFocusedAsync();
        await Expect(facts).ToContainTextAsync(words["use.doesNotFit"]);

        // What changes shows itself.
        await Put(officer, $"firms/{firm}", Firm(building, "Unit 2, 3/F"), 1);
        await Put(officer, $"buildings/{building}/spaces/more", Space(4, 1, "vacant", null));
        var soon = new LocatorAssertionsToHaveCountOptions { Timeout = 40_000 };
        await Expect(unit).ToHaveCountAsync(5, soon);
        await Expect(detail.Locator(".stack-supplier[data-facts*='3']")).ToHaveCountAsync(1, soon);
    }

    [Fact]
    public async Task Forty_floors_of_thirty_units_are_drawn_at_once()
    {
        using var officer = await site.Client("officer@sample");
        var building = $"tall-{Guid.NewGuid():N}";
        await Put(officer, $"buildings/{building}", new { name = new { en = "Tall Tower" }, @public = true });
        var file = new StringBuilder("id,building_id,unit,position,status,public,area,floor\n");
        for (var at = 0; at < 1_200; at++)
            file.Append(
                CultureInfo.InvariantCulture,
                $"u{at},{building},{at % 30 + 1},{at % 30 + 1},{(at % 3 == 0 ? "vacant" : "let")},yes,{20 + (at * 7 % 90)},{at / 30}\n"
            );
        using var body = new StringContent(file.ToString(), Encoding.UTF8, "text/csv");
        using var answer = await officer.PostAsync("/api/imports/spaces", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var (words, page) = (Words.Of("en"), await site.Open());
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync($"/en/buildings/{building}");
        await Expect(page.Locator(".stack-unit")).ToHaveCountAsync(1_200);

        // From the press to the frame after it, the least of five on a machine that does other work too.
        var milliseconds = await page.EvaluateAsync<double>(
            """
            async () => {
              const button = document.querySelector('.stack-tools button')
              const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
              let least = Infinity
              for (let round = 0; round < 5; round++) {
                button.click()
                await frame()
                await frame()
                const start = performance.now()
                button.click()
                await frame()
                least = Math.min(least, performance.now() - start)
              }
              return least
            }
            """
        );

        await Expect(page.Locator(".stack-unit")).ToHaveCountAsync(1_200);
        output.WriteLine($"1 200 units: {milliseconds:0} ms");
        Bounds.AtMost(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(milliseconds), "A plan of 1 200 units");
    }

    /// <summary>A building of its own, and an id for a firm in it.</summary>
    private static async Task<(string Building, string Firm)> Building(HttpClient officer)
    {
        var building = $"stack-{Guid.NewGuid():N}";
        await Put(
            officer,
            $"buildings/{building}",
            new
            {
                name = new { en = "Stack Tower", zhHant = "疊層大廈" },
                @public = true,
                values = new { location = Location, district = "kwunTong" },
            }
        );
        await Put(officer, $"buildings/{building}/spaces/vacant", Space(6, 1, "vacant", null, Large));
        await Put(officer, $"buildings/{building}/spaces/let", Space(5, 1, "let", null, 20_000, "doesNotFit"));
        await Put(officer, $"buildings/{building}/spaces/soon", Space(5, 2, "let", Today.AddDays(90)));
        await Put(officer, $"buildings/{building}/spaces/later", Space(5, 3, "let", Today.AddDays(900)));
        return (building, $"stack-{Guid.NewGuid():N}");
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    private static object Location => new { lat = 22.3118, lon = 114.2244 };

    private static object Firm(string building, string floor) =>
        new
        {
            name = "Precision Works",
            address = new { en = $"{floor}, 1 Example Road" },
            buildingId = building,
            @public = true,
            values = new { location = Location },
        };

    private static object Space(
        int floor,
        int position,
        string status,
        DateOnly? from,
        int area = 900,
        string? storage = null
    )
    {
        var values = new Dictionary<string, object> { ["area"] = area, ["floor"] = floor };
        if (from is { } day)
            values["availableFrom"] = $"{day:yyyy-MM-dd}";
        if (storage is not null)
            values["uses"] = new { storage };
        return new
        {
            unit = $"{position}",
            position,
            status,
            @public = true,
            values,
        };
    }

    private static async Task Put(HttpClient http, string path, object body, int? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/{path}")
        {
            Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
