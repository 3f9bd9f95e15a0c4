using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Bench.Live;

/// <summary>
/// The latency from change to client callback through the whole system: spaces change over HTTP at a steady rate while
/// demands are watched over the hub, followed by reads of single records at a steady rate.
/// </summary>
internal static class LiveBench
{
    private const int Spaces = 2_000;
    private const int ReadsPerSecond = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>0: every gate holds; 1: a gate fails.</summary>
    public static async Task<int> Run(TimeSpan length, int changesPerSecond, int demands, string? postgres)
    {
        await using var host = await Host.Start(Spaces, postgres);
        Console.WriteLine($"start with {Spaces} sample spaces: {host.StartedIn.TotalSeconds:0.0} s");
        var token = await host.SignIn("officer@sample");
        using var http = host.Client(token);
        var sentAt = new ConcurrentDictionary<(string, decimal), long>();
        await using var connection = Connect(host, token);
        var watched = await Watch(http, connection, demands, sentAt);
        var changed = await Change(http, length, changesPerSecond, sentAt);
        await Eventually.Pause(TimeSpan.FromSeconds(1)); // For the last messages; later ones count as a difference.
        var live = await Verify(watched, connection);
        var reads = await Read(http);
        return changed && live && reads ? 0 : 1;
    }

    private static HubConnection Connect(Host host, string token) =>
        new HubConnectionBuilder()
            .WithUrl(
                new Uri(host.Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();

    private static async Task<List<WatchedDemand>> Watch(
        HttpClient http,
        HubConnection connection,
        int demands,
        ConcurrentDictionary<(string, decimal), long> sentAt
    )
    {
        var byId = new ConcurrentDictionary<string, WatchedDemand>();
        connection.On<string, JsonElement>("Matches", (demand, events) => byId[demand].Apply(events));
        await connection.StartAsync();
        var random = new Random(11);
        for (var i = 0; i < demands; i++)
        {
            using var created = await http.PostAsJsonAsync("/api/demands", Demand(random, i));
            created.EnsureSuccessStatusCode();
            var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            byId[id] = new(id, sentAt);
            await byId[id].Start(connection);
        }

        return [.. byId.Values];
    }

    internal static object Demand(Random random, int i) =>
        new
        {
            board = "sites",
            owner = "enterprises/e1",
            name = $"bench {i}",
            criteria = new object[]
            {
                new
                {
                    attribute = "area",
                    op = "atLeast",
                    limit = 100 + (random.Next(8) * 100),
                },
                new
                {
                    attribute = "rent",
                    op = "atMost",
                    strength = "prefer",
                    limit = 150 + random.Next(200),
                    ideal = 50,
                },
                new
                {
                    attribute = "floorLoading",
                    op = "atLeast",
                    limit = 3 + random.Next(8),
                },
                new
                {
                    attribute = "headroom",
                    op = "atLeast",
                    strength = "prefer",
                    limit = 3 + random.Next(3),
                },
            },
        };

    private static async Task<bool> Change(
        HttpClient http,
        TimeSpan length,
        int perSecond,
        ConcurrentDictionary<(string, decimal), long> sentAt
    )
    {
        var editors = new Editors(http, sentAt);
        await editors.Load();
        // A fresh process is still compiling its code, which would dominate the latencies.
        await editors.Change(perSecond / 5, WarmUp);
        editors.ResetMeasurements();
        var rate = await editors.Change(perSecond, length);
        Print($"PUT of a space, {rate:0}/s acknowledged, {editors.Failed} refused", editors.LatenciesMs, 95);
        foreach (var rejection in editors.Rejections)
            Console.WriteLine($"refused {rejection}");
        return Gate($"{perSecond} changes/s", rate >= perSecond * 0.95 && editors.Failed == 0);
    }

    private static async Task<bool> Verify(List<WatchedDemand> watched, HubConnection connection)
    {
        var different = 0;
        foreach (var demand in watched)
            different += await demand.EqualsFresh(connection) ? 0 : 1;
        var gaps = watched.Sum(demand => demand.Gaps);
        var p95 = Print("change → callback", [.. watched.SelectMany(demand => demand.LatenciesMs)], 95);
        Console.WriteLine(
            $"{watched.Sum(demand => demand.Messages)} messages to {watched.Count} watched demands, {gaps} gaps, {different} lists differ from a fresh demand"
        );
        return Gate("change → callback p95 ≤ 300 ms", p95 <= 300)
            & Gate("no gap", gaps == 0)
            & Gate("lists equal fresh ones", different == 0);
    }

    private static async Task<bool> Read(HttpClient http)
    {
        var ids = (await http.GetFromJsonAsync<JsonElement>("/api/buildings?limit=100"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(building => building.GetProperty("id").GetString()!)
            .ToArray();
        var latencies = new ConcurrentBag<double>();
        var requests = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < ReadsPerSecond * 10; n++)
        {
            var wait = TimeSpan.FromSeconds((double)n / ReadsPerSecond) - clock.Elapsed;
            if (wait > TimeSpan.Zero)
                await Eventually.Pause(wait);
            requests.Add(ReadOne(http, ids[n % ids.Length], latencies));
        }

        await Task.WhenAll(requests);
        // The first second also warms up the reading client.
        var p99 = Print($"GET of a record at {requests.Count / clock.Elapsed.TotalSeconds:0}/s", [.. latencies], 99);
        return Gate("GET of a record p99 ≤ 5 ms", p99 <= 5);
    }

    private static async Task ReadOne(HttpClient http, string building, ConcurrentBag<double> latencies)
    {
        var sent = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync($"/api/buildings/{building}");
        answer.EnsureSuccessStatusCode();
        latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
    }

    internal static double Print(string what, double[] ms, int percent)
    {
        if (ms.Length == 0)
            return double.PositiveInfinity;
        Array.Sort(ms);
        double At(int of) => ms[Math.Min(ms.Length - 1, ms.Length * of / 100)];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: n {ms.Length}, p50 {At(50):0.0} ms, p95 {At(95):0.0} ms, p99 {At(99):0.0} ms, max {ms[^1]:0.0} ms"
            )
        );
        return At(percent);
    }

    internal static bool Gate(string gate, bool holds)
    {
        Console.WriteLine($"{(holds ? "holds" : "FAILS")}: {gate}");
        return holds;
    }
}
