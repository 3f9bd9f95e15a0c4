using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

[assembly: AssemblyFixture(typeof(Matchmaker.Web.Tests.Setup.Site))]
[assembly: AssemblyFixture(typeof(Matchmaker.Processes.EndOfSharedPostgres))]

namespace Matchmaker.Web.Tests.Setup;

/// <summary>One running system with sample data, and somebody of each role.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-web").FullName;
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();
    private WebProcess? _web;

    /// <summary>Where all its mail goes.</summary>
    public MailServer Mail { get; } = MailServer.Started();

    public Uri Address => _web!.Address;

    public async ValueTask InitializeAsync() =>
        _web = await WebProcess
            .Run(
                $"Data Source={Path.Combine(_folder, "web.db")}",
                ["--sample", "120", "--no-history"],
                Mail.Environment
            )
            .Ready();

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="who">A role's word, for the sample account of it; <c>anonymous</c>: nobody.</param>
    public async Task<HttpClient> As(string who)
    {
        var http = new HttpClient { BaseAddress = Address };
        if (who != "anonymous")
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                await Token($"{who}@sample")
            );
        return http;
    }

    public Task<string> Token(string email) => _tokens.GetOrAdd(email, _ => SignIn(email, WebProcess.Password));

    /// <summary>A new account of its own, with a way in.</summary>
    /// <param name="party">The fields of its role and party.</param>
    public async Task<(HttpClient Http, string Email, string Token)> Newcomer(string party = "\"role\":\"officer\"")
    {
        var email = $"{Asking.Fresh("new")}@x.hk";
        using var admin = await As("admin");
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{email}}",{{party}}}""").Json();
        using var guest = new HttpClient { BaseAddress = Address };
        await guest
            .Send(
                "POST",
                "/api/invitations/accept",
                $$"""{"token":"{{await Mail.Token(email)}}","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
        var token = await Token(email);
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (http, email, token);
    }

    /// <summary>A connection to the hub.</summary>
    public HubConnection Hub(string token) =>
        new HubConnectionBuilder()
            .WithUrl(
                new Uri(Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();

    public async Task<string> SignIn(string email, string password)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/sign-in?token=true", new { email, password });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
    }
}

/// <summary>Short ways to ask and to look at answers.</summary>
internal static class Asking
{
    public static Task<HttpResponseMessage> Send(
        this HttpClient http,
        string method,
        string path,
        string? body = null,
        string? ifMatch = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        // A server that refuses a large body closes the connection while the client still sends it.
        request.Headers.ExpectContinue = body is { Length: > 1_000_000 };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request);
    }

    /// <summary>A client of somebody who signed in at a process of the test's own.</summary>
    public static async Task<HttpClient> As(this WebProcess web, string email)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        var token = (string)
            (
                await http.Send(
                        "POST",
                        "/api/sign-in?token=true",
                        $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}"""
                    )
                    .Json()
            )["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    public static async Task<JsonObject> Json(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    public static async Task<JsonObject> Json(this Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Json();
    }

    public static async Task<int> Status(this Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return (int)answer.StatusCode;
    }

    /// <summary>The answer's text, whatever its status.</summary>
    public static async Task<string> GetStringAnyway(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Fails where the office reads a secret in a list or file about a party.</summary>
    /// <param name="party">Such as <c>firms/f1</c>.</param>
    public static async Task NowhereToldTo(HttpClient office, string secret, string party)
    {
        var isAdmin = (string?)(await office.Send("GET", "/api/me").Json())["role"] == "admin";
        foreach (
            var (path, forAdmins) in new[]
            {
                ("/api/letters?limit=500", false),
                ("/api/people", false),
                ("/api/changes?limit=500", false),
                ($"/api/exports/journal.csv?of={party}", true),
            }
        )
        {
            using var answer = await office.GetAsync(path);
            Assert.Equal((path, forAdmins && !isAdmin ? 403 : 200), (path, (int)answer.StatusCode));
            Assert.DoesNotContain(secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    public static string Fresh(string word) => $"{word}-{Guid.NewGuid():N}";
}
