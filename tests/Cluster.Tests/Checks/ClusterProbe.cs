using System.Net;
using Matchmaker.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Matchmaker.Cluster.Tests.Checks;

/// <summary>
/// Looks into the cluster as Orleans sees it, to break what matters most: a fault that misses the journal proves
/// little.
/// </summary>
internal sealed class ClusterProbe : IAsyncDisposable
{
    private readonly IHost _host;

    private ClusterProbe(IHost host) => _host = host;

    private IClusterClient Client => _host.Services.GetRequiredService<IClusterClient>();

    public static async Task<ClusterProbe> Open(string database)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options =>
                (options.ServiceId, options.ClusterId) = ("matchmaker", "matchmaker")
            );
            // Without a pool, because connections of before a database's death would be given to who looks after it.
            client.UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", $"{database};Pooling=false")
            );
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>The address of the silo where the journal's grain lives.</summary>
    public async Task<IPAddress> OfJournal() => (await Where(Client.Journal()))!;

    /// <summary>Null: it does not live now.</summary>
    public Task<IPAddress?> OfClock() => Where(Client.Clock());

    /// <summary>How many activations of a grain's class there are in the cluster.</summary>
    /// <param name="name">The end of the class's name.</param>
    public async Task<int> Activations(string name)
    {
        var all = await Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return all.Count(statistic =>
            statistic.GrainType.EndsWith(name, StringComparison.Ordinal)
            || statistic.GrainType.Contains($"{name},", StringComparison.Ordinal)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task<IPAddress?> Where(IAddressable grain) =>
        (await Client.GetGrain<IManagementGrain>(0).GetActivationAddress(grain))?.Endpoint.Address;
}
