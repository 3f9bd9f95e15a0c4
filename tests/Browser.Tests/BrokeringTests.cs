using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>Parties answer from a mailbox and from their own account, and officers see who looks.</summary>
public sealed class BrokeringTests(Site site)
{
    [Theory]
    [Screen("tc", 390)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task A_party_says_yes_by_the_link_in_its_mail_once(string language, int width)
    {
        var words = Words.Of(language);
        using var officer = await site.Client("officer@sample");
        var mailbox = $"{language}-{Guid.NewGuid():N}@company.example";
        var id = await Office.Offer(
            officer,
            await Site.Suggested(officer),
            new { seekerMailbox = "other@company.example", counterpartMailbox = mailbox }
        );
        var link = Regex.Match(await site.Mail(mailbox), @"http\S+consent#token=\S+").Value;
        var page = await site.Open(width);

        await page.GotoAsync(link.Replace("/consent", $"/{language}/consent", StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = words["consent.title"] })).ToBeVisibleAsync();
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        await SayYes(page, words);
        await Expect(page.GetByText(words["consent.done.yes"])).ToBeVisibleAsync();

        var seen = await officer.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");
        Assert.Equal(
            ("mail", mailbox),
            (
                seen.GetProperty("counterpart").GetProperty("consent").GetProperty("through").GetString(),
                seen.GetProperty("counterpart").GetProperty("consent").GetProperty("by").GetString()
            )
        );
        var again = await site.Open(width);
        await again.GotoAsync(link.Replace("/consent", $"/{language}/consent", StringComparison.Ordinal));
        await Expect(again.GetByText(words["consent.spent.title"]).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Both_sides_say_yes_from_their_accounts_and_read_each_other_once_introduced()
    {
        var words = Words.Of("tc");
        using var officer = await site.Client("officer@sample");
        using var enterprise = await site.Client("enterprise@sample");
        var matches = await enterprise.GetFromJsonAsync<JsonElement>("/api/demands/d1/matches?top=500");
        var match = matches
            .GetProperty("matches")
            .EnumerateArray()
            .Select(node => node.GetProperty("id").GetString()!)
            .First(id => id.StartsWith("sample-", StringComparison.Ordinal));
        var id = await Office.Offer(officer, await Ask(officer, "d1", match), new { });

        foreach (var who in new[] { "owner@sample", "enterprise@sample" })
        {
            var page = await site.Open(390);
            await Site.SignIn(page, words, who);
            await page.Locator(".bell").PressAsync("Enter");
            await page.Locator($".bell-panel a[href$='/introductions/{id}']").ClickAsync();
            await Expect(page.Locator(".trail a")).ToHaveTextAsync(words["nav.introductions"]);
            await SayYes(page, words);
            await Expect(page.GetByText(words["introductions.answer.done.yes"]).First).ToBeVisibleAsync();
            Assert.Equal(
                0,
                await page.GetByText(who == "owner@sample" ? "enterprise@sample" : "owner@sample").CountAsync()
            );
        }

        var reader = await site.Open(390);
        await Site.SignIn(reader, words, "owner@sample");
        await reader.GotoAsync($"/tc/introductions/{id}");
        await Office.Post(officer, $"/api/introductions/{id}/introduce", new { }, 4);
        await Expect(reader.GetByRole(AriaRole.Link, new() { Name = "enterprise@sample" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_looks_at_a_card_shows_on_a_colleagues_desk()
    {
        var words = Words.Of("en");
        using var officer = await site.Client("officer@sample");
        var id = await Site.Suggested(officer);
        var (page, colleague) = (await site.Open(), await site.Open());
        await Site.SignIn(page, words, "officer@sample");
        await Site.SignIn(colleague, words, "admin@sample");

        await page.GotoAsync("/en/desk");
        await colleague.GotoAsync($"/en/desk/{id}");
        await Expect(page.Locator($"[data-card='{id}']")).ToContainTextAsync("admin");
        await colleague.GotoAsync("/en/figures");
        await Expect(page.Locator($"[data-card='{id}']")).Not.ToContainTextAsync("admin");
    }

    private static async Task SayYes(IPage page, Words words)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = words["introductions.answer.yes"], Exact = true })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["introductions.answer.send.yes"], Exact = true })
            .ClickAsync();
    }

    private static async Task<string> Ask(HttpClient officer, string demand, string match)
    {
        using var answer = await officer.PostAsJsonAsync("/api/introductions", new { demand, match });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
