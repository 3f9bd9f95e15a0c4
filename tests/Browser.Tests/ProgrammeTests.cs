using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>What an enterprise may get: asked, answered, kept, taken together with a site, and printed.</summary>
public sealed class ProgrammeTests(Site site)
{
    [Theory]
    [Screen("tc", 1440)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task Answers_follow_what_is_said_and_a_split_in_lines_gets_more(string language, int width)
    {
        var words = Words.Of(language);
        var page = await site.Open(width);
        await page.GotoAsync($"/{language}/programmes");
        foreach (var fact in new[] { "incorporatedInHongKong", "manufacturer", "newSmartProductionInHongKong" })
            await page.GetByRole(AriaRole.Group, new() { Name = words[$"programmes.fact.{fact}"], Exact = true })
                .GetByLabel(words["yes"], new() { Exact = true })
                .CheckAsync();
        await page.GetByLabel(words["programmes.fact.liveNifsProjects"]).FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.addProject"] }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = words["programmes.cost"] }).FillAsync("90,000,000");
        await Expect(page.Locator(".package-total")).ToContainTextAsync("HK$15,000,000");
        await Expect(page.Locator("#nifs .programme-verdict")).ToHaveTextAsync(words["programmes.verdict.eligible"]);

        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.split"] }).ClickAsync();
        await Expect(page.Locator(".package-total")).ToContainTextAsync("HK$30,000,000");
        await page.GetByRole(AriaRole.Slider).First.FillAsync("30000000");
        await Expect(page.Locator(".package-total")).ToContainTextAsync("HK$25,000,000");
    }

    [Fact]
    public async Task What_is_kept_is_there_again_and_the_package_prints_page_by_page()
    {
        var words = Words.Of("en");
        var page = await site.Open(1440);
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync("/en/programmes");
        await page.GetByRole(AriaRole.Group, new() { Name = words["programmes.fact.manufacturer"], Exact = true })
            .GetByLabel(words["yes"], new() { Exact = true })
            .CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.keep"] }).ClickAsync();
        await Expect(page.Locator(".keeping [role=status]")).ToHaveTextAsync(words["saved"]);
        await page.ReloadAsync();
        await Expect(
                page.GetByRole(AriaRole.Group, new() { Name = words["programmes.fact.manufacturer"], Exact = true })
                    .GetByLabel(words["yes"], new() { Exact = true })
            )
            .ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = words["landing.title"] }).ClickAsync();
        await Expect(page.Locator(".landing-option")).ToHaveCountAsync(5);
        await Expect(page.Locator(".landing-option .package").Last).ToBeVisibleAsync();
        using var paper = PdfDocument.Open(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        var texts = paper.GetPages().Select(sheet => sheet.Text.Replace(" ", "", StringComparison.Ordinal)).ToList();
        Assert.Contains(Printed("landing.comparison"), texts[0], StringComparison.Ordinal);
        // Each site begins a page of its own, and says its programmes there.
        for (var i = 1; i <= 5; i++)
            Assert.Contains(
                texts.Skip(1),
                text =>
                    text.StartsWith($"{i}.", StringComparison.Ordinal)
                    && text.Contains(Printed("landing.reasons"), StringComparison.Ordinal)
            );
        Assert.DoesNotContain(texts, text => text.Contains(Printed("account.signOut"), StringComparison.Ordinal));

        string Printed(string path) => words[path].Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firm_finds_its_answers_again_and_the_office_reads_them_from_its_page()
    {
        var words = Words.Of("en");
        var page = await site.Open(1440);
        await Site.SignIn(page, words, "firm@sample");
        await page.GotoAsync("/en/programmes");
        // It is listed as a manufacturer; the rest is its own to say.
        await Expect(Answer("manufacturer", "yes")).ToBeCheckedAsync();
        await Answer("incorporatedInHongKong", "yes").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.keep"] }).ClickAsync();
        await Expect(page.Locator(".keeping [role=status]")).ToHaveTextAsync(words["saved"]);
        await page.GotoAsync("/en/firm");
        await page.GotoAsync("/en/programmes");
        await Expect(Answer("incorporatedInHongKong", "yes")).ToBeCheckedAsync();

        page = await site.Open(1440);
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync("/en/firms/f1");
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = words["nav.programmes"] })
            .ClickAsync();
        await Expect(Answer("incorporatedInHongKong", "yes")).ToBeCheckedAsync();

        ILocator Answer(string fact, string answer) =>
            page.GetByRole(AriaRole.Group, new() { Name = words[$"programmes.fact.{fact}"], Exact = true })
                .GetByLabel(words[answer], new() { Exact = true });
    }

    [Fact]
    public async Task An_admin_sees_whose_answer_would_change_before_a_rule_is_saved()
    {
        var words = Words.Of("en");
        using var office = await site.Client("officer@sample");
        using var made = await office.PostAsJsonAsync("/api/enterprises", new { name = new { en = "Lathes Ltd" } });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        (
            await office.PutAsJsonAsync(
                $"/api/enterprises/{id}/applicant",
                new
                {
                    facts = new
                    {
                        incorporatedInHongKong = true,
                        subvented = false,
                        trainingCosts = 900_000,
                    },
                }
            )
        ).EnsureSuccessStatusCode();

        var page = await site.Open(1440);
        await Site.SignIn(page, words, "admin@sample");
        await page.GotoAsync("/en/programmes/nittp");
        var last = page.Locator(".programme-fields").Last;
        await last.GetByLabel(words["programmes.number.cap"]).FillAsync("240000");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = words["programmes.edit.save"] }))
            .ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.edit.preview"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Lathes Ltd" }).First)
            .ToContainTextAsync("HK$250,000) → may be eligible (up to HK$240,000)");
        await page.GetByRole(AriaRole.Button, new() { Name = words["programmes.edit.save"] }).ClickAsync();
        await Expect(page.Locator(".programme-numbers").First).ToContainTextAsync("HK$240,000");
        var now = await office.GetFromJsonAsync<JsonElement>($"/api/enterprises/{id}/assessment");
        Assert.Equal(240_000, now.GetProperty("assessment").GetProperty("package").GetProperty("total").GetInt64());
    }
}
