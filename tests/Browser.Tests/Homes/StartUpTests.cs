using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>A start-up finds its path, and an institution what the accelerator pilot may give it.</summary>
public sealed class StartUpTests(Site site)
{
    [Theory]
    [InlineData("tc", 390, "初創")]
    [InlineData("en", 1440, "start-up")]
    public async Task A_search_leads_to_a_path_that_follows_the_answers(string language, int width, string typed)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/search?q={typed}");
        await page.GetByRole(AriaRole.Link, new() { Name = words["startUps.link"] }).ClickAsync();
        await Expect(page.Locator("#startup-venture-fund")).ToBeVisibleAsync();
        await page.GetByLabel(words["startUps.ask.industry"]).SelectOptionAsync("lifeAndHealth");
        await page.GetByLabel(words["startUps.ask.stage"]).SelectOptionAsync("prototype");
        await Expect(page.Locator("#startup-cip")).ToHaveCountAsync(0);
        // A later stage's step stands behind those of now.
        await Expect(page.Locator("section[aria-labelledby=startups-later] #startup-venture-fund")).ToBeVisibleAsync();
        var bio = page.Locator("article", new() { Has = page.Locator("#startup-incu-bio") });
        await Expect(bio).ToContainTextAsync("HK$6,000,000");
        await Expect(bio.Locator(".programme-conditions .unknown")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Group, new() { Name = words["startUps.ask.incorporatedInHongKong"] })
            .GetByLabel(words["yes"], new() { Exact = true })
            .CheckAsync();
        await Expect(bio.Locator(".programme-conditions .met")).ToHaveCountAsync(1);
        await Expect(page.Locator("#startup-incorporate")).ToHaveCountAsync(0);
        var spaces = page.Locator("article", new() { Has = page.Locator("#startup-small-space") });
        await Expect(spaces.Locator(".startup-found a").First).ToBeVisibleAsync();
        var objections = await Axe.Objections(page);
        Assert.True(objections.Count == 0, string.Join("\n\n", objections));
        Assert.False(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        );

        await page.GetByRole(AriaRole.Checkbox, new() { Name = words["startUps.need.people"], Exact = true })
            .CheckAsync();
        await Expect(page.Locator("#startup-small-space")).ToHaveCountAsync(0);
        await Expect(page.Locator("#startup-research-talent")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Only_an_institution_is_asked_of_an_accelerator()
    {
        var (words, page) = (Words.Of("en"), await site.Open(1440));
        await page.GotoAsync("/en/programmes");
        await Expect(page.Locator("#nifs")).ToBeVisibleAsync();
        await Expect(page.GetByLabel(words["programmes.fact.acceleratorCost"])).ToHaveCountAsync(0);
        await Expect(page.Locator("#iaps")).ToHaveCountAsync(0);
        await page.GetByLabel(words["programmes.accelerator.runs"]).CheckAsync();
        await page.GetByLabel(words["programmes.fact.acceleratorCost"]).FillAsync("120,000,000");
        await page.GetByLabel(words["programmes.fact.acceleratorContribution"]).FillAsync("85,000,000");
        await Expect(page.Locator("#iaps")).ToContainTextAsync("30 Apr 2026");
        await page.GetByLabel(words["programmes.accelerator.runs"]).UncheckAsync();
        await Expect(page.Locator("#iaps")).ToHaveCountAsync(0);
    }
}
