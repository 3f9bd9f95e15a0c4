using System.Diagnostics;

namespace Matchmaker.Bench;

/// <summary>The times of a piece of work over several rounds, in milliseconds.</summary>
internal sealed record Rounds(double Median, double Min, double Max)
{
    public static Rounds Of(int rounds, Action work)
    {
        work(); // The first run includes JIT compilation.
        var times = Enumerable.Range(0, rounds).Select(_ => Time(work)).Order().ToList();
        return new(times[times.Count / 2], times[0], times[^1]);
    }

    public override string ToString() => FormattableString.Invariant($"{Median:0.000} [{Min:0.000}..{Max:0.000}] ms");

    private static double Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
