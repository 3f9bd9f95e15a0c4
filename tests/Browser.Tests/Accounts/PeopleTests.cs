using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Accounts;

/// <summary>Who comes in for a party, and whose word makes what they say count.</summary>
public sealed class PeopleTests(Site site)
{
    private const string Party = "e1"; // of enterprise@sample

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    [Screen("sc", 390)]
    public async Task A_new_colleague_is_invited_by_mail_and_confirmed_by_a_colleague(string language, int width)
    {
        var (words, mailbox) = (Words.Of(language), NewMailbox());
        await Invite(words, mailbox, width);
        await Accept(words, mailbox, width);

        var page = await People(words, "enterprise@sample", width);
        var person = Row(page, mailbox);
        await Expect(person).ToContainTextAsync(words["people.open"]);
        await Expect(person).ToContainTextAsync("officer@sample");
        Assert.Empty(await Axe.Objections(page));
        await Button(person, words["people.confirm"]).ClickAsync();

        await Expect(person).ToContainTextAsync(Filled(words["people.confirmed"], "by", "enterprise@sample"));
        await Expect(Button(person, words["people.confirm"])).ToHaveCountAsync(0);
        await Expect(page.GetByText(Filled(words["people.done"], "email", mailbox))).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(page));
    }

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task Somebody_unknown_is_told_to_the_office_where_a_second_officer_decides(string language, int width)
    {
        var (words, mailbox) = (Words.Of(language), NewMailbox());
        await Invite(words, mailbox, width);
        await Accept(words, mailbox, width);

        var page = await People(words, "enterprise@sample", width);
        await Button(Row(page, mailbox), words["people.object"]).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(words["people.objectText"]);
        Assert.Empty(await Axe.Objections(page));
        await Button(page.GetByRole(AriaRole.Dialog), words["people.objectSend"]).ClickAsync();
        await Expect(Row(page, mailbox)).ToContainTextAsync(words["people.objectedText"]);

        var inviter = await People(words, "officer@sample", width);
        await Button(Row(inviter, mailbox), words["people.confirm"]).ClickAsync();
        await Expect(Row(inviter, mailbox).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(inviter));

        var admin = await People(words, "admin@sample", width);
        await Button(Row(admin, mailbox), words["people.confirm"]).ClickAsync();
        await Expect(admin.GetByText(Filled(words["people.done"], "email", mailbox))).ToBeVisibleAsync();
        await Expect(Row(admin, mailbox)).ToHaveCountAsync(0);
    }

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task A_link_opens_once_the_other_account_is_signed_out_and_counts_by_a_second_officer(
        string language,
        int width
    )
    {
        var (words, mailbox) = (Words.Of(language), NewMailbox());
        using var officer = await site.Client("officer@sample");
        var id = await Office.Offer(
            officer,
            await Site.Suggested(officer),
            new { seekerMailbox = NewMailbox(), counterpartMailbox = mailbox }
        );
        var page = await site.Open(width);
        await Site.SignIn(page, words, "firm@sample");
        await page.GotoAsync($"/{language}/consent#token={await site.Token(mailbox)}");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(page));
        await Button(page.Locator("main"), words["consent.signOut"]).ClickAsync();
        await Button(page.Locator("main"), words["introductions.answer.yes"]).ClickAsync();
        await Button(page.Locator("main"), words["introductions.answer.send.yes"]).ClickAsync();
        await Expect(page.GetByText(words["introductions.standing.unconfirmed_mail"])).ToBeVisibleAsync();

        var broker = await Card(words, "officer@sample", id, width);
        var side = broker.Locator(".parties > section").Last;
        await Expect(side).ToContainTextAsync(Filled(words["desk.notCounted"], "mailbox", mailbox));
        await Button(side, words["desk.confirmAddress"]).ClickAsync();
        await Expect(broker.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        var colleague = await Card(words, "admin@sample", id, width);
        side = colleague.Locator(".parties > section").Last;
        await Button(side, words["desk.confirmAddress"]).ClickAsync();
        await Expect(side).ToContainTextAsync(Filled(words["people.confirmed"], "by", "admin@sample"));
        Assert.Empty(await Axe.Objections(colleague));
    }

    private async Task Invite(Words words, string mailbox, int width)
    {
        var page = await site.Open(width);
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync($"/{words.Prefix}/invitations");
        await page.GetByLabel(words["account.email"]).FillAsync(mailbox);
        await page.GetByLabel(words["role.enterprise"], new() { Exact = true }).SelectOptionAsync(Party);
        await Button(page.Locator("main form"), words["invitation.send"]).ClickAsync();
        await Expect(page.Locator(".notice.ok")).ToContainTextAsync(mailbox);
        await page.Context.CloseAsync();
    }

    private async Task Accept(Words words, string mailbox, int width)
    {
        var page = await site.Open(width);
        await page.GotoAsync($"/{words.Prefix}/invitation#token={await site.Token(mailbox)}");
        await page.GetByLabel(words["invitation.password"]).FillAsync(WebProcess.Password);
        await Button(page.Locator("main form"), words["invitation.accept"]).ClickAsync();
        await Expect(page.GetByText(words["invitation.done"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> People(Words words, string email, int width)
    {
        var page = await site.Open(width);
        await Site.SignIn(page, words, email);
        await page.GotoAsync($"/{words.Prefix}/people");
        return page;
    }

    private async Task<IPage> Card(Words words, string email, string id, int width)
    {
        var page = await site.Open(width);
        await Site.SignIn(page, words, email);
        await page.GotoAsync($"/{words.Prefix}/desk/{id}");
        return page;
    }

    private static ILocator Row(IPage page, string mailbox) =>
        page.Locator(".people > li", new() { HasText = mailbox });

    // The name of a button of one row ends with the address.
    private static ILocator Button(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(name)}") });

    private static string NewMailbox() => $"p{Guid.NewGuid():N}@company.example";

    private static string Filled(string text, string blank, string by) => text.Replace($"{{{{{blank}}}}}", by);
}
