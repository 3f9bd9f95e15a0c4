using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>
/// The whole system as its users get it: the built web project as a separate process on a fresh SQLite file with sample
/// data, or a silo and a web host on an empty PostgreSQL database.
/// </summary>
internal sealed class Host : IAsyncDisposable
{
    private const string SiloAddress = "127.0.9.1";

    private readonly WebProcess _web;
    private readonly SiloProcess? _silo;
    private readonly string _folder;

    private Host(WebProcess web, SiloProcess? silo, string folder) => (_web, _silo, _folder) = (web, silo, folder);

    public Uri Address => _web.Address;

    /// <summary>The web host's current resident memory, in bytes.</summary>
    public long Memory => _web.Memory;

    /// <summary>The time from the start of the process to the first success of <c>/health/ready</c>.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <param name="postgres">The connection string of an empty PostgreSQL database; null: a SQLite file.</param>
    /// <exception cref="InvalidOperationException">The web project is not built for release.</exception>
    public static async Task<Host> Start(int spaces, string? postgres = null)
    {
        if (Built.Configuration != "Release" || !File.Exists(Built.Web))
            throw new InvalidOperationException(
                "Only release builds are measured. Build the web project first: dotnet build -c Release web"
            );
        var folder = Directory.CreateTempSubdirectory("matchmaker-bench").FullName;
        var database = postgres ?? $"Data Source={Path.Combine(folder, "bench.db")}";
        var clock = Stopwatch.StartNew();
        var silo = postgres is null ? null : new SiloProcess("silo", database, SiloAddress);
        silo?.Start();
        var web = WebProcess.Run(
            database,
            ["--sample", $"{spaces}", "--no-history"],
            ("Matchmaker__Cluster__Address", SiloAddress),
            ("Matchmaker__SignInsPerMinute", "1000"),
            ("Matchmaker__LiveConnectionsPerAccount", "20000")
        );
        await web.Ready(silo is null ? [] : [silo]);
        return new(web, silo, folder) { StartedIn = clock.Elapsed };
    }

    /// <summary>A bearer token for one of the sample accounts.</summary>
    public async Task<string> SignIn(string email)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync(
            "/api/sign-in?token=true",
            new { email, password = WebProcess.Password }
        );
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
        await _web.DisposeAsync();
        if (_silo is not null)
            await _silo.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
