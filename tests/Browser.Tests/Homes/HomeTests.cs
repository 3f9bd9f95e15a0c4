using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>What each role meets first, and where it leads.</summary>
public sealed class HomeTests(Site site)
{
    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task Each_example_of_a_visitor_is_read_whole_finds_something_and_leaves_no_error_in_the_console(
        string language
    )
    {
        var (words, page) = (Words.Of(language), await site.Open());
        var troubles = new List<string>();
        // A machine without a graphics card draws maps by software, of which its driver warns.
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" && !said.Text.Contains("GL Driver Message", StringComparison.Ordinal))
                troubles.Add(said.Text);
        };
        page.PageError += (_, error) => troubles.Add(error);
        await page.GotoAsync($"/{language}/");
        var examples = page.Locator(".example-cards a");
        await Expect(examples).ToHaveCountAsync(3);
        foreach (var key in (string[])["production", "dataCentre", "robotics"])
        {
            await page.GotoAsync($"/{language}/");
            await examples.Filter(new() { HasText = words[$"home.example.{key}"] }).ClickAsync();

            await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
            await Expect(page.Locator(".sentence-chip .chip").First).ToBeVisibleAsync();
            await Expect(page.Locator(".question-line")).ToHaveCountAsync(0);
        }

        Assert.Equal([], troubles);
    }

    [Fact]
    public async Task A_stale_fact_is_confirmed_with_one_press()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await Site.SignInByHand(page, words, "owner@sample");
        // Where another story asked for a fact that nobody stated, there is none to confirm.
        var button = page.GetByRole(AriaRole.Button, new() { Name = words["question.stillTrue"] });
        var fact = page.Locator(".stale-fact", new() { Has = button }).First;
        var asked = await fact.Locator(".home-row-text > span").TextContentAsync();
        var building = await fact.Locator(".meta").TextContentAsync();
        await fact.Locator(button).ClickAsync();

        await Expect(page.Locator(".stale-fact", new() { HasText = asked! }).Filter(new() { HasText = building! }))
            .ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_officer_s_inbox_is_walked_acts_and_opens_by_keys_alone()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        using var officer = await site.Client("officer@sample");
        var id = await Site.Suggested(officer);
        await Site.SignInByHand(page, words, "officer@sample");
        var row = page.Locator(".inbox-row").Filter(new() { Has = page.Locator($"a[href$='/desk/{id}']") });
        await Expect(row).ToContainTextAsync(words["desk.act.offer"]);

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".inbox-row a").First).ToBeFocusedAsync();
        var place = await row.EvaluateAsync<int>("row => [...row.parentElement.children].indexOf(row)");
        for (var i = 0; i < place; i++)
            await page.Keyboard.PressAsync("j");
        await Expect(row.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("e");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = words["desk.do.offer"], Exact = true }))
            .ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(row.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".desk-detail h2").First).ToBeVisibleAsync();
    }
}
