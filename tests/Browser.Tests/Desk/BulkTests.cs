using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Desk;

/// <summary>Several cards that an officer moves at once.</summary>
public sealed class BulkTests(Site site)
{
    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task Chosen_cards_are_given_to_a_colleague_once_nobody_takes_it_back(string language)
    {
        var words = Words.Of(language);
        using var officer = await site.Client("officer@sample");
        string[] ids = [await Site.Suggested(officer), await Site.Suggested(officer)];
        var page = await site.Open();
        await Site.SignIn(page, words, "officer@sample");
        await page.Locator("main a[href$='/desk']").First.ClickAsync();
        // A heading that takes the focus later would interrupt the test.
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();

        await Give();
        Assert.Empty(await Axe.Objections(page));
        await page.Locator(".bulk-bar").GetByRole(AriaRole.Button, new() { Name = words["undo.undo"] }).ClickAsync();
        await Expect(page.Locator(".bulk-bar")).ToHaveCountAsync(0);
        Assert.Equal(["officer@sample", "officer@sample"], await Officers());

        await Give();
        await page.Locator(".bulk-bar")
            .GetByRole(AriaRole.Button, new() { Name = words["desk.bulk.now"] })
            .ClickAsync();
        await Expect(page.Locator(".bulk-bar")).ToHaveCountAsync(0);
        await Eventually.Until(
            "both are the colleague's",
            async () => (await Officers()).All(address => address == "admin@sample")
        );

        async Task Give()
        {
            foreach (var id in ids)
            {
                await page.Locator($".lane-card:has([data-card='{id}'])").FocusAsync();
                await page.Keyboard.PressAsync("x");
                await Expect(page.Locator($".selected[data-card='{id}']")).ToBeVisibleAsync();
            }

            await page.Keyboard.PressAsync("m");
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByLabel(words["desk.bulk.what"]).SelectOptionAsync("assign");
            await dialog.GetByLabel(words["desk.officer"]).SelectOptionAsync("admin@sample");
            await dialog.Locator("form").EvaluateAsync("form => form.requestSubmit()");
            await Expect(page.Locator(".bulk-bar [role=status]")).ToBeVisibleAsync();
        }

        async Task<string?[]> Officers()
        {
            var found = new List<string?>();
            foreach (var id in ids)
            {
                var card = await officer.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");
                found.Add(card.GetProperty("officer").GetString());
            }

            return [.. found];
        }
    }
}
