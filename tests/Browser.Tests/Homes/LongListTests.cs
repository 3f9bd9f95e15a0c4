using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>Of a list of hundreds only the rows near the screen are drawn; nobody who uses it can tell.</summary>
public sealed class LongListTests(Site site)
{
    [Theory]
    [Screen(1440)]
    [Screen(390)]
    public async Task It_is_walked_by_keyboard_counted_and_printed_whole(int width)
    {
        var page = await site.Open(width);
        await page.GotoAsync("/en/brief?sites=&tab=sites");
        var rows = page.Locator(".match-row");
        await Expect(rows.First).ToHaveAttributeAsync("aria-posinset", "1");
        var all = int.Parse((await rows.First.GetAttributeAsync("aria-setsize"))!);
        Assert.InRange(all, 201, int.MaxValue);
        Assert.InRange(await rows.CountAsync(), 1, 100);

        await rows.First.Locator(".match-open").FocusAsync();
        for (var at = 2; at <= 60; at++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(page.Locator($".match-row[aria-posinset='{at}'] .match-open")).ToBeFocusedAsync();
        }
        // Scrolled away, the row with the focus stays, and the next one is reached.
        await page.EvaluateAsync("(document.querySelector('.list-pane').scrollTop = 0, scrollTo(0, 0))");
        await Expect(page.Locator(".match-row[aria-posinset='1']")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".match-row[aria-posinset='61'] .match-open")).ToBeFocusedAsync();
        await Expect(page.Locator(".match-row[aria-posinset='61']")).ToBeInViewportAsync();
        await Expect(page.Locator(".match-row[aria-posinset='61'] .match-open")).Not.ToHaveTextAsync(new Regex("…"));
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(rows).ToHaveCountAsync(all);
    }
}
