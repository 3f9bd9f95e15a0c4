using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Bench.Live;

namespace Matchmaker.Bench.Page;

/// <summary>Whether a page answers while 20 changes a second arrive, and how long it ranks its list anew.</summary>
internal static class Changing
{
    private const int ChangesPerSecond = 20;
    private static readonly TimeSpan BetweenReRanks = TimeSpan.FromSeconds(2);

    private const string Watch = """
        window.longest = 0
        window.watched = false
        new PerformanceObserver((list) => {
          if (!window.watched) return
          for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
        }).observe({ type: 'longtask' })
        window.reranked = () => new Promise((done) => {
          const pill = document.querySelector('.list-head .pill')
          if (!pill) return done(-1)
          const start = performance.now()
          pill.click()
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
        })
        """;

    public static async Task<bool> Holds(Host host, Visitors browser, int rounds)
    {
        using var officer = host.Client(await host.SignIn("officer@sample"));
        var demand = await Demand(officer);
        var editors = new Editors(officer);
        await editors.Load();
        var (page, _) = await browser.Open(Device.Desktop, Watch, "officer@sample");
        await page.GotoAsync($"/en/demands/{demand}");
        await page.Locator(".live-badge.live").WaitForAsync();
        var rows = await page.Locator(".match-row").CountAsync();
        await page.EvaluateAsync("window.watched = true");
        var times = new List<double>();
        var changing = editors.Change(ChangesPerSecond, rounds * BetweenReRanks);
        while (!changing.IsCompleted)
        {
            await Task.WhenAny(changing, Eventually.Pause(BetweenReRanks));
            if (await page.EvaluateAsync<double>("window.reranked()") is > 0 and var took)
                times.Add(took);
        }

        await changing;
        var longest = await page.EvaluateAsync<double>("window.longest");
        await page.Context.CloseAsync();
        var p95 = LiveBench.Print($"re-rank of a list with {rows} rows drawn", [.. times], 95);
        return PageBench.Gate($"re-rank p95 {p95:0} ms ≤ 50", p95 <= 50)
            & PageBench.Gate(
                $"longest task while {ChangesPerSecond} changes/s arrive: {longest:0} ms ≤ 200",
                longest <= 200
            );
    }

    private static async Task<string> Demand(HttpClient officer)
    {
        using var created = await officer.PostAsJsonAsync(
            "/api/demands",
            new
            {
                board = "sites",
                owner = "enterprises/e1",
                name = "bench",
                notifyAbove = 0,
                criteria = new object[]
                {
                    new
                    {
                        attribute = "rent",
                        op = "atMost",
                        strength = "prefer",
                        limit = 350,
                        ideal = 50,
                    },
                },
            }
        );
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
