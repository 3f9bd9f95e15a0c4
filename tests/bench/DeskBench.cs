using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Bench.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Bench;

/// <summary>
/// The desk with 5 000 open introductions and 50 watching officers: the time to open it, and the latency from a move's
/// request to the callback on each of the fifty screens.
/// </summary>
internal static class DeskBench
{
    private const int Officers = 50;
    private const string Password = "correct horse battery staple";

    /// <summary>0: every gate holds; 1: a gate fails.</summary>
    public static async Task<int> Run(bool quick)
    {
        var (open, moves) = quick ? (1_000, 100) : (5_000, 300);
        await using var host = await Host.Start(400);
        using var officer = host.Client(await host.SignIn("officer@sample"));
        var clock = Stopwatch.StartNew();
        var ids = await Suggest(officer, open);
        Console.WriteLine($"{ids.Count} introductions suggested in {clock.Elapsed.TotalSeconds:0.0} s");
        var tokens = await InviteOfficers(host);
        var opened = await Open(host, tokens);
        var screens = await Watch(host, tokens);
        var reached = await Move(officer, [.. ids.Take(moves)], screens);
        foreach (var screen in screens)
            await screen.DisposeAsync();
        return opened && reached ? 0 : 1;
    }

    private static async Task<ConcurrentBag<string>> Suggest(HttpClient officer, int count)
    {
        var firms = (await officer.GetFromJsonAsync<JsonElement>("/api/firms?limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(firm => firm.GetProperty("id").GetString()!)
            .ToArray();
        var demands = new List<string>();
        for (var i = 0; i * firms.Length < count; i++)
        {
            var created = await Post(
                officer,
                "/api/demands",
                new
                {
                    board = "partners",
                    owner = $"enterprises/e{1 + (i % 20)}",
                    name = $"bench {i}",
                    criteria = Array.Empty<object>(),
                    notifyAbove = 100,
                }
            );
            demands.Add(created.GetProperty("id").GetString()!);
        }

        var ids = new ConcurrentBag<string>();
        var pairs = demands.SelectMany(demand => firms.Select(match => new { demand, match })).Take(count);
        await Parallel.ForEachAsync(
            pairs,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (pair, _) => ids.Add((await Post(officer, "/api/introductions", pair)).GetProperty("id").GetString()!)
        );
        return ids;
    }

    private static async Task<string[]> InviteOfficers(Host host)
    {
        using var admin = host.Client(await host.SignIn("admin@sample"));
        using var guest = new HttpClient { BaseAddress = host.Address };
        var tokens = new List<string>();
        for (var i = 0; i < Officers; i++)
        {
            var email = $"officer{i}@bench";
            await Post(admin, "/api/invitations", new { email, role = "officer" });
            // Without a mail server an admin reads the invitation among the letters.
            var letters = await admin.GetFromJsonAsync<JsonElement>("/api/letters?limit=1");
            var token = letters.GetProperty("items")[0].GetProperty("text").GetString()!.Split("token=", '\n')[1];
            await Post(guest, "/api/invitations/accept", new { token, password = Password });
            tokens.Add(
                (await Post(guest, "/api/sign-in?token=true", new { email, password = Password }))
                    .GetProperty("accessToken")
                    .GetString()!
            );
        }

        return [.. tokens];
    }

    private static async Task<bool> Open(Host host, string[] tokens)
    {
        var times = new List<double>();
        var bytes = 0L;
        foreach (var token in tokens)
        {
            using var http = host.Client(token);
            var clock = Stopwatch.StartNew();
            var body = await http.GetByteArrayAsync("/api/desk");
            times.Add(clock.Elapsed.TotalMilliseconds);
            bytes = body.Length;
        }

        return Report($"GET /api/desk ({bytes / 1_000_000.0:0.0} MB)", times, 1_000);
    }

    private static async Task<List<HubConnection>> Watch(Host host, string[] tokens)
    {
        var screens = new List<HubConnection>();
        foreach (var token in tokens)
        {
            var screen = new HubConnectionBuilder()
                .WithUrl(
                    new Uri(host.Address, "/live"),
                    options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
                )
                .Build();
            screens.Add(screen);
            await screen.StartAsync();
            await screen.InvokeAsync<JsonElement>("WatchDesk", (long?)null);
        }

        return screens;
    }

    private static async Task<bool> Move(HttpClient officer, string[] ids, List<HubConnection> screens)
    {
        var sent = new ConcurrentDictionary<string, long>();
        var seen = new ConcurrentBag<double>();
        foreach (var screen in screens)
        {
            screen.On<JsonElement>(
                "Desk",
                change =>
                {
                    if (
                        change.TryGetProperty("introduction", out var introduction)
                        && sent.TryGetValue(introduction.GetProperty("id").GetString()!, out var at)
                    )
                        seen.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                }
            );
        }

        foreach (var id in ids)
        {
            sent[id] = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/introductions/{id}/conclude")
            {
                Content = JsonContent.Create(new { outcome = "noFit" }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            using var answer = await officer.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await Eventually.Pause(TimeSpan.FromMilliseconds(50)); // 20 moves per second, more than any office makes.
        }

        for (var polls = 0; seen.Count < ids.Length * screens.Count && polls < 100; polls++)
            await Eventually.Pause(TimeSpan.FromMilliseconds(50));
        Console.WriteLine($"{seen.Count} of {ids.Length * screens.Count} callbacks");
        return Report($"move -> {screens.Count} screens", [.. seen], 500) && seen.Count == ids.Length * screens.Count;
    }

    private static bool Report(string what, List<double> times, double bound)
    {
        times.Sort();
        var p95 = times[(int)Math.Ceiling(times.Count * 0.95) - 1];
        Console.WriteLine(
            $"{what}: p50 {times[times.Count / 2]:0} ms, p95 {p95:0} ms, max {times[^1]:0} ms (p95 at most {bound:0}: {(p95 <= bound ? "holds" : "FAILS")})"
        );
        return p95 <= bound;
    }

    private static async Task<JsonElement> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
            );
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
