using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>What a user can do, told in each language through the page alone.</summary>
public sealed class StoryTests(Site site)
{
    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task An_officer_signs_in_and_sees_the_real_buildings_of_Kowloon_East(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await Site.SignInByHand(page, words, "officer@sample");
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.brief"], Exact = true }).ClickAsync();

        await Expect(page.Locator(".match-row .match-open").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = words["map.label"] })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["nav.records"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.buildings"], Exact = true }).ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Searchbox).FillAsync("cheung fai");
        await Expect(page.Locator(".rows a").First)
            .ToHaveTextAsync(new Regex(language == "en" ? "Cheung Fai" : "長輝|长辉"));
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task A_requirement_typed_in_the_trade_s_units_ranks_the_spaces_at_once(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/sites");
        var criterion = await Ask(page, "area");
        var field = criterion.GetByLabel(words["operand.atLeast.limit"]);
        await field.FillAsync("4,5");
        await Expect(criterion).ToContainTextAsync("4.5"); // the server's reason names both readings
        await field.FillAsync("五千呎");
        await Expect(criterion).ToContainTextAsync("465");
        await field.FillAsync("５０００呎");

        await Expect(criterion).ToContainTextAsync("465");
        await page.GetByRole(AriaRole.Button, new() { Name = words["requirement.done"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await Site.Until(
            page.GetByText(words["why.parts"]),
            () => page.Locator(".match-row .match-open").First.ClickAsync()
        );
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task A_relaxation_says_what_it_would_bring_and_brings_it(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await page.GotoAsync($"/{language}/sites");
        var criterion = await Ask(page, "area");
        await criterion.GetByLabel(words["operand.atLeast.limit"]).FillAsync("59000");
        await page.GetByRole(AriaRole.Button, new() { Name = words["requirement.done"], Exact = true }).ClickAsync();

        await Expect(page.Locator(".relaxations li").First).ToContainTextAsync("+");
        await page.Locator(".relaxations button").First.ClickAsync();
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task An_owner_changes_a_space_in_the_page_and_it_is_saved(string language)
    {
        var (words, stage, page) = (Words.Of(language), await Stage.Set(site), await site.Open());
        await Site.SignInByHand(page, words, "owner@sample");
        await page.GotoAsync($"/{language}/buildings/{stage.Building}?space={Uri.EscapeDataString(stage.Space)}");
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Radio, new() { Name = words["status.let"], Exact = true })
            .CheckAsync();
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = words["save"], Exact = true })
            .ClickAsync();

        await Expect(page.GetByText(words["saved"], new() { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task A_manufacturer_states_a_certification_with_its_last_day_and_it_is_said_by_whom(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await Site.SignInByHand(page, words, "firm@sample");
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.ownFirm"], Exact = true }).ClickAsync();
        var certifications = page.Locator(".tags-field").Filter(new() { HasText = "ISO 9001" });
        await Choose(certifications, "14001", page.GetByRole(AriaRole.Option, new() { NameRegex = new("14001") }));
        var until = certifications.Locator(".tag-list li", new() { HasText = "ISO 14001" }).Locator(".day");
        // A day that is already saved would leave nothing to save.
        var day = $"{10 + Array.IndexOf(["tc", "sc", "en"], language)}";
        foreach (
            var (part, written) in (IEnumerable<(string, string)>)[("year", "2031"), ("month", "03"), ("day", day)]
        )
        {
            await until.Locator($"[data-type={part}]").ClickAsync();
            await page.Keyboard.TypeAsync(written);
        }
        await page.Locator(".save-bar button").ClickAsync();
        await Expect(page.GetByText(words["saved"], new() { Exact = true })).ToBeVisibleAsync();

        await page.ReloadAsync();

        await Expect(until.Locator("[data-type=year]")).ToHaveTextAsync("2031");
        await Expect(until.Locator("[data-type=month]")).ToHaveTextAsync("03");
        await Expect(until.Locator("[data-type=day]")).ToHaveTextAsync(day);
        await Expect(page.Locator(".provenance", new() { HasText = words["record.ownSource"] }).First)
            .ToBeVisibleAsync();
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task An_enterprise_publishes_a_need_of_which_a_firm_sees_everything_but_whose_it_is(string language)
    {
        var (words, page) = (Words.Of(language), await site.Open());
        await Site.SignInByHand(page, words, "enterprise@sample");
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.ownNeeds"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["need.create"] }).ClickAsync();
        await page.GetByLabel(words["need.name"]).FillAsync("Secret pump");
        await Choose(page.Locator(".tags-field").First, "CNC", page.GetByRole(AriaRole.Option).First);
        await Expect(page.Locator(".preview")).ToContainTextAsync(words.Start("opportunities.alias"));
        await Expect(page.Locator(".preview")).Not.ToContainTextAsync("Secret pump");
        await page.GetByRole(AriaRole.Button, new() { Name = words["need.publish"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(words["saved"], new() { Exact = true })).ToBeVisibleAsync();
        var id = page.Url.Split('/')[^1];

        var other = await site.Open();
        await Site.SignInByHand(other, words, "firm@sample");
        await other.GotoAsync($"/{language}/opportunities?match={id}");

        await Expect(other.Locator("#detail-name")).ToContainTextAsync(id[..6].ToUpperInvariant());
        await Expect(other.Locator(".your-side")).ToBeVisibleAsync();
        await Expect(other.Locator("body")).Not.ToContainTextAsync("Secret pump");
    }

    [Theory]
    [Screen("tc")]
    [Screen("sc")]
    [Screen("en")]
    public async Task What_nobody_works_on_becomes_a_question_that_the_office_answers(string language)
    {
        var (words, page, question) = (Words.Of(language), await site.Open(), $"zzqx {Nonsense()}");
        await Site.SignInByHand(page, words, "enterprise@sample");
        await page.Locator(".search-box input").FillAsync(question);
        await page.Locator(".search-box input").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = words["enquiry.send"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(words["enquiry.sent"])).ToBeVisibleAsync();

        var office = await site.Open();
        await Site.SignInByHand(office, words, "officer@sample");
        await office.GotoAsync($"/{language}/enquiries");
        var asked = office.Locator(".enquiry", new() { HasText = question });
        await asked.GetByLabel(words["enquiry.answer"]).FillAsync("Ask the university.");
        await asked.GetByRole(AriaRole.Button, new() { Name = words["enquiry.sendAnswer"] }).ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);

        await page.GotoAsync($"/{language}/enquiries");
        await Expect(page.Locator(".enquiry", new() { HasText = question })).ToContainTextAsync("Ask the university.");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task The_menu_fits_and_leads_to_every_page(int width)
    {
        var (words, page) = (Words.Of("en"), await site.Open(width));
        await Site.SignInByHand(page, words, "admin@sample");
        await page.GetByRole(AriaRole.Button, new() { Name = words[width > 1000 ? "nav.records" : "nav.menu"] })
            .ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["nav.taxonomies"], Exact = true }).ClickAsync();

        await Expect(page.Locator(".term-tree .term").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_requirement_can_be_searched_with_the_keyboard_alone()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/" + Site.Brief);
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

    /// <summary>Asks a Brief that is empty for one thing.</summary>
    /// <returns>The open popover of its chip.</returns>
    private static async Task<ILocator> Ask(IPage page, string attribute)
    {
        await page.Locator(".add-condition").ClickAsync();
        await page.Locator($".finder-list [data-key='{attribute}']").ClickAsync();
        return page.Locator(".criterion");
    }

    // A list that opens while the page still scrolls to it closes again.
    private static async Task Choose(ILocator field, string text, ILocator option)
    {
        await Site.Until(
            option,
            async () =>
            {
                await field.GetByRole(AriaRole.Combobox).ClickAsync();
                await field.GetByRole(AriaRole.Combobox).FillAsync("");
                await field.GetByRole(AriaRole.Combobox).FillAsync(text);
            }
        );
        await option.ClickAsync();
    }

    // One word of letters alone: a code such as FA or CE before a digit would be read.
    private static string Nonsense() =>
        string.Concat($"{Guid.NewGuid():N}".Select(sign => (char)(char.IsDigit(sign) ? sign - '0' + 'g' : sign + 16)));
}
