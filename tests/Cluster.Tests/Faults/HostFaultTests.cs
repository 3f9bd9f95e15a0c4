using System.Diagnostics;
using Matchmaker.Cluster.Tests.Load;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>The database and the web hosts break while people work.</summary>
public sealed class HostFaultTests(LoopbackCluster cluster)
{
    private static readonly TimeSpan BarOfDatabase = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BarOfWeb = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task After_a_database_crash_everybody_is_served_within_3_s_of_its_return_and_nothing_is_lost()
    {
        var running = await cluster.Running();
        await using var trial = await FaultTrial.Begin(running, "kill -9 of PostgreSQL, down for 3 s", 5);
        await trial.Break(running.Postgres.Kill);
        await Eventually.Pause(TimeSpan.FromSeconds(3));
        await running.Postgres.Return();
        var returned = Stopwatch.GetTimestamp();
        await trial.EverybodySucceeds(returned);
        var (writes, searches) = (After(trial.Load.Writes, returned), After(trial.Load.Searches, returned));
        Report.Add(
            $"  back {Stopwatch.GetElapsedTime(trial.At, returned).TotalSeconds:0.0} s after the kill; after its return: writes after {writes.TotalSeconds:0.0} s, searches after {searches.TotalSeconds:0.0} s"
        );
        await trial.End();
        Bounds.AtMost(BarOfDatabase, writes, "the longest wait of an editor");
        Bounds.AtMost(BarOfDatabase, searches, "the longest wait of a searcher");
    }

    [Fact]
    public async Task Watchers_of_a_killed_web_host_reconnect_elsewhere_within_5_s()
    {
        var running = await cluster.Running();
        await using var trial = await FaultTrial.Begin(running, "kill -9 of a web host", 6);
        var victim = running.Webs[0];
        var concerned = trial.Load.Watches.Where(watch => watch.Watcher.Host == victim.Address).ToList();
        Assert.NotEmpty(concerned);
        await trial.Break(victim.Kill);
        await Eventually.Until(
            "its watchers are elsewhere",
            () => Task.FromResult(concerned.TrueForAll(watch => watch.Log.FirstAfter(trial.At) is not null))
        );
        var longest = After([.. concerned.Select(watch => watch.Log)], trial.At);
        await trial.EverybodySucceeds(trial.At);
        Report.Add($"  {concerned.Count} watchers elsewhere after {longest.TotalSeconds:0.0} s");
        await trial.End();
        Bounds.AtMost(BarOfWeb, longest, "a watcher is elsewhere");
    }

    private static TimeSpan After(IEnumerable<WriteLog> logs, long from) =>
        logs.Max(log => log.FirstAfter(from)!.Value);
}
