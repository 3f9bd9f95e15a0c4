using Matchmaker.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>Orleans' dashboard under the policies that the server gives its pages.</summary>
public sealed class DashboardTests(Site site)
{
    [Fact]
    public async Task An_admin_sees_the_silo_its_grains_and_a_curve_of_its_calls()
    {
        var page = await site.Open();
        await Site.SignIn(page, Words.Of("en"), "admin@sample");
        var troubles = new List<string>();
        // The policy takes nothing but the margin around the loading message from the dashboard.
        page.Console += (_, said) =>
            troubles.AddRange(
                said.Type == "error" && !said.Text.Contains("inline style", StringComparison.Ordinal)
                    ? [said.Text]
                    : Array.Empty<string>()
            );
        page.PageError += (_, error) => troubles.Add(error);

        await page.GotoAsync("/dashboard");
        await Expect(page.GetByText("Active Silos")).ToBeVisibleAsync();
        await Expect(page.Locator("canvas").First).ToBeVisibleAsync();
        await page.GotoAsync("/dashboard/#/grains");
        await Expect(page.GetByText("BuildingGrain").First).ToBeVisibleAsync();
        Assert.Equal([], troubles);
    }

    [Fact]
    public async Task An_officer_finds_nothing_there()
    {
        var page = await site.Open();
        await Site.SignIn(page, Words.Of("en"), "officer@sample");
        Assert.Equal(404, (await page.GotoAsync("/dashboard"))!.Status);
        Assert.Equal(404, (await page.GotoAsync("/dashboard/"))!.Status);
    }
}
