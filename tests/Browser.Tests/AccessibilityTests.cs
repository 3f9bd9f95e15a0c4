using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>
/// Every screen, wide and narrow: nothing that axe objects to, and no sideways scrolling. Each is looked at in one
/// language where it is wide and in another where it is narrow; with MATCHMAKER_FULL=1 in all of them.
/// </summary>
public sealed class AccessibilityTests(Site site)
{
    private static readonly (string? Email, string Path, string Ready)[] Screens =
    [
        (null, "/", ".district-bars li"),
        ("enterprise@sample", "/", ".home-row"),
        ("firm@sample", "/", ".home-row"),
        ("owner@sample", "/", ".stacking"),
        ("officer@sample", "/", ".inbox-leads li"),
        ("admin@sample", "/", ".funnel-bars li"),
        (null, "/" + Site.Brief, ".match-row .match-open"),
        (null, "/brief?tab=money", ".programme-verdict"),
        (null, "/sign-in", "main form"),
        (null, "/invitation#token=x", "main form"),
        (null, "/reset#token=x", "main form"),
        (null, "/forgotten", "main form"),
        ("firm@sample", "/account", ".own .rows > li"),
        (null, "/nowhere", "h1"),
        ("enterprise@sample", "/demands", "article a"),
        ("owner@sample", "/buildings", ".rows a"),
        ("officer@sample", "/enterprises", ".rows a"),
        ("officer@sample", "/imports", "main input[type=file]"),
        ("officer@sample", "/invitations", "main h1"),
        ("admin@sample", "/accounts", "main h1"),
        (null, "/research", "#match-count"),
        (null, "/programmes", ".programme-verdict"),
        (null, "/programmes/itif", ".programme-sources"),
        (null, "/startups", ".startup-found a"),
        ("enterprise@sample", "/programmes", ".keeping"),
        ("enterprise@sample", "/enterprises/e1/package", ".landing-table"),
        ("admin@sample", "/programmes/nias", ".programme-fields"),
        (null, "/search?q=zzqx", "main h1"),
        (null, "/search?q=CNC+150+psf+no+gas+zzqx", ".read-terms .chip.unread"),
        ("enterprise@sample", "/partners", "#match-count"),
        ("enterprise@sample", "/needs", "main h1"),
        ("enterprise@sample", "/enquiries", "main h1"),
        ("firm@sample", "/firm", ".save-bar"),
        ("firm@sample", "/opportunities", "#match-count"),
        ("firm@sample", "/upgrade", ".ask-form, .step-card"),
        ("officer@sample", "/firms", ".rows a"),
        ("officer@sample", "/centres", "main h1"),
        ("officer@sample", "/enquiries", "main h1"),
        ("admin@sample", "/taxonomies", ".term-tree .term"),
        ("admin@sample", "/gates", ".dated-table tbody tr"),
        ("admin@sample", "/steps", ".dated-table tbody tr"),
        ("officer@sample", "/desk", ".lane"),
        ("officer@sample", "/figures", ".figures section"),
        ("officer@sample", "/upgrades", ".bar-rows li"),
        ("officer@sample", "/visits", "main h1"),
        ("officer@sample", "/visits/new", "main h1"),
        ("officer@sample", "/letters", "main h1"),
        ("officer@sample", "/allocation", ".allocation-choice li"),
        ("officer@sample", "/officers/officer@sample", "main form"),
        (null, "/consent", "main h1"),
        ("enterprise@sample", "/introductions", ".introductions-page .show-more"),
        ("enterprise@sample", "/people", ".people li"),
        ("officer@sample", "/people", "main h1"),
        ("owner@sample", "/introductions", ".introductions-page .show-more"),
        ("admin@sample", "/journal?of=enterprises/e1", ".timeline li"),
    ];

    // Two frames, with every transition brought to its end: a colour that is on its way to another one is no fault. To
    // wait for the end takes for ever where a transition stands in a part that the browser does not draw yet.
    private const string Drawn = """
        async () => {
            const frame = () => new Promise(done => requestAnimationFrame(done));
            await frame();
            for (const each of document.getAnimations())
                if (each instanceof CSSTransition) each.finish();
            await frame();
        }
        """;

    private static readonly string[] Languages = ["tc", "sc", "en"];
    private static readonly int[] Widths = [1440, 390, 320];

