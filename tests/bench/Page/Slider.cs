using Matchmaker.Bench.Live;

namespace Matchmaker.Bench.Page;

/// <summary>From a slider's step to the list that follows it, through the server, at 2 000 spaces.</summary>
internal static class Slider
{
    // The list says how many match; a step of the area changes the number.
    private const string Watch = """
        window.took = () => new Promise((done) => {
          const start = performance.now()
          const seen = new MutationObserver(() => {
            seen.disconnect()
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
          })
          seen.observe(document.querySelector('.list-head'), { subtree: true, childList: true, characterData: true })
          setTimeout(() => (seen.disconnect(), done(-1)), 3000)
        })
        """;

    public static async Task<bool> Holds(Visitors browser, int steps)
    {
        var (page, _) = await browser.Open(Device.Desktop, Watch);
        await page.GotoAsync("/en/brief?sites=area_atLeast_l300");
        await page.Locator(".match-row").First.WaitForAsync();
        var thumb = page.Locator(".filter-row input[type=range]").First;
        await thumb.FocusAsync();
        var times = new List<double>();
        for (var i = 0; i < steps; i++)
        {
            var shown = page.EvaluateAsync<double>("window.took()");
            await page.Keyboard.PressAsync(i % 2 == 0 ? "PageUp" : "PageDown");
            if (await shown is > 0 and var took)
                times.Add(took);
        }

        await page.Context.CloseAsync();
        var p95 = LiveBench.Print("slider's step → list", [.. times], 95);
        return PageBench.Gate($"slider's step → list p95 {p95:0} ms ≤ 100, {times.Count} of {steps} seen", p95 <= 100);
    }
}
