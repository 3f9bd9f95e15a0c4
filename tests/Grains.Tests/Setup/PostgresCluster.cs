using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(Matchmaker.Grains.Tests.Setup.PostgresCluster))]

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>A throw-away PostgreSQL server for this run of the tests, reached by a socket in its own folder.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    // Because PostgreSQL refuses to run as root; Debian's packages bring this user.
    private const string Unprivileged = "postgres";

    private static string? _folder;
    private static int _databases;

    public async ValueTask InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mm-pg-").FullName;
        if (Environment.UserName == "root")
            await Run("chown", Unprivileged, folder);
        await RunPostgres(
            "initdb",
            "-D",
            $"{folder}/data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        await RunPostgres(
            "pg_ctl",
            "-D",
            $"{folder}/data",
            "-l",
            $"{folder}/log",
            "-w",
            "-o",
            $"-k {folder} -c listen_addresses='' -c max_connections=500",
            "start"
        );
        _folder = folder;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not { } folder)
            return;
        await RunPostgres("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A setting that names a new, empty database.</summary>
    public static async Task<string> NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var server = NpgsqlDataSource.Create(
            $"Host={_folder};Username=postgres;Database=postgres;Pooling=false"
        );
        await using var create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return $"Host={_folder};Username=postgres;Database={name}";
    }

    private static Task RunPostgres(string program, params string[] arguments)
    {
        var full = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .Select(version => $"{version}/bin/{program}")
                .LastOrDefault(File.Exists)
            : null;
        full ??=
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(':')
                .Select(path => $"{path}/{program}")
                .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"These tests need PostgreSQL, and {program} is not installed (Debian: apt-get install postgresql)."
            );
        return Environment.UserName == "root"
            ? Run(
                "setpriv",
                [$"--reuid={Unprivileged}", $"--regid={Unprivileged}", "--clear-groups", full, .. arguments]
            )
            : Run(full, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        // Without pipes, because the server would hold them open for as long as it runs.
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments])
            {
                WorkingDirectory = "/",
            }
        )!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}: {string.Join(' ', arguments)}"
            );
    }
}
