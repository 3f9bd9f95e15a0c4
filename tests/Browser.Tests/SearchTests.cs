using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>The search page says how it read a text, and lets its terms go.</summary>
public sealed partial class SearchTests(Site site)
{
    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task What_a_requirement_cannot_exclude_is_said_before_it_is_left_out(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/search?q=Kwun+Tong+沒有食品廠");

        var said = words["find.notKept"].Replace("{{what}}", "", StringComparison.Ordinal);
        await Expect(page.GetByText(said).First).ToBeVisibleAsync();
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task A_term_that_is_not_understood_is_struck_and_can_be_taken_out_with_the_keyboard(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/search?q=Kwun+Tong+ZZqx");
        var terms = page.Locator(".read-terms .chip");
        await Expect(terms).ToHaveCountAsync(2);
        await Expect(page.Locator(".read-terms .unread s")).ToHaveTextAsync("ZZqx");
        await Expect(page.GetByText(words["find.partly"].Replace("{{what}}", "ZZqx", StringComparison.Ordinal)).First)
            .ToBeVisibleAsync();

        var remove = words["find.remove"].Replace("{{text}}", "ZZqx", StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = remove, Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(terms).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(WithoutTerm());
        await Expect(page.Locator("#read-terms")).ToBeFocusedAsync();
        await Expect(page.Locator(".search-page .found-list li").First).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"q=Kwun(\+|%20)Tong$")]
    private static partial Regex WithoutTerm();
}
