using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Matchmaker.Web.Tests;

/// <summary>The web host as its operator runs it: a process of its own on a database file.</summary>
public sealed class WebProcess : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private WebProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Everything that it has printed.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public static WebProcess Run(string database, string[] arguments, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return new(
            Start("web", "Matchmaker.Web.dll", database, [.. arguments, "--urls", address.ToString()], settings),
            address
        );
    }

    /// <summary>A silo of a cluster, which has no address for browsers.</summary>
    public static WebProcess RunSilo(string database, params (string Name, string Value)[] settings) =>
        new(
            Start(
                "silo",
                "Matchmaker.Silo.dll",
                database,
                [],
                [
                    ("Matchmaker__Cluster__SiloPort", $"{FreePort()}"),
                    ("Matchmaker__Cluster__GatewayPort", $"{FreePort()}"),
                    .. settings,
                ]
            ),
            new("http://127.0.0.1:0")
        );

    private static Process Start(
        string project,
        string file,
        string database,
        string[] arguments,
        (string Name, string Value)[] settings
    )
    {
        var home = Home();
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(home, project, "bin", configuration, "net10.0", file), .. arguments]
        )
        {
            WorkingDirectory = Path.Combine(home, project),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Matchmaker__Database"] = database;
        start.Environment["Matchmaker__SamplePassword"] = Password;
        start.Environment["Matchmaker__SignInsPerMinute"] = "100000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Returns when it serves.</summary>
    public async Task<WebProcess> Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(100))
        {
            Assert.False(_process.HasExited, $"The web process ended: {string.Join('\n', Lines)}");
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return this;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("The web process was not ready within 2 minutes.");
    }

    /// <summary>Its exit code, when it ends by itself.</summary>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        // Below those that the system itself gives to outgoing connections, because one of these may be taken before the process listens.
        for (; ; )
        {
            try
            {
                using var listener = new TcpListener(
                    IPAddress.Loopback,
                    RandomNumberGenerator.GetInt32(20_000, 32_000)
                );
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // taken
            }
        }
    }

    public static string Home()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("Matchmaker.sln is not above the tests.");
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
