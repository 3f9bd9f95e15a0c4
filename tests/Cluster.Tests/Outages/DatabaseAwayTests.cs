using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Matchmaker.Cluster.Tests.Faults;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Outages;

/// <summary>Whoever writes while PostgreSQL is away for seconds waits for it, and the change is made once.</summary>
public sealed class DatabaseAwayTests(LoopbackCluster cluster)
{
    private const int OfEachKind = 5;

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);

    // What a silo waits for the database, with room for what else a write has to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    // Where each kind of write is found, and how often it was made.
    private static readonly Dictionary<string, (string Kind, string Name)> Stored = new()
    {
        ["POST owner"] = ("owner", "created"),
        ["POST firm"] = ("firm", "keyed"),
        ["PUT building"] = ("building", "put"),
        ["PUT owner"] = ("owner", "after"),
        ["POST demand"] = ("demand", "demand"),
    };

    [Fact]
    public async Task Every_write_waits_for_a_database_that_is_away_for_5_s_and_is_made_once()
    {
        var running = await cluster.Running();
        using var officer = await Officer(running.Webs[0]);
        var mark = $"away{Guid.NewGuid():N}"[..12];
        foreach (var i in Enumerable.Range(0, OfEachKind))
            await Ok(officer.PutAsJsonAsync($"/api/owners/{mark}-{i}", Named($"{mark} before {i}")));

        var gone = Stopwatch.GetTimestamp();
        await running.Postgres.Kill();
        var writes = Enumerable.Range(0, OfEachKind).SelectMany(i => Writes(officer, mark, i)).ToList();
        await Eventually.Pause(Away);
        await running.Postgres.Return();
        var away = Stopwatch.GetElapsedTime(gone);
        var made = new List<string>();
        foreach (var (what, write) in writes)
        {
            using var answer = await write;
            if (answer.IsSuccessStatusCode)
                made.Add(what);
            // A busy machine may keep the database away for longer than anybody waits; the writer is told, then.
            else if (away < Patience)
                Assert.Fail(
                    $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{running.LastLines()}"
                );
            else
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        Report.Add(
            $"PostgreSQL away for {away.TotalSeconds:0.0} s: {made.Count} of {writes.Count} writes waited and were made"
        );
        await using var store = await running.Open();
        foreach (var what in Stored.Keys)
            Assert.InRange(await Count(store, what, mark), made.Count(done => done == what), OfEachKind);
        await running.Wake();
    }

    /// <summary>Creating by POST and by PUT, changing, with and without an Idempotency-Key.</summary>
    private static IEnumerable<(string What, Task<HttpResponseMessage> Write)> Writes(
        HttpClient officer,
        string mark,
        int i
    )
    {
        yield return ("POST owner", officer.PostAsJsonAsync("/api/owners", Named($"{mark} created {i}")));
        yield return (
            "POST firm",
            Send(officer, HttpMethod.Post, "/api/firms", Named($"{mark} keyed {i}"), ("Idempotency-Key", $"{mark}{i}"))
        );
        yield return ("PUT building", officer.PutAsJsonAsync($"/api/buildings/{mark}-{i}", Named($"{mark} put {i}")));
        yield return (
            "PUT owner",
            Send(officer, HttpMethod.Put, $"/api/owners/{mark}-{i}", Named($"{mark} after {i}"), ("If-Match", "\"1\""))
        );
        yield return (
            "POST demand",
            officer.PostAsJsonAsync(
                "/api/demands",
                new JsonObject
                {
                    ["board"] = "sites",
                    ["owner"] = "enterprises/e1",
                    ["name"] = $"{mark} demand {i}",
                    ["criteria"] = new JsonArray(),
                }
            )
        );
    }

    private static JsonObject Named(string name) => new() { ["name"] = new JsonObject { ["en"] = name } };

    private static Task<HttpResponseMessage> Send(
        HttpClient http,
        HttpMethod method,
        string path,
        JsonObject body,
        (string Name, string Value) header
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return http.SendAsync(request);
    }

    private static async Task<HttpClient> Officer(WebProcess web)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        using var answer = await http.PostAsJsonAsync(
            "/api/sign-in?token=true",
            new { email = "officer@sample", password = WebProcess.Password }
        );
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)token!);
        return http;
    }

    private static async Task Ok(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task<int> Count(NpgsqlConnection store, string what, string mark) =>
        store.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM record WHERE kind = @kind AND body LIKE @pattern",
            new { kind = Stored[what].Kind, pattern = $"%{mark} {Stored[what].Name}%" }
        );
}