    // Without the long run, each language and each width once.
    public static TheoryData<string, int> Views =>
        new(
            from language in Languages.Index()
            from width in Widths.Index()
            where LongRun.IsOn || language.Index == width.Index
            select (language.Item, width.Item)
        );

    public static TheoryData<string> EachLanguage => new(Languages);

    [Theory, MemberData(nameof(EachLanguage))]
    public Task Every_screen_is_clean(string language) => AreClean(language, 0, 1440);

    [Theory, MemberData(nameof(EachLanguage))]
    public Task Every_screen_is_clean_on_a_phone_and_on_a_narrow_one(string language) =>
        AreClean(language, 1, 390, 320);

    [Theory, MemberData(nameof(Views))]
    public async Task The_requirement_and_the_reasons_are_clean(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/{Site.Brief}");
        await page.Locator(".match-row .match-open").First.ClickAsync();
        await Expect(page.GetByText(words["why.parts"])).ToBeVisibleAsync();
        var wrong = await Axe.Objections(page);
        await page.GotoAsync($"/{language}/{Site.Brief}");
        await page.Locator(".sentence-chip .chip").First.ClickAsync();
        await Expect(page.Locator(".criterion")).ToBeVisibleAsync();
        await page.Locator(".fine summary").ClickAsync();
        wrong.AddRange(await Axe.Objections(page));
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".add-condition").ClickAsync();
        await Expect(page.Locator(".finder-choice").First).ToBeVisibleAsync();
        wrong.AddRange(await Axe.Objections(page));
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-opens=filters]").ClickAsync();
        await Expect(page.Locator(".more-filters .choices .nums").First).ToBeVisibleAsync();
        wrong.AddRange(await Axe.Objections(page));

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Theory]
    [Screen("tc", 390)]
    [Screen("sc", 1440)]
    [Screen("en", 320)]
    public async Task The_way_of_a_machine_and_the_uses_of_a_site_are_clean(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/brief?sites=uses_allows_vshowroom*path_takes_m4200~2-6~2-3~2-6");
        await page.Locator(".match-row .match-open").First.ClickAsync();
        await Expect(page.Locator(".paths .way").First).ToBeVisibleAsync();
        var wrong = await Axe.Objections(page);
        await page.GetByRole(AriaRole.Tab, new() { Name = words["detail.uses"] }).ClickAsync();
        var worked = page.Locator(".uses-of details").First;
        await worked.Locator("summary").ClickAsync();
        await Expect(worked.Locator(".gates")).ToBeVisibleAsync();
        wrong.AddRange(await Axe.Objections(page));

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    /// <param name="turn">By how much the languages of the screens are turned against another test's.</param>
    /// <param name="widths">Each screen opens in the first, in light and in dark colours, and is narrowed to the
    /// others.</param>
    private async Task AreClean(string language, int turn, params int[] widths)
    {
        var words = Words.Of(language);
        var wrong = new List<string>();
        var told = Screens.Where(
            (_, number) => LongRun.IsOn || Languages[(number + turn) % Languages.Length] == language
        );
        foreach (var screens in told.GroupBy(screen => screen.Email))
        {
            var page = await site.Open(widths[0]);
            if (screens.Key is { } email)
                await Site.SignIn(page, words, email);
            foreach (var (_, path, ready) in screens)
            {
                wrong.AddRange(await Look(page, $"/{language}{path}", ready, widths[0]));
                wrong.AddRange(await LookInTheDark(page));
                foreach (var width in widths.Skip(1))
                    wrong.AddRange(await LookNarrower(page, width));
            }

            await page.Context.CloseAsync();
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static async Task<List<string>> Look(IPage page, string path, string ready, int width)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
        await page.GotoAsync(path);
        await Expect(page.Locator(ready).First).ToBeVisibleAsync();
        return await Axe.Objections(page);
    }

    /// <summary>Colours alone are different in the dark.</summary>
    private static async Task<List<string>> LookInTheDark(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync(Drawn);
        var wrong = await Axe.Objections(page, "color-contrast");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. wrong.Select(objection => $"in the dark: {objection}")];
    }

    private static async Task<List<string>> LookNarrower(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
        await page.EvaluateAsync(Drawn);
        return [.. (await Axe.Objections(page)).Select(objection => $"{width} px: {objection}")];
    }
}
