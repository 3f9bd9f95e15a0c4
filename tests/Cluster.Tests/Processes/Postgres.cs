using System.Diagnostics;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached over TCP, with fsync on: it can be killed and started again.</summary>
internal sealed class Postgres(string address, int port) : ChildProcess("postgres")
{
    // Because PostgreSQL refuses to run as root; Debian's packages bring this user.
    private const string Unprivileged = "postgres";
    private const string Server = "postgres";

    private string _folder = "";

    protected override ProcessStartInfo Program
    {
        get
        {
            var (program, arguments) = AsUser(
                "postgres",
                "-D",
                $"{_folder}/data",
                "-h",
                address,
                "-p",
                $"{port}",
                "-k",
                _folder,
                "-c",
                "max_connections=200"
            );
            return new(program, arguments) { WorkingDirectory = "/" };
        }
    }

    public string Setting(string database) => $"Host={address};Port={port};Username=postgres;Database={database}";

    public async Task Create()
    {
        _folder = Directory.CreateTempSubdirectory("mm-cluster-").FullName;
        if (Command.IsRoot)
            await Command.Run("chown", Unprivileged, _folder);
        var (program, arguments) = AsUser(
            "initdb",
            "-D",
            $"{_folder}/data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        await Command.Run(program, arguments);
        await File.AppendAllTextAsync($"{_folder}/data/pg_hba.conf", $"host all all {address}/24 trust\n"); // because it knows 127.0.0.1 alone by itself
        await Return();
    }

    /// <summary>Starts it; returns when it takes connections.</summary>
    public async Task Return()
    {
        Start();
        await Eventually.Until(
            "PostgreSQL takes connections",
            async () => await TakesConnections(),
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMilliseconds(20)
        );
    }

    /// <summary>kill -9 of the server and all its processes.</summary>
    public override async Task Kill()
    {
        if (!IsRunning)
            return;
        var all = await File.ReadAllTextAsync($"/proc/{Id}/task/{Id}/children");
        await Command.Try("/bin/sh", "-c", $"kill -9 {Id} {all}");
        await base.Kill();
        await Eventually.Until(
            "every process of PostgreSQL is gone",
            () => Task.FromResult(all.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsGone))
        );
    }

    public async Task NewDatabase(string name)
    {
        await using var server = NpgsqlDataSource.Create($"{Setting(Server)};Pooling=false");
        await using var create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
    }

    public async Task Destroy()
    {
        await DisposeAsync();
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    protected override void Abandon()
    {
        base.Abandon();
        try
        {
            if (Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // Because its processes are just ending, one may still write; then the folder stays, and nothing else.
        }
    }

    // Because one that has ended may wait as a zombie for a parent that never asks.
    private static bool IsGone(string process) =>
        !File.Exists($"/proc/{process}/stat")
        || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private async Task<bool> TakesConnections()
    {
        if (!IsRunning)
            throw new InvalidOperationException($"PostgreSQL ended: {string.Join('\n', Lines)}");
        try
        {
            await using var connection = new NpgsqlConnection($"{Setting(Server)};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static (string Program, string[] Arguments) AsUser(string program, params string[] arguments)
    {
        var full = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .Select(version => $"{version}/bin/{program}")
                .LastOrDefault(File.Exists)
            : null;
        full ??= program;
        return Command.IsRoot
            ? ("setpriv", [$"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--clear-groups", full, .. arguments])
            : (full, arguments);
    }
}
