using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>
/// From the first screen to the end of what somebody came for: a manufacturer, the head of the office and an auditor.
/// Those of a visitor, an enterprise, an owner and an officer are told by the tests of Briefs, stories and the desk.
/// </summary>
public sealed class JourneyTests(Site site)
{
    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task A_manufacturer_opens_a_need_that_it_can_supply_and_comes_back_to_the_list(
        string language,
        int width
    )
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "firm@sample");
        await page.Locator(".home-row a[href*='match=']").First.PressAsync("Enter");

        await Expect(page.Locator("#detail-name")).ToBeVisibleAsync();
        await Expect(page.Locator(".your-side")).ToBeVisibleAsync();
        await Expect(page.Locator(".detail .fact").First).ToBeVisibleAsync();
        // On a phone the name and the way back stand above everything else.
        await page.Locator(".detail-head button").ClickAsync();
        await Expect(page.Locator(".match-row .match-open").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Theory]
    [Screen("sc", 1440)]
    [Screen("en", 390)]
    public async Task The_head_of_the_office_reads_the_funnel_and_opens_what_needs_a_hand(string language, int width)
    {
        using var officer = await site.Client("officer@sample");
        var id = await Site.Suggested(officer);
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "admin@sample");
        await Expect(page.Locator(".funnel-bars li > span").First).ToHaveTextAsync(words["desk.state.suggested"]);
        await page.GetByRole(AriaRole.Link, new() { Name = words["admin.need.office"], Exact = true })
            .PressAsync("Enter");

        await Expect(page.Locator($"[data-card='{id}']")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["admin.allFigures"], Exact = true })
            .PressAsync("Enter");
        await Expect(page.Locator(".week-bars").First).ToBeVisibleAsync();
    }

    [Theory]
    [Screen("tc", 1440)]
    [Screen("en", 390)]
    public async Task An_auditor_reads_who_changed_what_of_a_company_and_that_nothing_is_missing(
        string language,
        int width
    )
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "admin@sample");
        await page.GetByRole(AriaRole.Button, new() { Name = words[width > 1000 ? "nav.records" : "nav.menu"] })
            .ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.journal"], Exact = true }).ClickAsync();
        var company = page.Locator("main").GetByRole(AriaRole.Combobox).Last;
        var found = page.GetByRole(AriaRole.Option).Filter(new() { HasText = language == "en" ? "Lumen" : "明檢" });
        await Site.Until(
            found.First,
            async () =>
            {
                await company.FillAsync("");
                await company.FillAsync("Lumen");
            }
        );
        await found.First.ClickAsync();

        await Expect(page.Locator(".timeline li").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["journal.verify"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(words["journal.whole"])).ToBeVisibleAsync();
    }
}
