using Matchmaker.Grains.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>A silo with all grains on one database, with a clock of its own.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly Place? _own;

    private TestSystem(
        InProcessTestCluster cluster,
        FakeTimeProvider time,
        Database database,
        CommitGate commits,
        Place? own
    )
    {
        _cluster = cluster;
        Time = time;
        Database = database;
        Commits = commits;
        _own = own;
    }

    public IGrainFactory Grains => _cluster.Client;

    public FakeTimeProvider Time { get; }

    public Database Database { get; }

    /// <summary>Decides the order of writes that race.</summary>
    public CommitGate Commits { get; }

    /// <summary>On a new database that goes with the system.</summary>
    public static async Task<TestSystem> On(Store store, params (string Name, string Value)[] settings)
    {
        var place = await Place.On(store);
        return await Start(place, place, settings);
    }

    /// <summary>On a database that stays.</summary>
    public static Task<TestSystem> On(Place place, params (string Name, string Value)[] settings) =>
        Start(place, null, settings);

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Database.DisposeAsync();
        _own?.Dispose();
    }

    private static async Task<TestSystem> Start(Place place, Place? own, (string Name, string Value)[] settings)
    {
        var (time, commits) = (new FakeTimeProvider(Some.Noon), new CommitGate());
        var database = await place.Start();
        var builder = new InProcessTestClusterBuilder(1);
        // Reminders belong to the service: a restarted system continues with them.
        builder.Options.ServiceId = "matchmaker";
        builder.ConfigureSiloHost(
            (_, host) =>
                host.Configuration.AddInMemoryCollection(
                    settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))
                )
        );
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.Services.AddSingleton<TimeProvider>(time);
                silo.AddIncomingGrainCallFilter(commits);
                silo.AddMatchmakerGrains(database);
            }
        );
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, time, database, commits, own);
    }
}
