using System.Diagnostics;
using Matchmaker.Cluster.Tests.Checks;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>The clock's reminder outlives the silo that looks after it.</summary>
public sealed class ClockTests(LoopbackCluster cluster)
{
    // A period of the reminder, and until the silos know whose it is now.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task The_clock_of_a_dead_silo_continues_on_another_silo()
    {
        Assert.SkipUnless(Span.IsFull, "A tick comes once a minute.");
        var running = await cluster.Running();
        await running.Wake();
        var (clock, before) = (Stopwatch.StartNew(), await Ticked(running, null));
        await running.Silos.Single(silo => silo.Address == before).Kill();
        var killed = clock.Elapsed;
        var after = await Ticked(running, before);
        Report.Add($"the clock's silo killed: it ticks at another {(clock.Elapsed - killed).TotalSeconds:0} s later");
        Assert.NotEqual(before, after);
        await using (var store = await running.Open())
            Assert.Equal([], await ReminderChecks.Clock(store, running.Setting));
        await running.Wake();
    }

    /// <summary>The address of the silo where the clock lives, when it does.</summary>
    /// <param name="not">One that does not count, because it died.</param>
    private static async Task<string> Ticked(RunningCluster running, string? not)
    {
        await using var observatory = await ClusterProbe.Open(running.Setting);
        var found = "";
        await Eventually.Until(
            "the clock ticks",
            async () => (found = $"{await observatory.OfClock()}") != "" && found != not,
            MaxWait
        );
        return found;
    }
}
