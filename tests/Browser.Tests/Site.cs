using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Matchmaker.Browser.Tests.Site))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Matchmaker.Browser.Tests;

/// <summary>The system as a newcomer starts it, in a process of its own with sample data, and a real browser to look at it with.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-browser").FullName;
    private readonly MailServer _post = MailServer.Started();
    private Process? _web;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = null!;

    /// <summary>The folder of Matchmaker.sln.</summary>
    public static string Home { get; } = FindHome();

    public async ValueTask InitializeAsync()
    {
        Address = new($"http://127.0.0.1:{FreePort()}");
        _web = StartWeb();
        await Ready();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000); // because other work may share the machine
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("MATCHMAKER_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--enable-unsafe-swiftshader", "--disable-background-networking"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_web is not null)
        {
            _web.Kill(entireProcessTree: true);
            await _web.WaitForExitAsync();
            _web.Dispose();
        }

        await _post.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A match of two parties without accounts, taken by the officer: the id of its introduction.</summary>
    internal static async Task<string> Suggested(HttpClient officer)
    {
        var desk = await officer.GetFromJsonAsync<JsonElement>("/api/desk");
        foreach (
            var lead in desk.GetProperty("leads")
                .EnumerateArray()
                .Where(lead => lead.GetProperty("board").GetString() is "partners" or "opportunities")
        )
        {
            using var answer = await officer.PostAsJsonAsync(
                "/api/introductions",
                new { demand = lead.GetProperty("demand").GetString(), match = lead.GetProperty("match").GetString() }
            );
            if (!answer.IsSuccessStatusCode)
                continue;
            var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
            string[] parties =
            [
                made.GetProperty("seeker").GetProperty("party").GetString()!,
                made.GetProperty("counterpart").GetProperty("party").GetString()!,
            ];
            if (!parties.Intersect(["enterprises/e1", "firms/f1"]).Any())
                return made.GetProperty("id").GetString()!;
        }

        throw new InvalidOperationException("No match of two parties is left.");
    }

    /// <summary>The text of the newest mail to an address, once there is one.</summary>
    internal async Task<string> Mail(string address)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(100))
        {
            if (_post.Mails.LastOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == address)) is { } mail)
                return mail.TextBody ?? "";
        }

        throw new TimeoutException($"No mail came to {address}.");
    }

    /// <summary>A browser of its own (no cookies yet), and its one page.</summary>
    /// <param name="origin">Null: straight to the server.</param>
    public async Task<IPage> Open(int width = 1440, Uri? origin = null)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = (origin ?? Address).ToString(),
                ViewportSize = new() { Width = width, Height = width > 1000 ? 900 : 844 },
                HasTouch = width < 1000,
            }
        );
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Signs in as a user does, and ends on the role's first page: for the office the desk, else the sites.</summary>
    public static async Task SignIn(IPage page, Words words, string email)
    {
        await page.GotoAsync($"/{words.Prefix}/sign-in");
        await page.GetByLabel(words["account.email"]).FillAsync(email);
        await page.GetByLabel(words["account.password"]).FillAsync(Password);
        await page.Locator("main form").GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync(new Regex("/(desk|sites)$"));
        await page.Locator("main h1").WaitForAsync(new() { State = WaitForSelectorState.Attached }); // because it takes the focus, which shuts a menu
    }

    /// <summary>Does something again until what it leads to shows: what a page still draws may swallow a first click, as people know.</summary>
    public static async Task Until(ILocator shows, Func<Task> act)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await act();
            try
            {
                await Assertions.Expect(shows).ToBeVisibleAsync(new() { Timeout = 3_000 });
                return;
            }
            catch (PlaywrightException)
            {
                // once more
            }
        }

        await Assertions.Expect(shows).ToBeVisibleAsync();
    }

    /// <summary>Another system's client with a bearer token.</summary>
    public async Task<HttpClient> Client(string email)
    {
        var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/sign-in?token=true", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public static int FreePort()
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

    private static string FindHome()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("Matchmaker.sln is not above the tests.");
    }

    private Process StartWeb()
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var web = Path.Combine(Home, "web");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(web, "bin", configuration, "net10.0", "Matchmaker.Web.dll"),
                "--sample",
                "--urls",
                Address.ToString(),
            ]
        )
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Matchmaker__Database"] = $"Data Source={Path.Combine(_folder, "browser.db")}",
                ["Matchmaker__SamplePassword"] = Password,
                ["Matchmaker__PublicUrl"] = Address.ToString(),
                ["Matchmaker__SignInsPerMinute"] = "1000",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        foreach (var (name, value) in _post.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(100))
        {
            if (_web!.HasExited)
                throw new InvalidOperationException($"The web process ended with {_web.ExitCode}.");
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
