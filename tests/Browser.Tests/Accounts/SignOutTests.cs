using Matchmaker.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Accounts;

/// <summary>What stays in a browser that others use after.</summary>
public sealed class SignOutTests(Site site)
{
    [Fact]
    public async Task Nothing_of_who_was_there_stays_in_the_browser()
    {
        var (page, words) = (await site.Open(), Words.Of("en"));
        await Site.SignInByHand(page, words, "enterprise@sample");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/en/demands");
        await Expect(other.Locator(".card h2 a").First).ToBeVisibleAsync();
        await other.EvaluateAsync("() => sessionStorage.setItem('draft', 'x')");
        await page.EvaluateAsync("() => { localStorage.setItem('tried', 'x'); sessionStorage.setItem('token', 'x') }");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = words["account.signOut"] })
            .ClickAsync();

        await Expect(page.GetByText(words["account.signIn"]).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync(
            "() => localStorage.getItem('tried') === null && sessionStorage.getItem('token') === null"
        );
        await Expect(other.GetByText(words["account.signIn"]).First).ToBeVisibleAsync();
        await Expect(other.Locator(".card h2 a")).ToHaveCountAsync(0);
        Assert.True(await other.EvaluateAsync<bool>("() => sessionStorage.getItem('draft') === null"));
        Assert.Equal(401, (await page.APIRequest.GetAsync("/api/me")).Status);
    }
}
