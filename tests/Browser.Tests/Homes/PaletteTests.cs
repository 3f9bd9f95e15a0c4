using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>What is reached from anywhere by keys, and edits that are not lost on the way.</summary>
public sealed class PaletteTests(Site site)
{
    [Fact]
    public async Task An_officer_opens_a_company_by_its_name_from_anywhere()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await Site.SignIn(page, words, "officer@sample");
        await page.Keyboard.PressAsync("Control+k");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = words["palette.label"] });
        await box.FillAsync("Lumen Assay");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Lumen Assay Systems");
        Assert.Empty(await Axe.Objections(page));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/enterprises/e1$"));
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_help_says_the_keys_and_turns_single_ones_off()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/sites");
        await Expect(page.Locator(".match-row .match-open").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel(words["shortcuts.single"]).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Locator(".match-row .match-open").First.FocusAsync();
        await page.Keyboard.PressAsync("x");

        await Expect(page.Locator(".match-row .pick input").First).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Edits_that_are_not_saved_are_asked_about_before_another_page_opens()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await Site.SignIn(page, words, "firm@sample");
        await page.Locator("main a[href$='/firm']").First.ClickAsync();
        await page.Locator("main details summary", new() { HasText = words["group.record"] }).ClickAsync();
        var field = page.GetByLabel(words["firm.registrationNumber"]);
        await field.FillAsync("Changed");
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.brief"], Exact = true }).ClickAsync();

        await Expect(field).ToHaveValueAsync("Changed");
        Assert.Equal([words["unsaved"]], asked);
        await page.EvaluateAsync("history.back()");
        await Eventually.Until("Back asks too", () => asked.Count == 2);
        await page.WaitForFunctionAsync("() => location.pathname.endsWith('/firm')");
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = words["palette.label"] }).FillAsync(words["nav.sites"]);
        var first = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option).First;
        await Expect(first).ToContainTextAsync(words["nav.sites"]);
        await page.Keyboard.PressAsync("Enter");
        await Eventually.Until("The palette asks too", () => asked.Count == 3);
        Assert.All(asked, question => Assert.Equal(words["unsaved"], question));
        await Expect(field).ToHaveValueAsync("Changed");
    }
}
