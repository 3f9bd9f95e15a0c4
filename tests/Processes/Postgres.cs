using System.Diagnostics;
using Npgsql;

namespace Matchmaker.Processes;

/// <summary>
/// A PostgreSQL server of its own in a temporary folder, with fsync on. It can be killed and started again.
/// </summary>
/// <param name="endpoint">The address and port where it listens; null: a socket in its folder alone.</param>
public sealed class Postgres((string Address, int Port)? endpoint = null) : ChildProcess("postgres")
{
    // PostgreSQL refuses to run as root; Debian's packages bring this user.
    private const string Unprivileged = "postgres";
    private const string Administration = "postgres";

    private string _folder = "";

    protected override ProcessStartInfo Program
    {
        get
        {
            string[] listen = endpoint is var (address, port) ? ["-h", address, "-p", $"{port}"] : ["-h", ""];
            var (program, arguments) = AsUser(
                "postgres",
                ["-D", $"{_folder}/data", .. listen, "-k", _folder, "-c", "max_connections=500"]
            );
            return new(program, arguments) { WorkingDirectory = "/" };
        }
    }

    /// <summary>The connection string of a database.</summary>
    public string Setting(string database) =>
        endpoint is var (address, port)
            ? $"Host={address};Port={port};Username=postgres;Database={database}"
            : $"Host={_folder};Username=postgres;Database={database}";

    /// <summary>Makes its data folder and starts it.</summary>
    public async Task Create()
    {
        _folder = Directory.CreateTempSubdirectory("mm-pg-").FullName;
        if (Command.IsRoot)
            await Command.Run("chown", Unprivileged, _folder);
        var (program, arguments) = AsUser(
            "initdb",
            ["-D", $"{_folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        );
        await Command.Run(program, arguments);
        // initdb trusts 127.0.0.1 alone.
        if (endpoint is var (address, _))
            await File.AppendAllTextAsync($"{_folder}/data/pg_hba.conf", $"host all all {address}/24 trust\n");
        await Return();
    }

    /// <summary>Starts it; returns when it takes connections.</summary>
    public async Task Return()
    {
        Start();
        await Eventually.Until("PostgreSQL takes connections", TakesConnections);
    }

    /// <summary>SIGKILL to the server and all its processes.</summary>
    public override async Task Kill()
    {
        if (!IsRunning)
            return;
        var all = await File.ReadAllTextAsync($"/proc/{Id}/task/{Id}/children");
        await Command.Try("/bin/sh", "-c", $"kill -9 {Id} {all}");
        await base.Kill();
        await Eventually.Until(
            "every process of PostgreSQL is gone",
            () => all.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsGone)
        );
    }

    public async Task NewDatabase(string name)
    {
        await using var server = NpgsqlDataSource.Create($"{Setting(Administration)};Pooling=false");
        await using var create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
    }

    public async Task Destroy()
    {
        await DisposeAsync();
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops it at once (SIGQUIT), so that its processes end before their folder goes.</summary>
    protected override void Abandon()
    {
        if (IsRunning)
        {
            using var quit = Process.Start("/bin/sh", ["-c", $"kill -QUIT {Id}"]);
            WaitForEnd(TimeSpan.FromSeconds(10));
        }

        base.Abandon();
        try
        {
            if (Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the server that still writes keeps its folder; nothing else is left.
        }
    }

    // A process that has ended may stay as a zombie until its parent asks for its exit code.
    private static bool IsGone(string process) =>
        !File.Exists($"/proc/{process}/stat")
        || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private async Task<bool> TakesConnections()
    {
        if (!IsRunning)
            throw new InvalidOperationException($"PostgreSQL ended: {string.Join('\n', Lines)}");
        try
        {
            await using var connection = new NpgsqlConnection($"{Setting(Administration)};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static (string Program, string[] Arguments) AsUser(string program, string[] arguments)
    {
        var full = Find(program);
        return Command.IsRoot
            ? ("setpriv", [$"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--clear-groups", full, .. arguments])
            : (full, arguments);
    }

    private static string Find(string program)
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .Select(version => $"{version}/bin/{program}")
                .LastOrDefault(File.Exists)
            : null;
        return packaged
            ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(':')
                .Select(path => $"{path}/{program}")
                .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"These tests need PostgreSQL, and {program} is not installed (Debian: apt-get install postgresql)."
            );
    }
}
