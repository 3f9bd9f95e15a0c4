using Matchmaker.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>Matches are picked and seen side by side, by keys alone, and by a link in another browser.</summary>
public sealed class CompareTests(Site site)
{
    [Theory]
    [Screen("tc", 390)]
    [Screen("sc", 1440)]
    [Screen("en", 1440)]
    public async Task What_is_picked_is_compared_and_a_link_shows_the_same(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/{Site.Brief}");
        var rows = page.Locator(".match-row .match-open");
        await Expect(rows.Nth(2)).ToBeVisibleAsync();
        foreach (var row in (int[])[0, 2])
        {
            await rows.Nth(row).FocusAsync();
            await page.Keyboard.PressAsync("x");
            await Expect(page.Locator(".match-row").Nth(row).Locator(".pick input")).ToBeCheckedAsync();
        }

        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator(".compare-table th[scope=col]")).ToHaveCountAsync(2);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Expect(page.Locator(".compare-letter")).ToHaveTextAsync(["A", "B"]);
        await Expect(page.Locator(".column-map .column-pin").First).ToBeVisibleAsync();
        // Both stand in one mark where they are in one building.
        var called = string.Concat(await page.Locator(".column-map .column-pin + text").AllTextContentsAsync());
        Assert.Equal("AB", called.Replace(",", "", StringComparison.Ordinal));
        var shown = await page.Locator(".compare-table").InnerTextAsync();

        var other = await site.Open(width);
        await other.GotoAsync(page.Url);
        await Expect(other.Locator(".compare-table th[scope=col]")).ToHaveCountAsync(2);
        await Expect(other.Locator(".compare-table tbody").First).ToBeVisibleAsync();
        Assert.Equal(shown, await other.Locator(".compare-table").InnerTextAsync());

        await page.GoBackAsync();
        await Expect(rows.First).ToBeVisibleAsync();
        await Expect(page.Locator(".tray")).ToContainTextAsync(words["compare.title"]);
    }
}
