using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>Back closes what was opened, one by one, and what is closed by hand leaves nothing to go back to.</summary>
public sealed class BackTests(Site site)
{
    [Fact]
    public async Task On_a_Brief_it_closes_details_comparison_panels_and_dialogs()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/programmes");
        await page.GotoAsync($"/en/{Site.Brief}");
        var rows = page.Locator(".match-row .match-open");
        await Expect(rows.Nth(1)).ToBeVisibleAsync();
        var entries = await Entries(page);

        await rows.Nth(0).ClickAsync();
        await Expect(page.Locator(".detail h2")).ToBeVisibleAsync();
        await rows.Nth(1).ClickAsync();
        await Expect(page.Locator(".list-row.selected")).ToHaveCountAsync(1);
        await BackCloses(page, page.Locator(".detail"));
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await Opens(page.Locator(".detail h2"), () => page.Keyboard.PressAsync("Enter"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".detail")).ToHaveCountAsync(0);

        foreach (var row in (int[])[0, 1])
            await page.Locator(".match-row .pick").Nth(row).ClickAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator(".comparison")).ToBeVisibleAsync();
        await page.Locator(".compare-name").First.ClickAsync();
        await BackCloses(page, page.Locator(".detail"));
        await Expect(page.Locator(".comparison")).ToBeVisibleAsync();
        await BackCloses(page, page.Locator(".comparison"));

        var dialog = page.GetByRole(AriaRole.Dialog);
        foreach (var key in (string[])["?", "Control+k"])
        {
            await Opens(dialog, () => page.Keyboard.PressAsync(key));
            await BackCloses(page, dialog);
        }
        await page.Locator(".sentence-chip .chip, .chip").First.ClickAsync();
        await BackCloses(page, dialog);
        await Opens(dialog, () => page.Keyboard.PressAsync("?"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        await Expect(page).ToHaveURLAsync(new Regex(@"/en/brief\?sites=[^&]*(&tab=sites)?$"));
        await Eventually.Until("nothing is left to go back to", async () => await Entries(page) == entries);
        await page.EvaluateAsync("history.back()");
        await Expect(page).ToHaveURLAsync(new Regex("/en/programmes$"));
    }

    [Fact]
    public async Task On_a_phone_it_closes_the_sheet_of_a_match_before_it_lowers_the_list()
    {
        var (words, page) = (Words.Of("en"), await site.Open(390));
        await page.GotoAsync($"/en/{Site.Brief}");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["view.map"], Exact = true }).ClickAsync();
        var sheet = page.Locator(".list-pane");
        await page.GetByRole(AriaRole.Slider, new() { Name = words["view.sheet"] }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(sheet).ToHaveAttributeAsync("data-stop", "full");

        await page.Locator(".match-row .match-open").First.ClickAsync();
        await BackCloses(page, page.Locator(".detail"));
        await Expect(sheet).ToHaveAttributeAsync("data-stop", "full");
        await page.EvaluateAsync("history.back()");
        await Expect(sheet).ToHaveAttributeAsync("data-stop", "low");
    }

    [Fact]
    public async Task Edits_in_a_dialog_are_asked_about_before_it_closes()
    {
        var (words, stage, page) = (Words.Of("en"), await Stage.Set(site), await site.Open());
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };
        await Site.SignIn(page, words, "owner@sample");
        await page.GotoAsync($"/en/buildings/{stage.Building}");
        var entries = await Entries(page);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.GetByRole(AriaRole.Button, new() { Name = words["space.create"], Exact = true }).ClickAsync();
        await dialog.GetByLabel(words["space.unit"], new() { Exact = true }).FillAsync("9Z");

        await page.EvaluateAsync("history.back()");
        await Eventually.Until("it asks", () => asked.Count == 1);
        await Expect(dialog.GetByLabel(words["space.unit"], new() { Exact = true })).ToHaveValueAsync("9Z");
        await page.EvaluateAsync("history.back()");
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal([words["unsaved"], words["unsaved"]], asked);
        Assert.Equal(entries, await Entries(page));
    }

    private static Task<int> Entries(IPage page) => page.EvaluateAsync<int>("history.state?.at ?? 0");

    private static async Task Opens(ILocator what, Func<Task> act)
    {
        await act();
        await Expect(what).ToBeVisibleAsync();
    }

    private static async Task BackCloses(IPage page, ILocator what)
    {
        await Expect(what).ToBeVisibleAsync();
        await page.EvaluateAsync("history.back()");
        await Expect(what).ToHaveCountAsync(0);
    }
}
