using System.Diagnostics;

namespace Matchmaker.Web.Tests.Attacks;

/// <summary>
/// Compares how long somebody waits with and without an attack. Both are measured in turns on the same machine, so that
/// whatever else runs there slows both; the medians of the rounds' p99 are compared, and rounds are added while they
/// disagree. A host that lets one caller stop another is slower by the hundredfold, in every round.
/// </summary>
internal static class Comparison
{
    private const int FewestRounds = 3;
    private const int MostRounds = 9;
    private const int FewestTimes = 40;

    // The same cores run the attackers and other tests; the computing time that these take is no fault of the host.
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(Bounds.AreOn ? 50 : 250);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    private static readonly int Longer = LongRun.IsOn ? 3 : 1;

    /// <exception cref="TimeoutException">
    /// With the attack p99 exceeds its double by more than 50 ms on an idle machine (<see cref="Bounds"/>), else 250.
    /// </exception>
    public static async Task AtMostTwice(string what, Func<Task> turn, Func<Task<Attack>> begin)
    {
        var (quiet, attacked) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 1; round <= MostRounds * Longer; round++)
        {
            await Settle(turn);
            quiet.Add(await Measure(turn));
            await using (await begin())
            {
                await Settle(turn);
                attacked.Add(await Measure(turn));
            }

            var (without, with) = (Median(quiet), Median(attacked));
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{what}, round {round}: p99 {Text(without)} without, {Text(with)} with"
            );
            if (round >= FewestRounds * Longer && with <= (2 * without) + Floor)
                return;
        }

        throw new TimeoutException(
            $"{what}: p99 {Text(Median(quiet))} without the attack, {Text(Median(attacked))} with it."
        );
    }

    /// <summary>Lets begin or end what has just begun or ended: connections come and go for a moment.</summary>
    private static async Task Settle(Func<Task> turn)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Length / 2; )
            await turn();
    }

    private static async Task<TimeSpan> Measure(Func<Task> turn)
    {
        var times = new List<TimeSpan>();
        var whole = Stopwatch.StartNew();
        while (times.Count < FewestTimes || whole.Elapsed < Length * Longer)
        {
            var clock = Stopwatch.StartNew();
            await turn();
            times.Add(clock.Elapsed);
        }

        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * 0.99))];
    }

    private static string Text(TimeSpan time) => $"{time.TotalMilliseconds:0} ms";

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2);
}
