[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Matchmaker.Cluster.Tests;

/// <summary>A cluster whose processes each have an address of 127.0.0.0/8.</summary>
public sealed class LoopbackCluster : IAsyncLifetime
{
    private RunningCluster? _running;

    internal RunningCluster Running => _running!;

    public async ValueTask InitializeAsync()
    {
        var addresses = new Addresses();
        _running = await RunningCluster.Begin(addresses, addresses.Postgres, (i, database) => new Silo($"silo {i}", database, addresses.Silo(i)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }
}
