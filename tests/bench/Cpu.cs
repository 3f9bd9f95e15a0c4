namespace Matchmaker.Bench;

/// <summary>
/// The CPU time of one call, in milliseconds, all threads of the process together: three batches are measured after a
/// first one that includes JIT compilation. A busy machine does not change it much.
/// </summary>
internal sealed record Cpu(double Median, double Min, double Max)
{
    private const int WarmUp = 40;

    /// <param name="calls">The number of calls of each batch; 1: one call is measured, and none before it.</param>
    public static Cpu Of(int calls, Action work)
    {
        var times = new List<double>();
        for (var batch = 0; batch < (calls == 1 ? 1 : 4); batch++)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var call = 0; call < calls; call++)
                work();
            times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds / calls);
        }

        var sorted = times.Skip(calls == 1 ? 0 : 1).Order().ToList();
        return new(sorted[sorted.Count / 2], sorted[0], sorted[^1]);
    }

    /// <summary>Several calls that take turns, so that a busy machine slows all of them alike.</summary>
    /// <param name="rounds">How often each is measured, after others that include JIT compilation.</param>
    public static IReadOnlyList<Cpu> Alternating(int rounds, IReadOnlyList<Action> works)
    {
        var times = works.Select(_ => new List<double>()).ToList();
        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var at = 0; at < works.Count; at++)
            {
                var start = Environment.CpuUsage.TotalTime;
                works[at]();
                if (round >= 0)
                    times[at].Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            }
        }

        return
        [
            .. times
                .Select(taken => taken.Order().ToList())
                .Select(taken => new Cpu(taken[taken.Count / 2], taken[0], taken[^1])),
        ];
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Median:0.0000} [{Min:0.0000}..{Max:0.0000}] ms");
}
