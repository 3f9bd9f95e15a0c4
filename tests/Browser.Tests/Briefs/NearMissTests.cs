using Matchmaker.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>What misses one must stands behind the matches in the same list, and says by how much.</summary>
public sealed class NearMissTests(Site site)
{
    [Fact]
    public async Task Near_misses_follow_the_matches_by_keyboard_and_on_the_map_and_one_press_relaxes()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/brief?sites=area_atLeast_l465*rent_atMost_l150*district_anyOf_skwunTong&tab=sites");
        await page.Locator(".match-row .match-open").Last.FocusAsync();
        await Expect(page.Locator(".near-row").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>(Behind));
        await page.Keyboard.PressAsync("ArrowDown");
        var near = page.Locator(".near-row").First;
        await Expect(near.Locator(".match-open")).ToBeFocusedAsync();
        await Expect(near.Locator(".verdict.nearMiss")).ToBeVisibleAsync();
        await Expect(page.Locator(".pin[data-lit]")).ToHaveCountAsync(1);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".detail .verdict.nearMiss")).ToHaveTextAsync(words["verdict.nearMiss"]);
        await page.Keyboard.PressAsync("Escape");

        var before = await page.Locator("#match-count").InnerTextAsync();
        await page.Locator(".relaxations button").First.ClickAsync();
        await Expect(page.Locator("#match-count")).Not.ToHaveTextAsync(before);
    }

    // Every row of the list stands before the heading of what is nearly there, and every near miss after it.
    private const string Behind = """
        (() => {
            const items = [...document.querySelector('.match-rows').children].map((item) => item.className)
            const at = items.findIndex((name) => name.includes('near-misses'))
            return at >= 0 && items.every((name, index) =>
                (!name.includes('match-row') || index < at) && (!name.includes('near-row') || index > at))
        })()
        """;
}
