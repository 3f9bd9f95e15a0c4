namespace Matchmaker.Bench.Page;

/// <summary>From the address to the first row of a list, and how far the page jumps on the way and after.</summary>
internal static class FirstList
{
    private const string Brief = "brief?sites=area_atLeast_l300*rent_atMost_l260_i170*district_anyOf_skwunTong_q";
    private const int SettleMs = 2_500;

    private const string Watch = """
        window.shown = 0
        window.jump = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jump += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
        const seen = new MutationObserver(() => {
          if (!document.querySelector('.match-row')) return
          seen.disconnect()
          requestAnimationFrame(() => setTimeout(() => (window.shown = performance.now())))
        })
        seen.observe(document, { subtree: true, childList: true })
        """;

    /// <summary>The medians of visits with an empty cache: milliseconds, and the layout shift (0: none).</summary>
    public static async Task<(double Time, double Jump)> Median(
        Visitors browser,
        string language,
        Device device,
        int rounds
    )
    {
        var (times, jumps) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            var (page, _) = await browser.Open(device, Watch);
            await page.GotoAsync($"/{language}/{Brief}");
            await page.WaitForFunctionAsync("() => window.shown > 0");
            await page.WaitForTimeoutAsync(SettleMs);
            times.Add(await page.EvaluateAsync<double>("window.shown"));
            jumps.Add(await page.EvaluateAsync<double>("window.jump"));
            await page.Context.CloseAsync();
        }

        return (Middle(times), Middle(jumps));
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
