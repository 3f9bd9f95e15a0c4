using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>What was deleted a moment ago comes back as it was.</summary>
public sealed class UndoTests(Site site)
{
    [Fact]
    public async Task A_deleted_demand_comes_back_into_its_Brief()
    {
        var (words, stage) = (Words.Of("tc"), await Stage.Set(site));
        using var enterprise = await site.Client("enterprise@sample");
        using var answer = await enterprise.PostAsJsonAsync(
            "/api/briefs",
            new
            {
                owner = "enterprises/e1",
                name = "Undo",
                demands = new[] { stage.Demand },
            }
        );
        var brief = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var page = await site.Open(390);
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync($"/tc/briefs/{brief}");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();

        await Button(page, "demand.settings").ClickAsync();
        await Button(page, "delete").ClickAsync();
        await Expect(page.GetByText(words["demand.delete"])).ToBeVisibleAsync();
        await Button(page, "delete").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/tc/demands$"));
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        Assert.Equal(404, await Status());
        await page.Keyboard.PressAsync("Control+z");

        await Expect(page).ToHaveURLAsync(new Regex($"/tc/briefs/{brief}"));
        await Expect(page.Locator($".match-row[data-id='{stage.Space}']")).ToBeVisibleAsync();
        await Expect(page.Locator(".toast")).ToHaveCountAsync(0);
        Assert.Equal(200, await Status());

        ILocator Button(IPage page, string key) =>
            page.GetByRole(AriaRole.Button, new() { Name = words[key], Exact = true });

        async Task<int> Status()
        {
            using var found = await enterprise.GetAsync($"/api/demands/{stage.Demand}");
            return (int)found.StatusCode;
        }
    }
}
