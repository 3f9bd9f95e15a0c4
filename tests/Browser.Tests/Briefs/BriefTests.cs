using System.Text;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>A wish in a sentence becomes lists; its address shows the same to others; saved, it is one page.</summary>
public sealed class BriefTests(Site site)
{
    [Theory]
    [Screen("en", 1440, "About 8,000 sq ft in Kwun Tong, 150 psf, zzqx")]
    [Screen("tc", 390, "觀塘8000呎左右，負荷150磅，zzqx")]
    [Screen("sc", 1024, "观塘8000呎左右，承重150磅，zzqx")]
    public async Task A_sentence_becomes_a_list_and_its_address_shows_the_same_to_others(
        string language,
        int width,
        string sentence
    )
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/");
        await page.GetByLabel(words["home.visitor.need"]).FillAsync(sentence);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".sentence-chip .chip")).ToHaveCountAsync(3);
        await Expect(page.Locator(".question-line")).ToContainTextAsync("zzqx");
        await page.GetByRole(AriaRole.Button, new() { Name = words["brief.question.skip"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".question-line")).ToHaveCountAsync(0);
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(page.Url.Length < 2000);

        var other = await site.Open(width);
        await other.GotoAsync(page.Url);
        await Expect(other.Locator(".match-row").First).ToBeVisibleAsync();
        await Expect(other.Locator(".sentence-chip .chip")).ToHaveCountAsync(3);
        await Expect(other.Locator(".question-line")).ToHaveCountAsync(0);
        Assert.Equal(await Ids(page), await Ids(other));
    }

    [Fact]
    public async Task A_change_of_the_words_keeps_what_was_changed_by_hand_and_the_keyboard_does_it_all()
    {
        var (words, page) = (Words.Of("en"), await site.Open());
        await page.GotoAsync("/en/brief?q=Kwun+Tong+150+psf");
        var chips = page.Locator(".sentence-chip .chip");
        await Expect(chips).ToHaveCountAsync(2);
        await chips.Filter(new() { HasText = "Kwun Tong" }).FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(chips).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel(words["brief.text"])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Kwun Tong 200 psf");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".sentence")).ToContainTextAsync("200 psf");
        await Expect(chips).ToHaveCountAsync(1);
        await Expect(page.Locator(".sentence [data-start='0']")).ToContainTextAsync("Kwun Tong");
    }

    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task A_visitor_s_Brief_is_saved_after_signing_in_and_nothing_of_it_is_lost(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/brief?q=Kwun+Tong+150+psf+CNC");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = words["brief.signInToSave"] }).ClickAsync();
        await page.GetByLabel(words["account.email"]).FillAsync("enterprise@sample");
        await page.GetByLabel(words["account.password"]).FillAsync(WebProcess.Password);
        await page.Locator("main form").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["brief.save"], Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/briefs/[^/?]+"));

        await Expect(page.Locator(".sentence")).ToContainTextAsync("150 psf");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await Expect(page.Locator(".live-badge")).ToContainTextAsync(words["live.live"]);
        await AnybodyOpensTheLinkThatIsShared(page, words, width);
        await page.Locator(".brief-tabs a", new() { HasText = words["nav.partners"] }).ClickAsync();
        await Expect(page.Locator(".sentence .chip", new() { HasText = "CNC" })).ToBeVisibleAsync();
        await page.Locator(".brief-tabs a", new() { HasText = words["brief.timeline.title"] }).ClickAsync();
        await Expect(page.Locator(".timeline")).ToBeVisibleAsync();
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        await page.GotoAsync($"/{language}/demands");
        await Expect(page.Locator("article", new() { HasText = "Kwun Tong 150 psf CNC" }).First).ToBeVisibleAsync();
    }

    private async Task AnybodyOpensTheLinkThatIsShared(IPage page, Words words, int width)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = words["link.share"], Exact = true }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = words["link.open"] }).ClickAsync();
        await page.WaitForFunctionAsync(
            $"async () => (await navigator.clipboard.readText()).includes('/{words.Prefix}/brief?')"
        );
        var visitor = await site.Open(width);
        await visitor.GotoAsync(await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await Expect(visitor.Locator(".sentence")).ToContainTextAsync("150 psf");
        await Expect(visitor.Locator(".match-row").First).ToBeVisibleAsync();
        await Expect(visitor.Locator(".sentence-chip .chip"))
            .ToHaveCountAsync(await page.Locator(".sentence-chip .chip").CountAsync());
    }

    [Fact]
    public async Task An_address_of_an_earlier_release_shows_the_same_requirement()
    {
        var page = await site.Open();
        var criteria = Uri.EscapeDataString(
            """[{"attribute":"rent","op":"atMost","strength":"must","weight":5,"limit":260,"ideal":170}]"""
        );
        await page.GotoAsync($"/en/sites?criteria={criteria}");

        await Expect(page).ToHaveURLAsync(new Regex(@"/en/brief\?sites=rent_atMost_l260_i170&tab=sites$"));
        await Expect(page.Locator(".sentence-chip .chip")).ToHaveCountAsync(1);
    }

    [Theory]
    [Screen("en")]
    [Screen("tc")]
    [Screen("sc")]
    public async Task On_paper_a_Brief_is_its_words_a_map_costs_and_the_numbers_of_the_best_on_two_pages(
        string language
    )
    {
        var page = await site.Open();
        await page.GotoAsync($"/{language}/{Site.Brief}");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        var best = await page.Locator(".match-row .match-open")
            .First.EvaluateAsync<string>("name => name.lastChild.textContent");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var hidden in (string[])[".top-bar", ".brief-tabs", ".filters", ".match-row"])
            await Expect(page.Locator(hidden).First).ToBeHiddenAsync();
        await Expect(page.Locator(".sentence-chip").First).ToBeVisibleAsync();
        await Expect(page.Locator(".paper-map")).ToBeVisibleAsync();
        await Expect(page.Locator(".paper-cost")).ToHaveCountAsync(5);
        await Expect(page.Locator(".paper-table").First).ToContainTextAsync(best.Trim());
        await Expect(page.Locator(".paper-numbers").First).ToContainTextAsync("/ 100");
        await Expect(page.Locator(".paper-rules li").First).ToBeVisibleAsync();
        var margin = new Margin
        {
            Top = "12mm",
            Bottom = "12mm",
            Left = "12mm",
            Right = "12mm",
        };
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", Margin = margin }));
        Assert.Equal(2, Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"));
    }

    private static Task<string[]> Ids(IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('.match-row')].map((row) => row.dataset.id)");
}
