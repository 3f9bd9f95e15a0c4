using System.Net.Http.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Accounts;

/// <summary>A passkey of a device made of software: added, used without password and code, and taken away.</summary>
public sealed class PasskeyTests(Site site)
{
    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task A_passkey_is_added_signs_in_and_is_taken_away(string language, int width)
    {
        var (words, mailbox) = (Words.Of(language), $"key-{Guid.NewGuid():N}@x.hk");
        await Newcomer(mailbox);
        // Passkeys belong to a name, and no browser takes an address of numbers for one.
        var page = await site.Open(width, new($"http://localhost:{site.Address.Port}"));
        await AddDevice(page);
        await Site.SignIn(page, words, mailbox);
        await page.GotoAsync($"/{language}/account");
        await Button(page, words["passkey.add"]).ClickAsync();
        var keys = page.Locator(".own .card", new() { HasText = words["passkey.about"] });
        await keys.GetByLabel(words["passkey.name"]).FillAsync("My telephone");
        await keys.GetByLabel(words["own.oldPassword"]).FillAsync(WebProcess.Password);
        Assert.Empty(await Axe.Objections(page));
        await Button(page, words["passkey.make"]).ClickAsync();
        await Expect(keys.GetByText(words["passkey.added"])).ToBeVisibleAsync();
        await Expect(keys.Locator(".rows > li")).ToContainTextAsync("My telephone");
        Assert.Empty(await Axe.Objections(page));
        await Eventually.Until(
            "the owner is told by mail",
            async () => (await site.Mail(mailbox)).Contains("My telephone", StringComparison.Ordinal)
        );

        await SignOut(page);
        await page.GotoAsync($"/{language}/sign-in?to=%2Faccount");
        await Expect(Button(page, words["passkey.signIn"])).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(page));
        await Button(page, words["passkey.signIn"]).ClickAsync();
        await page.WaitForURLAsync($"**/{language}/account");
        await Expect(page.Locator("main").GetByText(mailbox)).ToBeVisibleAsync();

        await page.Locator(".own .rows .button", new() { HasText = words["passkey.remove"] }).ClickAsync();
        await keys.GetByLabel(words["own.oldPassword"]).FillAsync(WebProcess.Password);
        await keys.Locator("form").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(keys.GetByText(words["passkey.none"])).ToBeVisibleAsync();

        await SignOut(page);
        await page.GotoAsync($"/{language}/sign-in");
        await Button(page, words["passkey.signIn"]).ClickAsync();
        await Expect(page.Locator(".notice.danger")).ToBeVisibleAsync();
    }

    private static async Task AddDevice(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    private async Task Newcomer(string mailbox)
    {
        using var admin = await site.Client("admin@sample");
        using var invited = await admin.PostAsJsonAsync("/api/invitations", new { email = mailbox, role = "officer" });
        invited.EnsureSuccessStatusCode();
        using var guest = new HttpClient { BaseAddress = site.Address };
        using var accepted = await guest.PostAsJsonAsync(
            "/api/invitations/accept",
            new { token = await site.Token(mailbox), password = WebProcess.Password }
        );
        accepted.EnsureSuccessStatusCode();
    }

    // The page's own cookies, without the menu that a phone hides the button in.
    private static Task SignOut(IPage page) => page.Context.ClearCookiesAsync();

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
