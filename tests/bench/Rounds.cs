using System.Diagnostics;

namespace Matchmaker.Bench;

/// <summary>Times of one piece of work over some rounds, in milliseconds.</summary>
internal sealed record Rounds(double Median, double Least, double Most)
{
    public static Rounds Of(int rounds, Action work)
    {
        // The first run measures the compiler.
        work();
        var times = Enumerable.Range(0, rounds).Select(_ => Time(work)).Order().ToList();
        return new(times[times.Count / 2], times[0], times[^1]);
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Median:0.000} [{Least:0.000}..{Most:0.000}] ms");

    private static double Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
