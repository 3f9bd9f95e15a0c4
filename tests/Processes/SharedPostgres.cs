using System.Globalization;

namespace Matchmaker.Processes;

/// <summary>
/// The one PostgreSQL server of this run of tests: it starts with the first database and ends with the run.
/// </summary>
public static class SharedPostgres
{
    private static readonly Lazy<Task<Postgres>> Server = new(Start);

    private static int _databases;

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabase()
    {
        var server = await Server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await server.NewDatabase(name);
        return server.Setting(name);
    }

    /// <summary>Ends the server, if it was started, and takes its folder away.</summary>
    public static async Task End()
    {
        if (Server.IsValueCreated)
            await (await Server.Value).Destroy();
    }

    private static async Task<Postgres> Start()
    {
        var server = new Postgres();
        await server.Create();
        return server;
    }
}

/// <summary>
/// Ends the shared server with the last test. Hundreds of databases take seconds to go, longer than a process that is
/// already ending is given.
/// </summary>
public sealed class EndOfSharedPostgres : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await SharedPostgres.End();
}
