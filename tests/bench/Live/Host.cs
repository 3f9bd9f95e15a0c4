using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>
/// The whole system as its users get it: the built web project as a process of its own on a fresh SQLite file with sample data, or a silo and a
/// web host on an empty PostgreSQL database.
/// </summary>
internal sealed class Host : IAsyncDisposable
{
    private const string Password = "correct horse battery staple";
    private const string Silo = "127.0.9.1";
    private readonly Process _process;
    private readonly Process? _silo;
    private readonly string _folder;

    private Host(Process process, Process? silo, string folder, Uri address)
    {
        _process = process;
        _silo = silo;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The web host's resident memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>From the start of the process to the first answer of <c>/health/ready</c>.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <param name="postgres">Names an empty PostgreSQL database; null: a SQLite file.</param>
    public static async Task<Host> Start(int spaces, string? postgres = null)
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-bench").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var database = postgres ?? $"Data Source={Path.Combine(folder, "bench.db")}";
        var clock = Stopwatch.StartNew();
        var silo = postgres is null ? null : Run("silo", "Matchmaker.Silo.dll", database);
        var host = new Host(
            Run("web", "Matchmaker.Web.dll", database, "--sample", $"{spaces}", "--urls", $"{address}"),
            silo,
            folder,
            address
        );
        await host.Ready();
        host.StartedIn = clock.Elapsed;
        return host;
    }

    private static Process Run(string project, string assembly, string database, params string[] arguments)
    {
        var folder = Path.Combine(Home(), project);
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(folder, "bin", "Release", "net10.0", assembly), .. arguments]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Matchmaker__Database"] = database,
                ["Matchmaker__Cluster__Address"] = Silo,
                ["Matchmaker__SamplePassword"] = Password,
                ["Matchmaker__SignInsPerMinute"] = "1000",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>A bearer token of one of the sample accounts.</summary>
    public async Task<string> SignIn(string email)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/sign-in?token=true", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public HttpClient Client(string token) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { _process, _silo }.OfType<Process>())
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Home()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        throw new FileNotFoundException("Matchmaker.sln is not above the benchmark.");
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

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(50))
        {
            if (_process.HasExited)
                throw new InvalidOperationException(
                    $"The web process ended with {_process.ExitCode}. Build it first: dotnet build -c Release web"
                );
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("The web process was not ready within 2 minutes.");
    }
}
