using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Accounts;

/// <summary>Signing in, invitations, and what ends a session.</summary>
public sealed class AccountTests(Site site)
{
    private const string Good = "a long enough password";

    [Fact]
    public async Task An_invitation_makes_an_account_once_and_a_change_of_it_ends_its_sessions_at_once()
    {
        using var admin = await site.As("admin");
        var email = $"{Asking.Fresh("new")}@x.hk";
        var token = await Invite(admin, $$"""{"email":"{{email}}","role":"officer"}""");
        using var stranger = await site.As("anonymous");
        Assert.Equal(
            422,
            await stranger
                .Send("POST", "/api/invitations/accept", $$"""{"token":"{{token}}","password":"short"}""")
                .Status()
        );
        Assert.Equal(
            200,
            await stranger
                .Send("POST", "/api/invitations/accept", $$"""{"token":"{{token}}","password":"{{Good}}"}""")
                .Status()
        );
        using var other = await site.As("anonymous");
        Assert.Equal(
            422,
            await other
                .Send("POST", "/api/invitations/accept", $$"""{"token":"{{token}}","password":"{{Good}}"}""")
                .Status()
        );

        using var officer = new HttpClient { BaseAddress = site.Address };
        officer.DefaultRequestHeaders.Authorization = new("Bearer", await site.SignIn(email, Good));
        Assert.Equal("officer", (string?)(await officer.Send("GET", "/api/me").Json())["role"]);
        var account = await admin.Send("GET", $"/api/accounts/{email}").Json();
        Assert.Equal(
            200,
            await admin
                .Send("PUT", $"/api/accounts/{email}", """{"role":"firm","firm":"f1"}""", $"\"{account["version"]}\"")
                .Status()
        );
        Assert.Equal(401, await officer.Send("GET", "/api/me").Status());
    }

    [Fact]
    public async Task Officers_invite_parties_only()
    {
        using var officer = await site.As("officer");
        Assert.Equal(
            200,
            await officer
                .Send("POST", "/api/invitations", """{"email":"p@x.hk","role":"enterprise","enterprise":"e1"}""")
                .Status()
        );
        Assert.Equal(
            422,
            await officer.Send("POST", "/api/invitations", """{"email":"p@x.hk","role":"officer"}""").Status()
        );
        Assert.Equal(
            422,
            await officer
                .Send("POST", "/api/invitations", """{"email":"p@x.hk","role":"enterprise","enterprise":"nobody"}""")
                .Status()
        );
        Assert.Equal(
            422,
            await officer.Send("POST", "/api/invitations", """{"email":"p@x.hk","role":"enterprise"}""").Status()
        );
        Assert.Equal(
            422,
            await officer
                .Send("POST", "/api/invitations", """{"email":"not an address","role":"firm","firm":"f1"}""")
                .Status()
        );
    }

    [Fact]
    public async Task A_refused_sign_in_never_tells_why()
    {
        using var http = await site.As("anonymous");
        var answers = new HashSet<string>
        {
            await Refusal(http, "firm@sample", "wrong wrong wrong"),
            await Refusal(http, "firm@sample", new string('x', 500)),
            await Refusal(http, $"{Asking.Fresh("nobody")}@x.hk", Good),
            await Refusal(http, "no address", Good),
        };
        Assert.Single(answers);
    }

    [Fact]
    public async Task A_cookie_alone_changes_nothing_without_the_token_that_only_the_page_can_read()
    {
        using var handler = new HttpClientHandler { CookieContainer = new() };
        using var browser = new HttpClient(handler) { BaseAddress = site.Address };
        using var entry = await browser.PostAsJsonAsync(
            "/api/sign-in",
            new { email = "officer@sample", password = WebProcess.Password }
        );
        Assert.Equal(HttpStatusCode.OK, entry.StatusCode);
        Assert.Equal(200, await browser.Send("GET", "/api/me").Status());
        Assert.Equal(400, await browser.Send("POST", "/api/buildings", "{}").Status());
        var token = handler.CookieContainer.GetCookies(site.Address)["XSRF-TOKEN"]!.Value;
        Assert.Equal(201, await browser.Send("POST", "/api/buildings", "{}", null, ("X-XSRF-TOKEN", token)).Status());
        Assert.Equal(
            403,
            await browser.Send("POST", "/api/sign-in", "{}", null, ("Origin", "https://elsewhere.example")).Status()
        );
        Assert.Equal(204, await browser.Send("POST", "/api/sign-out", null, null, ("X-XSRF-TOKEN", token)).Status());
        Assert.Equal(401, await browser.Send("GET", "/api/me").Status());
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_browser_safe()
    {
        using var http = await site.As("anonymous");
        foreach (var path in new[] { "/", "/api/boards", "/api/nothing", "/en/sites" })
        {
            using var answer = await http.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    private async Task<string> Invite(HttpClient admin, string body)
    {
        await admin.Send("POST", "/api/invitations", body).Json();
        return await site.Mail.Token((string)JsonNode.Parse(body)!["email"]!);
    }

    private static async Task<string> Refusal(HttpClient http, string email, string password)
    {
        using var answer = await http.PostAsJsonAsync("/api/sign-in?token=true", new { email, password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
