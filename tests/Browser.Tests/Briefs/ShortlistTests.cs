using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>Picks are kept, annotated, checked again, and read by a link without an account until it ends.</summary>
public sealed class ShortlistTests(Site site)
{
    [Theory]
    [Screen("tc", 1440)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task Picks_are_kept_checked_again_and_shared_until_the_link_ends(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync($"/{language}/demands/{await Demand()}");
        var rows = page.Locator(".match-row .match-open");
        await Expect(rows.Nth(2)).ToBeVisibleAsync();
        foreach (var row in (int[])[0, 2])
        {
            await rows.Nth(row).FocusAsync();
            await page.Keyboard.PressAsync("x");
            await Expect(page.Locator(".match-row").Nth(row).Locator(".pick input")).ToBeCheckedAsync();
        }

        await Button(page, "shortlist.keep").ClickAsync();
        await page.GetByLabel(words["shortlist.name"]).FillAsync("Two of them");
        await Button(page, "shortlist.keepNow").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/{language}/shortlists/[0-9a-f]{{32}}$"));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Two of them");
        await Expect(page.Locator(".compare-table th[scope=col]")).ToHaveCountAsync(2);
        await Expect(page.GetByText(words["shortlist.unchanged"])).ToHaveCountAsync(2);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var shown = await page.Locator(".compare-table").InnerTextAsync();

        await page.GetByLabel(words["shortlist.note"]).First.FillAsync("Ask for parking");
        await Button(page, "save").ClickAsync();
        await Expect(Button(page, "save")).ToHaveCountAsync(0);
        await Button(page, "shortlist.replay").ClickAsync();
        await Expect(page.GetByText(words["shortlist.same"])).ToBeVisibleAsync();

        await Button(page, "shortlist.share").ClickAsync();
        await Button(page, "shortlist.makeLink").ClickAsync();
        var link = await page.GetByLabel(words["shortlist.link"], new() { Exact = true }).InputValueAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        var boss = await site.Open(width);
        var address = $"/{language}/shared{new Uri(link).Fragment}";
        await boss.GotoAsync(address);
        await Expect(boss.Locator(".compare-table th[scope=col]")).ToHaveCountAsync(2);
        Assert.Equal(shown, await boss.Locator(".compare-table").InnerTextAsync());
        Assert.DoesNotContain("Ask for parking", await boss.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("token", boss.Url, StringComparison.Ordinal);
        Assert.Equal("", string.Join("\n", await Axe.Objections(boss)));
        Assert.True(await boss.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.Locator(".shared-links button").First.ClickAsync();
        await Expect(page.GetByText(words["shortlist.noLinks"])).ToBeVisibleAsync();
        await boss.ReloadAsync();
        await Expect(boss.GetByText(words["shortlist.linkEnded"])).ToBeVisibleAsync();

        ILocator Button(IPage on, string key) =>
            on.GetByRole(AriaRole.Button, new() { Name = words[key], Exact = true });
    }

    [Fact]
    public async Task An_unsaved_requirement_is_saved_first()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync($"/en/{Site.Brief}");
        await page.Locator(".match-row .match-open").First.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.GetByRole(AriaRole.Button, new() { Name = words["shortlist.keep"], Exact = true }).ClickAsync();

        await Expect(page.GetByText(words["shortlist.saveFirstText"])).ToBeVisibleAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        await page.GetByRole(AriaRole.Dialog).GetByText(words["brief.signInToSave"]).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/en/sign-in"));
    }

    private async Task<string> Demand()
    {
        using var http = await site.Client("enterprise@sample");
        using var answer = await http.PostAsJsonAsync(
            "/api/demands",
            new
            {
                board = "sites",
                name = "Any workshop",
                criteria = new object[]
                {
                    new
                    {
                        attribute = "area",
                        op = "atLeast",
                        limit = 100,
                    },
                },
            }
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
