using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>A firm lets enterprises see what it plans, and an enterprise finds it apart from the matches.</summary>
public sealed class PlannedTests(Site site)
{
    [Fact]
    public async Task A_planned_certificate_stands_behind_the_matches_until_the_firm_takes_it_back()
    {
        var words = Words.Of("en");
        var (firm, enterprise) = (await site.Open(390), await site.Open());
        await Site.SignIn(firm, words, "firm@sample");
        await Site.SignIn(enterprise, words, "enterprise@sample");
        await enterprise.GotoAsync("/en/brief?partners=certifications_covers_viso-14064&tab=partners");
        var row = enterprise.Locator(".planned-row").Filter(new() { HasText = "Sample Precision Metal Works" });
        await Expect(row).ToContainTextAsync(new Regex(@"ISO 14064.* planned by \w{3} 20\d\d"));
        await Expect(row).ToContainTextAsync(words["upgrade.status.approved"]);
        Assert.Equal(0, await enterprise.Locator(".match-row", new() { HasText = "Sample Precision" }).CountAsync());
        Assert.Equal("", string.Join("\n", await Axe.Objections(enterprise)));

        await firm.GotoAsync("/en/upgrade");
        var consent = firm.GetByLabel(words["upgrade.consent.planned"]);
        await Expect(consent).ToBeCheckedAsync();
        var said = firm.Locator(".path-consent").Filter(new() { Has = consent }).GetByRole(AriaRole.Status);
        await consent.UncheckAsync();
        await Expect(said).ToHaveTextAsync(words["saved"]);
        await Expect(consent).Not.ToBeCheckedAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(firm)));
        await enterprise.ReloadAsync();
        await Expect(enterprise.Locator("#match-count")).ToBeVisibleAsync();
        await Expect(row).ToHaveCountAsync(0);

        await consent.CheckAsync();
        await Expect(said).ToHaveTextAsync(words["saved"]);
        await enterprise.ReloadAsync();
        await Expect(row).ToBeVisibleAsync();
    }
}
