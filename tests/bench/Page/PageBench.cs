using Matchmaker.Bench.Live;

namespace Matchmaker.Bench.Page;

/// <summary>
/// What somebody at a screen waits for, in a real browser: the first list on this machine and on a slow phone, how much
/// the page jumps, a slider's move, a re-rank, and whether the page answers while changes arrive.
/// </summary>
internal static class PageBench
{
    private const int Spaces = 2_000;
    private static readonly string[] Languages = ["en", "tc", "sc"];

    /// <summary>0: every gate holds; 1: a gate fails.</summary>
    public static async Task<int> Run(bool quick)
    {
        var rounds = quick ? 3 : 9;
        await using var host = await Host.Start(Spaces);
        await using var browser = await Visitors.Start(host.Address);
        // A fresh process is still compiling its code.
        await FirstList.Median(browser, "en", Device.Desktop, 3);
        var holds = true;
        foreach (var language in Languages)
        {
            var (time, jump) = await FirstList.Median(browser, language, Device.Desktop, rounds);
            holds &= Gate($"first list, desktop, {language}: {time:0} ms ≤ 1 000", time <= 1_000);
            var (phone, phoneJump) = await FirstList.Median(browser, language, Device.SlowPhone, quick ? 1 : 5);
            holds &= Gate($"first list, slow phone, {language}: {phone:0} ms ≤ 2 000", phone <= 2_000);
            holds &= Gate(
                $"layout shift, {language}: desktop {jump:0.000}, phone {phoneJump:0.000} ≤ 0.02",
                Math.Max(jump, phoneJump) <= 0.02
            );
        }

        holds &= await Slider.Holds(browser, quick ? 20 : 60);
        return await Changing.Holds(host, browser, quick ? 5 : 15) && holds ? 0 : 1;
    }

    internal static bool Gate(FormattableString gate, bool holds) =>
        LiveBench.Gate(FormattableString.Invariant(gate), holds);
}
