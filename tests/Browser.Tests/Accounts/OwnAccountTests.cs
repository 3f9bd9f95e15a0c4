using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using OtpNet;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Accounts;

/// <summary>What somebody settles for the own account, and the way back in without the password.</summary>
public sealed class OwnAccountTests(Site site)
{
    private const string Next = "another long password";

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task A_forgotten_password_is_set_anew_then_changed_and_other_devices_are_signed_out(
        string language,
        int width
    )
    {
        var (words, mailbox) = (Words.Of(language), $"own-{Guid.NewGuid():N}@x.hk");
        var invitation = await Invited(mailbox);
        var page = await site.Open(width);
        await page.GotoAsync($"/{language}/sign-in");
        await page.GetByText(words["account.forgotten"]).ClickAsync();
        await page.GetByLabel(words["account.email"]).FillAsync(mailbox);
        await Button(page, words["reset.send"]).ClickAsync();
        await Expect(page.Locator(".notice.ok")).ToContainTextAsync(mailbox);
        Assert.Empty(await Axe.Objections(page));
        await Eventually.Until("another link comes", async () => await site.Token(mailbox) != invitation);

        await page.GotoAsync($"/{language}/reset#token={await site.Token(mailbox)}");
        await page.GetByLabel(words["own.newPassword"]).FillAsync(WebProcess.Password);
        Assert.Empty(await Axe.Objections(page));
        await Button(page, words["invitation.accept"]).ClickAsync();
        await Expect(page.GetByText(words["reset.done"])).ToBeVisibleAsync();

        await Site.SignIn(page, words, mailbox);
        using var tool = await site.Client(mailbox);
        await page.GotoAsync($"/{language}/account");
        await Expect(page.Locator(".own .rows > li")).ToHaveCountAsync(2);
        await Expect(page.GetByText(words["own.here"])).ToHaveCountAsync(1);
        Assert.Empty(await Axe.Objections(page));
        await page.GetByLabel(words["own.oldPassword"]).FillAsync("not the password");
        await page.GetByLabel(words["own.newPassword"]).FillAsync(Next);
        await Button(page, words["own.change"]).ClickAsync();
        await Expect(page.Locator(".own .error")).ToBeVisibleAsync();
        await page.GetByLabel(words["own.oldPassword"]).FillAsync(WebProcess.Password);
        await Button(page, words["own.change"]).ClickAsync();
        await Expect(page.GetByText(words["own.changed"])).ToBeVisibleAsync();
        await Expect(page.Locator(".own .rows > li")).ToHaveCountAsync(1);
        using var answer = await tool.GetAsync("/api/me", TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Theory]
    [Screen("sc", 390)]
    public async Task An_app_s_code_is_put_on_and_a_recovery_code_signs_in(string language, int width)
    {
        var (words, mailbox) = (Words.Of(language), $"own-{Guid.NewGuid():N}@x.hk");
        await Invited(mailbox);
        var page = await site.Open(width);
        await Site.SignIn(page, words, mailbox);
        await page.GotoAsync($"/{language}/account");
        await Button(page, words["factor.start"]).ClickAsync();
        await page.Locator(".factor-form input").FillAsync(WebProcess.Password);
        await page.Locator(".factor-form button").ClickAsync();
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(page));
        var app = new Totp(Base32Encoding.ToBytes(await page.Locator(".factor-secret").InnerTextAsync()));
        await page.Locator(".factor-form input").FillAsync(app.ComputeTotp());
        await Button(page, words["factor.confirm"]).ClickAsync();
        var code = await page.Locator(".recovery-codes code").First.InnerTextAsync();
        Assert.Empty(await Axe.Objections(page));
        await Button(page, words["factor.kept"]).ClickAsync();
        await Expect(page.GetByText(words["factor.on"])).ToBeVisibleAsync();

        var other = await site.Open(width);
        await other.GotoAsync($"/{language}/sign-in");
        await other.GetByLabel(words["account.email"]).FillAsync(mailbox);
        await other.GetByLabel(words["account.password"]).FillAsync(WebProcess.Password);
        await Button(other, words["account.signIn"]).ClickAsync();
        await other.GetByLabel(words["account.code"]).FillAsync(code);
        Assert.Empty(await Axe.Objections(other));
        await Button(other, words["account.signIn"]).ClickAsync();
        await other.WaitForURLAsync(new Regex("/(tc|sc|en)/?$"));
        Assert.True((await other.APIRequest.GetAsync("/api/me")).Ok);
    }

    private async Task<string> Invited(string mailbox)
    {
        using var officer = await site.Client("officer@sample");
        using var invited = await officer.PostAsJsonAsync(
            "/api/invitations",
            new
            {
                email = mailbox,
                role = "firm",
                firm = "f1",
            }
        );
        invited.EnsureSuccessStatusCode();
        var token = await site.Token(mailbox);
        using var guest = new HttpClient { BaseAddress = site.Address };
        using var accepted = await guest.PostAsJsonAsync(
            "/api/invitations/accept",
            new { token, password = WebProcess.Password }
        );
        accepted.EnsureSuccessStatusCode();
        return token;
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
