using Dapper;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>Three silos and two web hosts on one PostgreSQL database.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    public const string Database = "matchmaker";

    /// <summary>The arguments of a web host that fills an empty database.</summary>
    public static readonly string[] Sample = ["--sample", "100", "--no-history"];

    private RunningCluster(Postgres postgres, IReadOnlyList<SiloProcess> silos, IReadOnlyList<WebProcess> webs)
    {
        (Postgres, Silos, Webs) = (postgres, silos, webs);
        Setting = postgres.Setting(Database);
    }

    public Postgres Postgres { get; }

    public IReadOnlyList<SiloProcess> Silos { get; }

    public IReadOnlyList<WebProcess> Webs { get; }

    /// <summary>What names the database.</summary>
    public string Setting { get; }

    private IEnumerable<ChildProcess> All => [.. Silos, .. Webs];

    /// <summary>Starts all of it; where that fails, nothing of it keeps running.</summary>
    /// <param name="postgres">Where the database listens.</param>
    /// <param name="silo">A silo by its number, from 0, and the database's setting.</param>
    public static async Task<RunningCluster> Begin(
        Addresses addresses,
        string postgres,
        Func<int, string, SiloProcess> silo
    )
    {
        var server = new Postgres((postgres, Ports.Free(postgres)));
        var setting = server.Setting(Database);
        var cluster = new RunningCluster(
            server,
            [.. Enumerable.Range(0, 3).Select(i => silo(i, setting))],
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(i => new WebProcess($"web {i}", setting, new($"http://{addresses.Web(i)}:5080"), Sample)),
            ]
        );
        try
        {
            await server.Create();
            await server.NewDatabase(Database);
            await cluster.Wake();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what does not run, and returns when all silos know each other and all web hosts serve.</summary>
    public async Task Wake()
    {
        foreach (var child in All.Where(child => child.IsRunning))
            // A failed test may have left a process frozen.
            await child.Thaw();
        try
        {
            await Eventually.Until(
                "every silo and web host is up",
                IsHealthy,
                TimeSpan.FromMinutes(2),
                TimeSpan.FromMilliseconds(250)
            );
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{LastLines()}", late);
        }
    }

    /// <summary>
    /// Stops every silo as its operator would, one after the other, each when the one before serves again.
    /// </summary>
    public async Task RestartSilos()
    {
        foreach (var silo in Silos)
        {
            Assert.Equal(0, await silo.Stop());
            await Wake();
        }
    }

    /// <summary>What its processes printed last.</summary>
    public string LastLines() =>
        string.Join(
            '\n',
            All.Select(child =>
                $"--- {child.Name}{(child.IsRunning ? "" : " (ended)")}\n{string.Join('\n', child.Lines.TakeLast(400))}"
            )
        );

    public async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection($"{Setting};Pooling=false;Timeout=5");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in All)
            await child.DisposeAsync();
        await Postgres.Destroy();
    }

    private async Task<bool> IsHealthy()
    {
        if (!Postgres.IsRunning)
            await Postgres.Return();
        foreach (var child in All.Where(child => !child.IsRunning))
            child.Start();
        if (!await AreActive())
            return false;
        var ready = await Task.WhenAll(Webs.Select(web => web.IsReady()));
        return ready.All(isReady => isReady);
    }

    private async Task<bool> AreActive()
    {
        try
        {
            await using var connection = await Open();
            var active = (
                await connection.QueryAsync<(string Address, DateTime StartedAt)>(
                    "SELECT address, started_at FROM silo WHERE status = 3"
                )
            ).ToList();
            return active.Count == Silos.Count
                && Silos.All(silo =>
                    active.Any(row =>
                        row.Address == silo.Address
                        && row.StartedAt.ToUniversalTime() > silo.StartedAt.UtcDateTime.AddSeconds(-1)
                    )
                );
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            // The first silo creates the tables.
            return false;
        }
        catch (NpgsqlException late) when (late.IsTransient)
        {
            // Five processes that start at once leave the server no time; the caller's wait has a bound.
            return false;
        }
    }
}
