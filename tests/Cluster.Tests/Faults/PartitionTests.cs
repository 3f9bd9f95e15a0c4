using Matchmaker.Cluster.Tests.Checks;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>A silo that the other silos do not reach any more, while the database and the web hosts still do.</summary>
public sealed class PartitionTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_silo_that_returns_from_a_network_partition_has_written_nothing_meanwhile()
    {
        var obstacle = await Namespaces.Obstacle();
        Assert.SkipUnless(obstacle is null, obstacle ?? "");
        await using var spaces = await Namespaces.Create();
        await using var running = await RunningCluster.Begin(
            new Addresses(),
            Namespaces.Host,
            (i, database) =>
                new SiloProcess(
                    $"silo {i}",
                    database,
                    Namespaces.Address(i),
                    Namespaces.Name(i),
                    ("Matchmaker__Cluster__Plain", "true")
                )
        );
        await using var trial = await FaultTrial.Begin(running, "a silo cut off from the others", 7);
        var victim = await OfJournal(running);
        await trial.Break(() => Namespaces.Cut(victim));
        await Eventually.Pause(Span.Away);
        await Namespaces.Heal(victim);
        await trial.End();
        Bounds.AtMost(Bar, trial.Writes, "the longest wait of an editor");
        Bounds.AtMost(Bar, trial.Searches, "the longest wait of a searcher");
    }

    private static async Task<int> OfJournal(RunningCluster running)
    {
        await using var observatory = await ClusterProbe.Open(running.Setting);
        var address = (await observatory.OfJournal()).ToString();
        return Enumerable.Range(0, running.Silos.Count).Single(i => running.Silos[i].Address == address);
    }
}
