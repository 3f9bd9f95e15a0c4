using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests;

/// <summary>The hub: whatever gets lost or comes twice, a client ends in the state of a fresh request.</summary>
public sealed class LiveTests(Site site)
{
    [Theory]
    [InlineData("officer", 1)]
    [InlineData("enterprise", 2)]
    public async Task A_client_that_drops_repeats_and_reconnects_ends_in_the_state_of_a_fresh_request(
        string watcher,
        int seed
    )
    {
        var chance = new Random(seed);
        using var officer = await site.As("officer");
        var building = Asking.Fresh("live");
        await officer
            .Send("PUT", $"/api/buildings/{building}", """{"public":true,"values":{"district":"kwunTong"}}""")
            .Json();
        var demand = await Demand(officer);
        await using var client = new Client(await Connect(await site.Token($"{watcher}@sample")), demand, chance);
        await client.Start();
        for (var i = 0; i < 120; i++)
        {
            await Edit(officer, building, chance);
            if (chance.Next(15) == 0)
                await client.Reconnect(await Connect(await site.Token($"{watcher}@sample")));
        }

        await client.CatchUp();
        await using var fresh = await Connect(await site.Token($"{watcher}@sample"));
        var answer = await fresh.InvokeAsync<JsonElement>("Watch", demand, null);
        Assert.Equal(answer.GetProperty("sequence").GetInt64(), client.Last);
        Assert.Equal(Lists(answer), client.List);
        if (watcher == "enterprise")
            Assert.All(client.List.Keys, id => Assert.DoesNotContain("secret", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_not_be_seen_cannot_be_watched()
    {
        var scene = await Scene.Set(site);
        await using var connection = await Connect(await site.Token("enterprise@sample"));
        foreach (var id in new[] { scene.Demand, "no-such-demand" })
        {
            var refused = await Assert.ThrowsAsync<HubException>(() =>
                connection.InvokeAsync<JsonElement>("Watch", id, null)
            );
            Assert.EndsWith("notFound", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_watches_without_signing_in_nor_with_another_site_s_cookie()
    {
        using var http = await site.As("anonymous");
        Assert.Equal(401, await http.Send("POST", "/live/negotiate?negotiateVersion=1").Status());
        using var handler = new HttpClientHandler { CookieContainer = new() };
        using var browser = new HttpClient(handler) { BaseAddress = site.Address };
        await browser
            .Send("POST", "/api/sign-in", $$"""{"email":"officer@sample","password":"{{WebProcess.Password}}"}""")
            .Json();
        Assert.Equal(
            200,
            await browser
                .Send(
                    "POST",
                    "/live/negotiate?negotiateVersion=1",
                    null,
                    null,
                    ("Origin", site.Address.GetLeftPart(UriPartial.Authority))
                )
                .Status()
        );
        Assert.Equal(
            403,
            await browser
                .Send("POST", "/live/negotiate?negotiateVersion=1", null, null, ("Origin", "https://elsewhere.example"))
                .Status()
        );
    }

    [Fact]
    public async Task An_account_that_changes_loses_its_connection_at_once()
    {
        using var admin = await site.As("admin");
        var email = $"{Asking.Fresh("live")}@x.hk";
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{email}}","role":"officer"}""").Json();
        using var http = await site.As("anonymous");
        await http.Send(
                "POST",
                "/api/invitations/accept",
                $$"""{"token":"{{await site.Mail.Token(email)}}","password":"a long enough password"}"""
            )
            .Json();
        await using var connection = await Connect(await site.SignIn(email, "a long enough password"));
        var closed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        var version = (await admin.Send("GET", $"/api/accounts/{email}").Json())["version"];
        Assert.Equal(204, await admin.Send("DELETE", $"/api/accounts/{email}", null, $"\"{version}\"").Status());
        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<HubConnection> Connect(string token)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(site.Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();
        await connection.StartAsync();
        return connection;
    }

    private static async Task<string> Demand(HttpClient officer) =>
        (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/demands",
                        """
                        {"board":"sites","owner":"enterprises/e1","name":"live","notifyAbove":40,"criteria":[
                          {"attribute":"area","op":"between","min":500,"max":900},
                          {"attribute":"rent","op":"atMost","limit":300,"ideal":100,"strength":"prefer"}]}
                        """
                    )
                    .Json()
            )["id"]!;

    private static async Task Edit(HttpClient officer, string building, Random chance)
    {
        var path = $"/api/buildings/{building}/spaces/{(chance.Next(3) == 0 ? "secret" : "s")}{chance.Next(4)}";
        using var found = await officer.GetAsync(path);
        var version = found.IsSuccessStatusCode ? $"\"{(await found.Json())["version"]}\"" : null;
        if (version is not null && chance.Next(6) == 0)
        {
            Assert.Equal(204, await officer.Send("DELETE", path, null, version).Status());
            return;
        }

        var isPublic = !path.Contains("secret", StringComparison.Ordinal);
        var body = $$$"""
            {"public":{{{(isPublic ? "true" : "false")}}},"status":"{{{(
                chance.Next(5) == 0 ? "let" : "vacant"
            )}}}","values":{"area":{{{450 + chance.Next(500)}}},"rent":{{{80 + chance.Next(300)}}}}}
            """;
        await officer.Send("PUT", path, body, version).Json();
    }

    private static SortedDictionary<string, string> Lists(JsonElement answer) =>
        new(
            answer
                .GetProperty("matches")
                .EnumerateArray()
                .ToDictionary(match => match.GetProperty("id").GetString()!, match => match.GetRawText()),
            StringComparer.Ordinal
        );

    /// <summary>Holds one demand's list by the rules of the hub, over a line that drops and repeats.</summary>
    private sealed class Client(HubConnection connection, string demand, Random chance) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<JsonElement> _arrived = new();
        private readonly Lock _lock = new();
        private HubConnection _connection = connection;

        public long Last { get; private set; }

        public SortedDictionary<string, string> List { get; private set; } = new(StringComparer.Ordinal);

        public Task Start()
        {
            Listen();
            return Ask(null);
        }

        public async Task Reconnect(HubConnection connection)
        {
            await _connection.DisposeAsync();
            _connection = connection;
            _arrived.Clear();
            Listen();
            await Ask(Last);
        }

        /// <summary>
        /// Takes in what came, some of it twice and some not at all, and asks again where a number is missing.
        /// </summary>
        public async Task CatchUp()
        {
            while (_arrived.TryDequeue(out var events))
            {
                var sequence = events[0].GetProperty("sequence").GetInt64();
                if (sequence <= Last)
                    continue;
                if (sequence > Last + 1)
                    await Ask(Last);
                else
                    Take(events, sequence);
            }

            await Ask(Last);
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();

        private void Listen() =>
            _connection.On<string, JsonElement>(
                "Matches",
                (_, events) =>
                {
                    int fate;
                    lock (_lock)
                        fate = chance.Next(10);
                    if (fate > 0)
                        _arrived.Enqueue(events);
                    if (fate > 7)
                        _arrived.Enqueue(events);
                }
            );

        private async Task Ask(long? after)
        {
            var answer = await _connection.InvokeAsync<JsonElement>("Watch", demand, after);
            if (answer.TryGetProperty("matches", out _))
                List = Lists(answer);
            else
                Take(answer.GetProperty("events"), answer.GetProperty("sequence").GetInt64());
            Last = answer.GetProperty("sequence").GetInt64();
        }

        private void Take(JsonElement events, long sequence)
        {
            foreach (var node in events.EnumerateArray())
            {
                if (node.TryGetProperty("match", out var match))
                    List[node.GetProperty("id").GetString()!] = match.GetRawText();
                else
                    List.Remove(node.GetProperty("id").GetString()!);
            }

            Last = sequence;
        }
    }
}
