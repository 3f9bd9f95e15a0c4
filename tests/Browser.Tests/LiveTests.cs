using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>What the page does while data changes.</summary>
public sealed class LiveTests(Site site)
{
    [Theory]
    [Screen("tc", 1440)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task A_space_that_is_let_elsewhere_greys_in_place_and_goes_only_when_the_reader_re_ranks(
        string language,
        int width
    )
    {
        var (words, stage) = (Words.Of(language), await Stage.Set(site));
        var page = await Watch(stage, words, width);
        var row = page.Locator($".match-row[data-id='{stage.Space}']");
        await Expect(row).ToBeVisibleAsync();
        var before = await Order(page);

        await stage.Change(space => space["status"] = "let");

        await Expect(row).ToHaveClassAsync(new Regex(@"\bgone\b"));
        await Expect(row).ToContainTextAsync(words["gone.let"]);
        Assert.Equal(before, await Order(page));
        await page.Locator(".list-head .pill").ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_new_rent_appears_by_itself_and_its_delay_is_measured()
    {
        var stage = await Stage.Set(site);
        var page = await Watch(stage, Words.Of("en"), 1440);
        var row = page.Locator($".match-row[data-id='{stage.Space}']");
        await Expect(row).ToBeVisibleAsync();
        var (latencies, chance) = (new List<double>(), new Random(7));
        for (var i = 0; i < 40; i++)
        {
            var rent = 200 + (i * 10);
            var shown = page.EvaluateAsync<double>(
                """
                ([id, text]) => new Promise((seen) => {
                  const row = document.querySelector(`.match-row[data-id='${id}']`)
                  const look = () => { if (row.textContent.includes(text)) { watch.disconnect(); seen(Date.now()) } }
                  const watch = new MutationObserver(look)
                  watch.observe(row, { subtree: true, childList: true, characterData: true })
                  look()
                })
                """,
                new[] { stage.Space, Shown(rent) }
            );
            var sent = await stage.SetRent(rent);
            try
            {
                latencies.Add(await shown.WaitAsync(TimeSpan.FromMinutes(1)) - sent.ToUnixTimeMilliseconds());
            }
            catch (TimeoutException)
            {
                Assert.Fail($"Rent {rent} does not show in: {await row.InnerTextAsync()}");
            }

            // People change things at any moment, not only after the last change showed.
            await Eventually.Pause(TimeSpan.FromMilliseconds(chance.Next(400)));
        }

        latencies.Sort();
        Console.WriteLine(
            $"change to screen: p50 {latencies[20]:0} ms, p95 {latencies[37]:0} ms, max {latencies[39]:0} ms"
        );
        Bounds.AtMost(
            TimeSpan.FromMilliseconds(300),
            TimeSpan.FromMilliseconds(latencies[37]),
            "from a change to the screen, p95"
        );
    }

    [Fact]
    public async Task A_page_that_lost_its_connection_says_so_and_catches_up_with_a_page_that_never_lost_it()
    {
        var (words, stage) = (Words.Of("en"), await Stage.Set(site));
        await using var cable = new TcpProxy(site.Address);
        var page = await Watch(stage, words, 1440, cable.Address);
        var row = page.Locator($".match-row[data-id='{stage.Space}']");
        await Expect(row).ToBeVisibleAsync();

        cable.Cut();
        await Expect(page.Locator(".live-badge")).ToContainTextAsync(words.Start("live.reconnecting"));
        await row.ClickAsync(); // its details are code that has not been read yet
        await stage.SetRent(4321);
        cable.Mend();

        await Expect(page.Locator(".live-badge")).ToContainTextAsync(words["live.live"], new() { Timeout = 30_000 });
        await Expect(row).ToContainTextAsync(Shown(4321));
        await Expect(page.Locator("#detail-name")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.Locator(".list-head .pill").ClickAsync();
        var fresh = await Watch(stage, words, 1440);
        var freshRow = fresh.Locator($".match-row[data-id='{stage.Space}']");
        await Expect(freshRow).ToContainTextAsync(Shown(4321));
        await freshRow.ClickAsync();
        // A row shows before the name of its space is read.
        await Eventually.Until(
            "both pages show the same rows",
            async () => string.Join('\n', await Rows(fresh)) == string.Join('\n', await Rows(page))
        );

        await fresh.Context.SetOfflineAsync(true);
        await Expect(fresh.Locator(".live-badge")).ToContainTextAsync(words.Start("live.reconnecting"));
        await Expect(freshRow).ToBeVisibleAsync();
        await fresh.Context.SetOfflineAsync(false);
        await Expect(fresh.Locator(".live-badge")).ToContainTextAsync(words["live.live"]);
    }

    /// <summary>A rent in HKD per m² and month as a row shows it, in the unit of the trade.</summary>
    private static string Shown(int rent) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"${Math.Round(rent * 0.09290304m, 1, MidpointRounding.AwayFromZero):0.#}/sq ft"
        );

    private async Task<IPage> Watch(Stage stage, Words words, int width, Uri? origin = null)
    {
        var page = await site.Open(width, origin);
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync($"/{words.Prefix}/demands/{stage.Demand}");
        await Expect(page.Locator(".live-badge")).ToContainTextAsync(words["live.live"]);
        return page;
    }

    private static Task<string[]> Order(IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('.match-row')].map((row) => row.dataset.id)");

    // Without the marks of what changed since this page was opened, which a fresh page cannot have.
    private static Task<string[]> Rows(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.match-row')].map((row) => {
              const copy = row.cloneNode(true)
              copy.querySelectorAll('.delta, .flash').forEach((mark) => mark.remove())
              return copy.dataset.id + ' ' + copy.textContent
            })
            """
        );
}
