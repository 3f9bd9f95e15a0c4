using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Accounts;

/// <summary>Where somebody is signed in, and how each of these sessions ends.</summary>
public sealed class SessionTests(Site site)
{
    private const string Windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";

    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    [Fact]
    public async Task Each_sees_the_own_sessions_with_their_devices_and_nobody_else_s()
    {
        var (http, email, _) = await site.Newcomer();
        using var windows = await SignedIn(email, Windows);
        using var phone = await SignedIn(email, Phone);
        using var tool = await SignedIn(email, "curl/8.16.0");
        using var silent = await SignedIn(email, null);
        var sessions = await Sessions(phone);
        var others = sessions.Where(session => (string?)session["device"] != "Safari, iPhone").ToList();
        Assert.Equal(
            ["Edge, Windows", "Safari, iPhone", "curl/8.16.0"],
            sessions.Select(session => (string?)session["device"]).OfType<string>().Distinct().Order()
        );
        Assert.Equal("Safari, iPhone", (string?)sessions.Single(session => (bool)session["isCurrent"]!)["device"]);
        Assert.Contains(sessions, session => (bool)session["isToken"]! && session["device"] is null);
        Assert.DoesNotContain(others, session => (bool)session["isCurrent"]!);
        Assert.All(sessions, session => Assert.True(session["seenAt"] is not null && session["createdAt"] is not null));

        using var admin = await site.As("admin");
        var known = (await Sessions(admin)).Select(session => (string)session["id"]!);
        Assert.DoesNotContain((string)sessions[0]["id"]!, known);
        Assert.Equal(404, await admin.Send("DELETE", $"/api/me/sessions/{sessions[0]["id"]}").Status());
        http.Dispose();
    }

    [Fact]
    public async Task An_ended_session_answers_401_and_its_connection_closes_while_the_others_stay()
    {
        var (http, email, token) = await site.Newcomer();
        var (lost, kept) = (await site.SignIn(email, WebProcess.Password), token);
        using var other = new HttpClient { BaseAddress = site.Address };
        other.DefaultRequestHeaders.Authorization = new("Bearer", lost);
        await using var lostHub = site.Hub(lost);
        await using var keptHub = site.Hub(kept);
        var closed = new TaskCompletionSource();
        lostHub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await lostHub.StartAsync(TestContext.Current.CancellationToken);
        await keptHub.StartAsync(TestContext.Current.CancellationToken);
        var id = (await Sessions(other)).Single(session => (bool)session["isCurrent"]!)["id"];

        Assert.Equal(204, await http.Send("DELETE", $"/api/me/sessions/{id}").Status());

        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(401, await other.Send("GET", "/api/me").Status());
        Assert.Equal(200, await http.Send("GET", "/api/me").Status());
        Assert.Equal(404, await http.Send("DELETE", $"/api/me/sessions/{id}").Status());
        await keptHub.InvokeAsync<object>("WatchDesk", null, TestContext.Current.CancellationToken);
        http.Dispose();
    }

    [Fact]
    public async Task One_signs_out_everywhere_else_at_once()
    {
        var (http, email, _) = await site.Newcomer();
        using var first = await SignedIn(email, Windows);
        using var second = await SignedIn(email, Phone);
        Assert.Equal(204, await second.Send("DELETE", "/api/me/sessions", null, null, Forgery(second)).Status());
        Assert.Equal(401, await first.Send("GET", "/api/me").Status());
        Assert.Equal(401, await http.Send("GET", "/api/me").Status());
        Assert.True((bool)Assert.Single(await Sessions(second))["isCurrent"]!);
        http.Dispose();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_so_that_a_copy_of_the_cookie_or_token_is_worth_nothing()
    {
        var (http, email, _) = await site.Newcomer();
        Assert.Equal(204, await http.Send("POST", "/api/sign-out").Status());
        Assert.Equal(401, await http.Send("GET", "/api/me").Status());

        using var browser = await SignedIn(email, Windows);
        var copy = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        Assert.Equal(204, await browser.Send("POST", "/api/sign-out", null, null, Forgery(browser)).Status());
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        thief.DefaultRequestHeaders.Add("Cookie", copy);
        Assert.Equal(401, await thief.Send("GET", "/api/me").Status());
        http.Dispose();
    }

    [Fact]
    public async Task Signing_in_again_in_one_browser_ends_the_session_before()
    {
        var (http, email, _) = await site.Newcomer();
        using var browser = await SignedIn(email, Windows);
        var before = (string)(await Sessions(browser)).Single(session => (bool)session["isCurrent"]!)["id"]!;
        var body = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        await browser.Send("POST", "/api/sign-in", body).Json();
        Assert.DoesNotContain(before, (await Sessions(http)).Select(session => (string)session["id"]!));
        http.Dispose();
    }

    private static async Task<List<JsonNode>> Sessions(HttpClient http) =>
        [.. (await http.Send("GET", "/api/me/sessions").Json())["items"]!.AsArray().Select(session => session!)];

    /// <summary>Without a program's name a token as another system has it, else a browser with its cookies.</summary>
    [Fact]
    public async Task A_page_has_the_token_that_it_may_read_exactly_while_its_browser_is_signed_in()
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies })
        {
            BaseAddress = site.Address,
        };
        Assert.Equal(("no-cache", false), await Opened());

        var (other, email, _) = await site.Newcomer();
        var entry = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        await browser.Send("POST", "/api/sign-in", entry).Json();
        Assert.Equal(("no-cache", true), await Opened());
        cookies.GetCookies(site.Address)["XSRF-TOKEN"]!.Expired = true; // as when a browser is closed
        Assert.Equal(("no-cache, private", true), await Opened());
        var token = cookies.GetCookies(site.Address)["XSRF-TOKEN"]!.Value;
        var sign = ("X-XSRF-TOKEN", Uri.UnescapeDataString(token));
        Assert.Equal(204, await browser.Send("POST", "/api/sign-out", null, null, sign).Status());
        Assert.Null(cookies.GetCookies(site.Address)["XSRF-TOKEN"]);

        await browser.Send("POST", "/api/sign-in", entry).Json();
        Assert.Equal(204, await other.Send("DELETE", "/api/me/sessions").Status());
        Assert.Equal(("no-cache, private", false), await Opened());
        Assert.Equal(("no-cache", false), await Opened());
        other.Dispose();

        async Task<(string? Caching, bool HasToken)> Opened()
        {
            using var page = await browser.GetAsync("/en/desk");
            return (
                page.Headers.CacheControl?.ToString(),
                cookies.GetCookies(site.Address)["XSRF-TOKEN"] is { Expired: false }
            );
        }
    }

    private async Task<HttpClient> SignedIn(string email, string? program)
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        var body = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        if (program is null)
        {
            var token = (string)(await http.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return http;
        }

        http.DefaultRequestHeaders.Add("User-Agent", program);
        using var entry = await http.Send("POST", "/api/sign-in", body);
        Assert.Equal(200, (int)entry.StatusCode);
        var cookies = entry.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        return http;
    }

    private static (string Name, string Value) Forgery(HttpClient browser) =>
        (
            "X-XSRF-TOKEN",
            Uri.UnescapeDataString(
                browser
                    .DefaultRequestHeaders.GetValues("Cookie")
                    .Single()
                    .Split("; ")
                    .Single(cookie => cookie.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal))[
                    "XSRF-TOKEN=".Length..
                ]
            )
        );
}
