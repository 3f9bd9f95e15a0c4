using Npgsql;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>The cluster of these tests itself.</summary>
public sealed class RunningClusterTests
{
    [Fact]
    public async Task A_cluster_that_does_not_come_up_leaves_no_process_running()
    {
        var addresses = new Addresses();
        var silos = new List<SiloProcess>();
        var database = "";
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            RunningCluster.Begin(addresses, addresses.Postgres, (i, setting) => Silo(i, setting))
        );

        Assert.All(silos.Take(2), silo => Assert.NotEqual(default, silo.StartedAt));
        Assert.DoesNotContain(silos, silo => silo.IsRunning);
        await using var connection = new NpgsqlConnection($"{database};Pooling=false;Timeout=5");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        SiloProcess Silo(int number, string setting)
        {
            database = setting;
            // The last one cannot be started: a setting needs a name.
            (string, string)[] settings = number == 2 ? [(null!, "")] : [];
            silos.Add(new($"silo {number}", setting, addresses.Silo(number), null, settings));
            return silos[^1];
        }
    }
}
