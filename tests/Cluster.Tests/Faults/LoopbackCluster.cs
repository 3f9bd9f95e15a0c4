using Matchmaker.Cluster.Tests.Checks;
using Matchmaker.Cluster.Tests.Processes;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Matchmaker.Cluster.Tests.Faults.LoopbackCluster))]

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>
/// A cluster whose processes each have an address of 127.0.0.0/8; it starts when the first test needs it, and every
/// test leaves it whole.
/// </summary>
public sealed class LoopbackCluster : IAsyncDisposable
{
    private RunningCluster? _running;

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }

    internal async Task<RunningCluster> Running()
    {
        var addresses = new Addresses();
        return _running ??= await RunningCluster.Begin(
            addresses,
            addresses.Postgres,
            (i, database) => new SiloProcess($"silo {i}", database, addresses.Silo(i))
        );
    }

    /// <summary>A trial on this cluster, and the silo where the journal lives: what breaks there hurts most.</summary>
    internal async Task<(RunningCluster Cluster, FaultTrial Trial, SiloProcess OfJournal)> Try(string fault, int seed)
    {
        var running = await Running();
        var trial = await FaultTrial.Begin(running, fault, seed);
        await using var observatory = await ClusterProbe.Open(running.Setting);
        var address = (await observatory.OfJournal()).ToString();
        return (running, trial, running.Silos.Single(silo => silo.Address == address));
    }
}
