using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.Security;

/// <summary>
/// What a web host tells its operator of who comes and tries, and what it asks of browsers behind a proxy that ends
/// TLS.
/// </summary>
public sealed partial class GuardTests(Site site) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-guard").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "guard.db")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_log_names_each_sign_in_each_refusal_and_each_rate_limit_with_its_time()
    {
        await using var web = await WebProcess.Run(Database, ["--sample", "5", "--no-history"]).Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        Assert.Equal(401, await SignIn(http, "firm@sample", "not the right password").Status());
        Assert.Equal(401, await SignIn(http, "what I typed here is my password", "x").Status());
        var entry = await SignIn(http, "Firm@sample", WebProcess.Password).Json();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);
        Assert.Equal(403, await http.Send("GET", "/api/officers/a%0Aforged%1B[2J").Status());
        Assert.Equal(403, await http.Send("GET", "/api/accounts/my%20password@x.hk").Status());

        await Told(web, "A sign-in as firm@sample from 127.0.0.1 was refused");
        await Told(web, "A sign-in as no address from 127.0.0.1 was refused");
        await Told(web, "firm@sample signed in from 127.0.0.1 and got a bearer token");
        await Told(web, "403: GET /api/officers/{email} by firm@sample from 127.0.0.1");
        await Told(web, "403: GET /api/accounts/{email} by firm@sample from 127.0.0.1");
        Assert.DoesNotContain(
            web.Lines,
            line =>
                line.Contains("forged", StringComparison.Ordinal)
                || line.Contains("my password", StringComparison.Ordinal)
                || line.Contains("my%20password", StringComparison.Ordinal)
        );
        Assert.Contains(web.Lines, line => Instant().IsMatch(line));
    }

    [Fact]
    public async Task Behind_a_proxy_that_terminates_TLS_cookies_are_secure_and_browsers_are_told_to_use_HTTPS_only()
    {
        await using var web = await WebProcess
            .Run(Database, ["--sample", "5", "--no-history"], ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"))
            .Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.9");

        using var entry = await http.Send(
            "POST",
            "/api/sign-in",
            $$"""{"email":"firm@sample","password":"{{WebProcess.Password}}"}"""
        );
        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            entry.Headers.GetValues("Strict-Transport-Security").Single()
        );
        foreach (var cookie in entry.Headers.GetValues("Set-Cookie"))
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        await Told(web, "firm@sample signed in from 192.0.2.9 and got a cookie");
    }

    [Fact]
    public async Task Without_a_proxy_a_client_cannot_forge_its_address()
    {
        await using var web = await WebProcess
            .Run(
                Database,
                [],
                ("Matchmaker__SignInsPerMinute", "3"),
                ("Matchmaker__PublicUrl", "http://localhost:5080"),
                ("Matchmaker__Oidc__Authority", "http://127.0.0.1:1"),
                ("Matchmaker__Oidc__ClientId", "matchmaker"),
                ("Matchmaker__Oidc__ClientSecret", "x")
            )
            .Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        for (var i = 0; i < 3; i++)
            Assert.Equal(401, await SignIn(http, "nobody@x.hk", "x", $"192.0.2.{i}").Status());
        Assert.Equal(429, await SignIn(http, "nobody@x.hk", "x", "192.0.2.99").Status());
        await Told(web, "429: POST /api/sign-in by nobody from 127.0.0.1");

        // A browser on its way to the identity provider is told so on the page.
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = web.Address,
        };
        await Eventually.Until(
            "it is told to wait",
            async () =>
            {
                using var answer = await browser.GetAsync("/api/sign-in/provider?language=tc&to=/desk");
                return answer.Headers.Location?.OriginalString == "/tc/sign-in?problem=busy&to=%2Fdesk";
            }
        );
    }

    [Fact]
    public async Task A_proxy_that_is_not_named_cannot_choose_a_clients_address()
    {
        await using var web = await WebProcess
            .Run(Database, [], ("Matchmaker__Proxies", "192.0.2.1, 2001:db8::/32"))
            .Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        Assert.Equal(401, await SignIn(http, "nobody@x.hk", "x", "192.0.2.99").Status());
        await Told(web, "A sign-in as nobody@x.hk from 127.0.0.1 was refused");
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_the_start_with_one_line()
    {
        await using var web = WebProcess.Run(Database, [], ("Matchmaker__Proxies", "10.0.0.0/8,proxy"));
        Assert.Equal(1, await web.Exit());
        Assert.StartsWith("Matchmaker:Proxies", Assert.Single(web.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TRACE_echoes_nothing_of_the_request()
    {
        using var http = await site.As("anonymous");
        foreach (var path in new[] { "/", "/api/boards", "/api/me" })
        {
            using var answer = await http.Send("TRACE", path, null, null, ("X-Mark", "mirror"));
            Assert.False(answer.IsSuccessStatusCode, path);
            Assert.DoesNotContain("mirror", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient http, string email, string password, string from = "") =>
        http.Send(
            "POST",
            "/api/sign-in?token=true",
            $$"""{"email":"{{email}}","password":"{{password}}"}""",
            null,
            ("X-Forwarded-For", from)
        );

    private static Task Told(WebProcess web, string line) =>
        Eventually.Until(
            $"the log says: {line}",
            () => web.Lines.Any(printed => printed.Contains(line, StringComparison.Ordinal))
        );

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn): Matchmaker\.Web\.Security")]
    private static partial Regex Instant();
}
