using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>An officer holds a space for one requirement; another one's screen loses it and gets it back.</summary>
public sealed class HoldTests(Site site)
{
    [Theory]
    [Screen("tc", 390)]
    [Screen("sc", 1440)]
    [Screen("en", 1440)]
    public async Task A_held_space_leaves_other_screens_at_once_and_comes_back(string language, int width)
    {
        var words = Words.Of(language);
        var stage = await Stage.Set(site);
        var rival = await Copy(stage.Demand);
        var row = $".match-row[data-id='{stage.Space}']";
        var theirs = await Open("enterprise@sample", $"/demands/{rival}", 1440);
        await Expect(theirs.Locator(row)).ToBeVisibleAsync();
        var officer = await Open("officer@sample", $"/demands/{stage.Demand}", width);
        await officer.Locator($"{row} .match-open").ClickAsync();

        var tools = officer.Locator(".hold-tools");
        await tools.GetByRole(AriaRole.Button, new() { Name = words["hold.ask"] }).ClickAsync();
        await Expect(tools.Locator("form")).ToContainTextAsync(words["hold.hint"]);
        await Expect(tools.GetByRole(AriaRole.Spinbutton).First).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(officer));
        await tools.GetByRole(AriaRole.Button, new() { Name = words["hold.hold"], Exact = true }).ClickAsync();

        await Expect(tools).ToContainTextAsync("officer@sample");
        Assert.Empty(await Axe.Objections(officer));
        await Expect(theirs.Locator(row)).ToHaveClassAsync(new Regex(@"\bgone\b"));
        await Expect(theirs.Locator(row)).ToContainTextAsync(words["gone.held"]);
        var own = await Open("enterprise@sample", $"/demands/{stage.Demand}", 1440);
        await Expect(own.Locator($"{row} .hold-line")).ToContainTextAsync(words.Start("hold.forYou"));
        var owner = await Open("owner@sample", $"/buildings/{stage.Building}?space={stage.Space}", 1440);
        await Expect(owner.GetByRole(AriaRole.Dialog)).ToContainTextAsync(words.Start("hold.byOffice"));
        await Expect(owner.GetByRole(AriaRole.Dialog)).Not.ToContainTextAsync("officer@sample");
        Assert.Empty(await Axe.Objections(owner));

        await tools.GetByRole(AriaRole.Button, new() { Name = words["hold.release"] }).ClickAsync();
        await Expect(theirs.Locator(row)).Not.ToHaveClassAsync(new Regex(@"\bgone\b"));
        await officer.GetByRole(AriaRole.Button, new() { Name = words["undo.undo"] }).ClickAsync();
        await Expect(theirs.Locator(row)).ToHaveClassAsync(new Regex(@"\bgone\b"));

        async Task<IPage> Open(string account, string path, int wide)
        {
            var page = await site.Open(wide);
            await Site.SignIn(page, words, account);
            await page.GotoAsync($"/{words.Prefix}{path}");
            return page;
        }
    }

    // Another requirement that asks for the same.
    private async Task<string> Copy(string demand)
    {
        using var enterprise = await site.Client("enterprise@sample");
        var body = (await enterprise.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>($"/api/demands/{demand}"))!;
        foreach (var own in new[] { "id", "version" })
            body.Remove(own);
        using var answer = await enterprise.PostAsJsonAsync("/api/demands", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
