using Matchmaker.Cluster.Tests.Checks;
using Matchmaker.Cluster.Tests.Load;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>
/// Two clusters that do not know each other, on one database: every grain lives twice, the journal's too. What keeps
/// them apart is the store alone.
/// </summary>
public sealed class SplitBrainTests : IAsyncLifetime
{
    private const int Writers = 4;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(Span.IsFull ? 30 : 8);

    private readonly Addresses _addresses = new();
    private readonly List<ChildProcess> _children = [];
    private readonly List<WebProcess> _webs = [];
    private Postgres? _postgres;

    public async ValueTask InitializeAsync()
    {
        _postgres = new((_addresses.Postgres, Ports.Free(_addresses.Postgres)));
        await _postgres.Create();
        await _postgres.NewDatabase(RunningCluster.Database);
        for (var side = 0; side < 2; side++)
        {
            var (database, id) = (
                _postgres.Setting(RunningCluster.Database),
                ("Matchmaker__Cluster__Id", side == 0 ? "one" : "other")
            );
            _children.Add(new SiloProcess($"silo {side}", database, _addresses.Silo(side), null, id));
            _webs.Add(
                new WebProcess(
                    $"web {side}",
                    database,
                    new($"http://{_addresses.Web(side)}:5080"),
                    RunningCluster.Sample,
                    id
                )
            );
            _children.Add(_webs[side]);
            foreach (var child in _children.TakeLast(2))
                child.Start();
            await _webs[side].Ready(_children);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
            await child.DisposeAsync();
        await _postgres!.Destroy();
    }

    [Fact]
    public async Task Of_two_writers_of_the_same_version_one_succeeds_and_the_journal_stays_intact()
    {
        var rival = new Rivals(await Tokens());
        await rival.Write(_webs, Writers, Length);
        Report.Add($"split brain: {rival.Done.Count} writes done, refused or failed: {rival.Refusals}");
        Assert.InRange(rival.Done.Count, 20, int.MaxValue);
        Assert.All(
            _webs.Select(web => web.Address.Host),
            host => Assert.InRange(rival.Done.Count(done => done.Host == host), 1, int.MaxValue)
        );
        await using var store = await Open();
        Assert.Equal([], await rival.Wrong(store));
        Assert.Equal([], await RecordChecks.Journal(store));
        Assert.Equal([], await RecordChecks.Chain(_postgres!.Setting(RunningCluster.Database)));
    }

    private async Task<Npgsql.NpgsqlConnection> Open()
    {
        var store = new Npgsql.NpgsqlConnection($"{_postgres!.Setting(RunningCluster.Database)};Pooling=false");
        await store.OpenAsync();
        return store;
    }

    private async Task<string[]> Tokens() =>
        await Task.WhenAll(_webs.Select(web => Front.SignIn(web.Address, "officer@sample")));
}
