using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>Two silos and a web host that show each other certificates of one authority.</summary>
public sealed class GuardedCluster : IAsyncLifetime
{
    private readonly Addresses _addresses = new();
    private readonly List<ChildProcess> _children = [];
    private Postgres? _postgres;
    private WebProcess? _web;

    internal Authority Own { get; } = new();

    /// <summary>An authority that the cluster does not know.</summary>
    internal Authority Other { get; } = new();

    internal string Database => _postgres!.Setting(RunningCluster.Database);

    internal WebProcess Web => _web!;

    internal string AddressOfSilo => _addresses.Silo(0);

    public async ValueTask InitializeAsync()
    {
        _postgres = new((_addresses.Postgres, Ports.Free(_addresses.Postgres)));
        await _postgres.Create();
        await _postgres.NewDatabase(RunningCluster.Database);
        for (var i = 0; i < 2; i++)
            Start(new SiloProcess($"silo {i}", Database, _addresses.Silo(i), null, Own.Silo($"silo-{i}")));
        _web = Start(new WebProcess("web", Database, AddressOfWeb(0), RunningCluster.Sample, Own.Web("web")));
        await _web.Ready(_children);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
            await child.DisposeAsync();
        await _postgres!.Destroy();
        Own.Dispose();
        Other.Dispose();
    }

    internal Uri AddressOfWeb(int number) => new($"http://{_addresses.Web(number)}:5080");

    internal T Start<T>(T child)
        where T : ChildProcess
    {
        _children.Add(child);
        child.Start();
        return child;
    }
}
