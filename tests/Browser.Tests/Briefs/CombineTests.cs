using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>Adjacent spaces that are taken together, from the filter to the saved Brief.</summary>
public sealed class CombineTests(Site site)
{
    // So large is no other space.
    private const string Asked = "brief?sites=area_atLeast_l55000&tab=sites";

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    [Screen("sc", 1440)]
    public async Task Two_units_together_are_one_row_that_opens_into_both(string language, int width)
    {
        var run = await Units();
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/{Asked}");
        await page.Locator("[data-opens=filters]").ClickAsync();
        var choice = page.GetByLabel(words["combine.label"]);
        await Expect(choice).ToHaveValueAsync("");
        await choice.SelectOptionAsync("2");
        await page.Keyboard.PressAsync("Escape");

        var row = page.Locator($".match-row[data-id=\"{run}\"]");
        await Expect(row.Locator(".match-open")).ToContainTextAsync(Named(words, "match.run", 2));
        Assert.Contains("combine=2", page.Url, StringComparison.Ordinal);
        await row.Locator("summary").ClickAsync();
        await Expect(row.Locator(".members a")).ToHaveCountAsync(2);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        await row.Locator(".match-open").ClickAsync();
        var detail = page.Locator(".detail");
        await Expect(detail.Locator(".members a")).ToHaveCountAsync(2);
        await detail.GetByRole(AriaRole.Tab, new() { Name = words["detail.stack"] }).ClickAsync();
        await Expect(detail.Locator(".stack-run")).ToHaveCountAsync(1);
        await Expect(detail.Locator(".stack-legend")).ToContainTextAsync(words["stack.together"]);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
    }

    [Fact]
    public async Task A_saved_Brief_keeps_how_many_spaces_are_taken_together()
    {
        var run = await Units();
        var (words, page) = (Words.Of("en"), await site.Open());
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync($"/en/{Asked}&combine=3");
        await Expect(page.Locator($".match-row[data-id=\"{run}\"]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["brief.save"], Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/briefs/[^/?]+"));
        await Expect(page.Locator($".match-row[data-id=\"{run}\"]")).ToBeVisibleAsync();

        await page.Locator("[data-opens=filters]").ClickAsync();
        var choice = page.GetByLabel(words["combine.label"]);
        await Expect(choice).ToHaveValueAsync("3");
        await choice.SelectOptionAsync("");
        await Expect(page.Locator(".match-row:not(.gone)")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.Locator("#match-count")).ToBeVisibleAsync();
        await Expect(page.Locator($".match-row[data-id=\"{run}\"]")).ToHaveCountAsync(0);
    }

    /// <summary>Two vacant units side by side in a building of the sample owner: the id of both together.</summary>
    private async Task<string> Units()
    {
        using var owner = await site.Client("owner@sample");
        var building = (await owner.GetFromJsonAsync<JsonElement>("/api/buildings?limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .First(node =>
                node.TryGetProperty("owner", out var of)
                && of.GetString() == "owners/o1"
                && node.GetProperty("public").GetBoolean()
            )
            .GetProperty("id")
            .GetString();
        var units = new List<string>();
        for (var position = 1; position <= 2; position++)
        {
            units.Add($"{building}/together-{position}");
            using var answer = await owner.PutAsJsonAsync(
                $"/api/buildings/{building}/spaces/together-{position}",
                new
                {
                    unit = $"8{position}",
                    position = 40 + position,
                    status = "vacant",
                    @public = true,
                    values = new
                    {
                        area = 28_000 + position,
                        rent = 120,
                        floor = 88,
                    },
                }
            );
            // A test before this one has made it.
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 412, $"{answer.StatusCode}");
        }

        return string.Join('+', units);
    }

    private static string Named(Words words, string path, int count) =>
        words[path]
            .Replace("{{count}}", $"{count}", StringComparison.Ordinal)
            .Replace("{{floor}}", "", StringComparison.Ordinal)
            .Trim(' ', ',');
}
