using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>What a user can do, told in each language through the page alone.</summary>
public sealed class StoryTests(Site site)
{
    public static TheoryData<string> Languages => ["tc", "sc", "en"];

    [Theory, MemberData(nameof(Languages))]
    public async Task An_officer_signs_in_and_sees_the_real_buildings_of_Kowloon_East(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await Site.SignIn(page, words, "officer@sample");

        await Expect(page.Locator(".match-row .match-open").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = words["map.label"] })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.buildings"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("cheung fai");
        await Expect(page.Locator(".rows a").First).ToHaveTextAsync(new Regex(language == "en" ? "Cheung Fai" : "長輝|长辉"));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_requirement_typed_in_the_trade_s_units_ranks_the_spaces_at_once(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/sites");
        var editor = await EmptyEditor(page, words);
        await editor.Locator("#add-criterion").SelectOptionAsync("area");
        await editor.GetByLabel(words["operand.atLeast.limit"]).FillAsync("５０００呎");

        await Expect(editor.Locator(".criterion").First).ToContainTextAsync("465");
        await page.GetByRole(AriaRole.Button, new() { Name = words["requirement.done"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await page.Locator(".match-row .match-open").First.ClickAsync();
        await Expect(page.GetByText(words["why.parts"])).ToBeVisibleAsync();
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_relaxation_says_what_it_would_bring_and_brings_it(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/sites");
        var editor = await EmptyEditor(page, words);
        await editor.Locator("#add-criterion").SelectOptionAsync("area");
        await editor.GetByLabel(words["operand.atLeast.limit"]).FillAsync("59000");
        await page.GetByRole(AriaRole.Button, new() { Name = words["requirement.done"], Exact = true }).ClickAsync();

        await Expect(page.Locator(".relaxations li").First).ToContainTextAsync("+");
        await page.Locator(".relaxations button").First.ClickAsync();
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task An_owner_changes_a_space_in_the_page_and_it_is_saved(string language)
    {
        var (words, stage, page) = (Words.Of(language), await Stage.Set(site), await site.Open());
        await Site.SignIn(page, words, "owner@sample");
        await page.GotoAsync($"/{language}/buildings/{stage.Building}?space={Uri.EscapeDataString(stage.Space)}");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = words["status.let"], Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = words["save"], Exact = true }).ClickAsync();

        await Expect(page.GetByText(words["saved"])).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_requirement_can_be_searched_with_the_keyboard_alone()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/sites");
        await Expect(page.Locator(".match-row .match-open").First).ToBeVisibleAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.classList.contains('match-open')"))
                break;
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(words["why.parts"])).ToBeVisibleAsync();
    }

    private static async Task<ILocator> EmptyEditor(IPage page, Words words)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = words["requirement.edit"] }).ClickAsync();
        var editor = page.Locator(".requirement-editor");
        await Expect(editor.Locator(".criterion").First).ToBeVisibleAsync();
        for (var left = await editor.Locator(".criterion").CountAsync(); left > 0; left--)
        {
            await editor.Locator(".criterion-head button").First.ClickAsync();
            await Expect(editor.Locator(".criterion")).ToHaveCountAsync(left - 1);
        }

        return editor;
    }
}
