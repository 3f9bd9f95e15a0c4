using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Matchmaker.Bench;

/// <summary>The whole system as its users get it: the built web project as a process of its own, on a fresh database with sample data.</summary>
internal sealed class Host : IAsyncDisposable
{
    private const string Password = "correct horse battery staple";
    private readonly Process _process;
    private readonly string _folder;

    private Host(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer of <c>/health/ready</c>.</summary>
    public TimeSpan StartedIn { get; private set; }

    public static async Task<Host> Start(int spaces)
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-bench").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var web = Web();
        var assembly = Path.Combine(web, "bin", "Release", "net10.0", "Matchmaker.Web.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, "--sample", $"{spaces}", "--urls", $"{address}"])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Matchmaker__Database"] = $"Data Source={Path.Combine(folder, "bench.db")}",
                ["Matchmaker__SamplePassword"] = Password,
                ["Matchmaker__SignInsPerMinute"] = "1000",
            },
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new Host(process, folder, address);
        await host.Ready();
        host.StartedIn = clock.Elapsed;
        return host;
    }

    /// <summary>A bearer token of one of the sample accounts.</summary>
    public async Task<string> SignIn(string email)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/sign-in?token=true", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public HttpClient Client(string token) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Web()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return Path.Combine(at.FullName, "web");
        }

        throw new FileNotFoundException("Matchmaker.sln is not above the benchmark.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(50))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The web process ended with {_process.ExitCode}. Build it first: dotnet build -c Release web");
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
