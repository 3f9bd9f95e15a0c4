using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>The office reads the figures of the district; a firm that takes its consent back is not in them.</summary>
public sealed class DistrictTests(Site site)
{
    [Fact]
    public async Task Each_figure_opens_its_firms_and_a_firm_leaves_all_of_them_at_once()
    {
        var words = Words.Of("en");
        var (office, firm) = (await site.Open(), await site.Open(390));
        await Site.SignIn(office, words, "officer@sample");
        await Site.SignIn(firm, words, "firm@sample");
        await office.GotoAsync("/en/upgrades");
        var counted = office.Locator(".district-answers dd a").First;
        var firms = Number(await counted.TextContentAsync());
        Assert.True(firms >= 5);
        await Expect(office.Locator(".pin.circle").First).ToBeVisibleAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(office)));

        // The table says what the chart says.
        var levels = office.Locator(".chart-card").First;
        var bars = await levels.Locator(".bar-rows li .nums").AllTextContentsAsync();
        await levels.GetByRole(AriaRole.Button, new() { Name = words["chart.table"] }).ClickAsync();
        await Expect(levels.Locator("tbody td")).ToHaveTextAsync(bars);
        Assert.Equal(firms, bars.Sum(Number));
        Assert.Equal("", string.Join("\n", await Axe.Objections(office)));

        await levels.Locator("tbody a").First.ClickAsync();
        await Expect(office.Locator("main tbody tr")).ToHaveCountAsync(Number(bars[0]));
        await Expect(office).ToHaveURLAsync(new Regex(@"/en/upgrades\?figure=level"));
        Assert.Equal("", string.Join("\n", await Axe.Objections(office)));

        await firm.GotoAsync("/en/upgrade");
        var consent = firm.GetByLabel(words["upgrade.consent.district"]);
        await Expect(consent).ToBeCheckedAsync();
        var said = firm.Locator(".path-consent").Filter(new() { Has = consent }).GetByRole(AriaRole.Status);
        await consent.UncheckAsync();
        await Expect(said).ToHaveTextAsync(words["saved"]);
        await office.GotoAsync("/en/upgrades");
        await Expect(counted).ToHaveTextAsync($"{firms - 1}");
        await consent.CheckAsync();
        await Expect(said).ToHaveTextAsync(words["saved"]);
        await Expect(consent).ToBeCheckedAsync();
        await office.ReloadAsync();
        await Expect(counted).ToHaveTextAsync($"{firms}");
        await firm.GotoAsync("/en/upgrades");
        await Expect(firm.Locator("h1")).ToHaveTextAsync(words["notFound.title"]);
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
}
