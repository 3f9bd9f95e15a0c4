using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Matchmaker.Browser.Tests.Setup.Site))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>
/// The system as a newcomer starts it, in a process of its own with sample data, and a real browser to look at it with.
/// Its desk is empty, so that a story meets no introduction but its own.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-browser").FullName;
    private readonly MailServer _post = MailServer.Started();
    private WebProcess? _web;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly List<(Xunit.Sdk.ITest? Test, IBrowserContext Context)> _opened = [];

    /// <summary>A Brief that asks for sites, below the language's part of an address.</summary>
    internal const string Brief = "brief?sites=area_atLeast_l300*rent_atMost_l260_i170*district_anyOf_skwunTong_q";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(LongRun.IsOn ? 30 : 6);

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Address = new($"http://127.0.0.1:{Ports.Free()}");
        _web = new(
            "web",
            $"Data Source={Path.Combine(_folder, "browser.db")}",
            Address,
            ["--sample", "--no-history"],
            [
                ("Matchmaker__PublicUrl", Address.ToString()),
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                .. _post.Environment,
            ]
        );
        _web.Start();
        await _web.Ready();
        _playwright = await Playwright.CreateAsync();
        // Other work may share the machine.
        Assertions.SetDefaultExpectTimeout(15_000);
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
            await _web.DisposeAsync();
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
        ReceivedMail? mail = null;
        await Eventually.Until(
            $"a mail comes to {address}",
            () => (mail = _post.Mails.LastOrDefault(mail => mail.To == address)) is not null
        );
        return mail!.Text;
    }

    /// <summary>The token of the newest link that was mailed to an address, once there is one.</summary>
    internal Task<string> Token(string address) => _post.Token(address);

    /// <summary>
    /// A browser of its own (no cookies yet), and its one page. The pages of earlier tests close: they follow changes,
    /// and would draw beside what this test looks at.
    /// </summary>
    /// <param name="origin">Null: straight to the server.</param>
    public async Task<IPage> Open(int width = 1440, Uri? origin = null)
    {
        var test = TestContext.Current.Test;
        foreach (var (_, earlier) in _opened.Where(opened => opened.Test != test).ToList())
            await earlier.CloseAsync();
        _opened.RemoveAll(opened => opened.Test != test);
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = (origin ?? Address).ToString(),
                ViewportSize = new() { Width = width, Height = width > 1000 ? 900 : 844 },
                HasTouch = width < 1000,
            }
        );
        context.SetDefaultTimeout(20_000);
        _opened.Add((test, context));
        _ = CloseAtTheLatest(context);
        return await context.NewPageAsync();
    }

    /// <summary>
    /// What a script awaits has no timeout of its own. A test that hangs there fails once its page is closed, and the
    /// others go on.
    /// </summary>
    private static async Task CloseAtTheLatest(IBrowserContext context)
    {
        await Eventually.Pause(Longest);
        await context.CloseAsync(new() { Reason = $"The test took more than {Longest.TotalMinutes} minutes." });
    }

    /// <summary>Signs in behind the page, and ends on the role's own home.</summary>
    public static async Task SignIn(IPage page, Words words, string email)
    {
        var entry = new { email, password = WebProcess.Password };
        var answer = await page.APIRequest.PostAsync("/api/sign-in", new() { DataObject = entry });
        Assert.True(answer.Ok, $"{answer.Status} {answer.StatusText}");
        await page.GotoAsync($"/{words.Prefix}/");
        await page.Locator("main h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Signs in as a user does, and ends on the role's own home.</summary>
    public static async Task SignInByHand(IPage page, Words words, string email)
    {
        await page.GotoAsync($"/{words.Prefix}/sign-in");
        await page.GetByLabel(words["account.email"]).FillAsync(email);
        await page.GetByLabel(words["account.password"]).FillAsync(WebProcess.Password);
        await page.Locator("main form").GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync(new Regex("/(tc|sc|en)/?$"));
        // The heading takes the focus, which closes a menu.
        await page.Locator("main h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>
    /// Does something again until what it leads to shows: what a page still draws may swallow a first click, as people
    /// know.
    /// </summary>
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
        using var answer = await http.PostAsJsonAsync(
            "/api/sign-in?token=true",
            new { email, password = WebProcess.Password }
        );
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
