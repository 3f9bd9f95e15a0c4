using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>Filters beside the list change the requirement and the list at once.</summary>
public sealed partial class FilterTests(Site site)
{
    private const string Rents =
        """[{"attribute":"rent","op":"atMost","limit":172.2},{"attribute":"area","op":"atLeast","limit":100}]""";

    [Fact]
    public async Task A_knob_moved_by_the_keyboard_moves_the_limit_and_the_list()
    {
        var page = await Open(1440, "en");
        var chips = page.Locator(".sentence-chip .chip");
        var knob = page.Locator(".filters .filter").First.Locator("input[type=range]");
        await Expect(chips.First).ToContainTextAsync("≤ $16/sq ft");
        await Expect(knob).ToHaveAttributeAsync("aria-valuetext", Counted());
        var before = await Count(page);

        for (var presses = 0; presses < 4; presses++)
            await knob.PressAsync("ArrowLeft");

        await Expect(chips.First).ToContainTextAsync("≤ $14/sq ft");
        await Eventually.Until("the list is shorter", async () => await Count(page) < before);
        await Eventually.Until(
            "the knob says how many the list holds",
            async () =>
                (await knob.GetAttributeAsync("aria-valuetext"))!.EndsWith(
                    $": {await page.Locator("#match-count").InnerTextAsync()}",
                    StringComparison.Ordinal
                )
        );
        await knob.PressAsync("End");
        await Expect(chips).ToHaveCountAsync(1);
        await Expect(knob).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_next_step_brings_what_it_says()
    {
        var page = await Open(1440, "en");
        var step = page.Locator(".filters .filter-gain").First;
        await Expect(step).ToBeVisibleAsync();
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        var (before, gain) = (await Count(page), Number(await step.InnerTextAsync()));

        await step.ClickAsync();

        await Eventually.Until("the list is longer", async () => await Count(page) >= before + gain);
    }

    [Fact]
    public async Task A_telephone_has_all_its_filters_behind_a_button()
    {
        var page = await Open(390, "tc");
        await Expect(page.Locator(".match-row").First).ToBeVisibleAsync();
        await page.Locator("[data-opens=filters]").ClickAsync();
        var popup = page.Locator(".more-filters");

        await popup.Locator(".filter").First.Locator("input[type=range]").PressAsync("ArrowLeft");
        await Expect(page.Locator(".sentence-chip .chip").First).ToContainTextAsync("$15.5/呎");
        await popup.Locator(".choices input").First.CheckAsync();
        await Expect(page.Locator(".sentence-chip .chip")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("Escape");

        await Expect(popup).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-opens=filters]")).ToBeFocusedAsync();
    }

    private async Task<IPage> Open(int width, string language)
    {
        var page = await site.Open(width);
        await page.GotoAsync($"/{language}/sites?criteria={Uri.EscapeDataString(Rents)}");
        await Expect(page.Locator("#match-count")).ToContainTextAsync(FirstNumber());
        return page;
    }

    private static async Task<int> Count(IPage page) => Number(await page.Locator("#match-count").InnerTextAsync());

    private static int Number(string text) => int.Parse(FirstNumber().Match(text).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@": \d+ sites?$")]
    private static partial Regex Counted();
}
