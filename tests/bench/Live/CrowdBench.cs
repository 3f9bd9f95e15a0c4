using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>
/// Ten thousand browsers watching through one web host: the memory per browser, and the delivery of changes to all of
/// them.
/// </summary>
internal static class CrowdBench
{
    private const int Spaces = 400;
    private const int ScreensPerDemand = 10;
    private const int MaxConcurrentConnects = 32;
    private const int MaxBytesPerScreen = 60_000;

    /// <summary>0: every gate holds; 1: a gate fails.</summary>
    public static async Task<int> Run(int count, string? postgres)
    {
        await using var host = await Host.Start(Spaces, postgres);
        var token = await host.SignIn("officer@sample");
        using var http = host.Client(token);
        var demands = await Demands(http, count / ScreensPerDemand);
        await using (await Screen.Watch(host.Address, token, demands[0]))
            await Eventually.Pause(TimeSpan.FromSeconds(2)); // The first connection also warms up the host.
        var before = host.Memory;
        var screens = new ConcurrentBag<Screen>();
        using var stop = new CancellationTokenSource();
        var pings = Ping(screens, stop.Token);
        await Connect(host, token, demands, count, screens);
        await Eventually.Pause(TimeSpan.FromSeconds(5));
        var bytesPerScreen = (host.Memory - before) / count;
        Console.WriteLine(
            $"web host: {before / 1_000_000} MB before, {host.Memory / 1_000_000} MB with {count} watchers: {bytesPerScreen / 1_000.0:0.0} KB each"
        );
        var delivered = await ChangeSpaces(http, screens);
        await stop.CancelAsync();
        await pings;
        var after = (host.Memory - before) / count;
        Console.WriteLine($"after the changes {host.Memory / 1_000_000} MB: {after / 1_000.0:0.0} KB each");
        var open = screens.Count(screen => screen.IsOpen);
        foreach (var screen in screens)
            await screen.DisposeAsync();
        return
            LiveBench.Gate($"{count} watchers held", open == count)
            & LiveBench.Gate("at most 60 KB each", Math.Max(bytesPerScreen, after) <= MaxBytesPerScreen)
            & delivered
            ? 0
            : 1;
    }

    private static async Task<string[]> Demands(HttpClient http, int count)
    {
        var (random, ids) = (new Random(11), new List<string>());
        for (var i = 0; i < count; i++)
        {
            using var created = await http.PostAsJsonAsync("/api/demands", LiveBench.Demand(random, i));
            created.EnsureSuccessStatusCode();
            ids.Add((await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        return [.. ids];
    }

    private static async Task Connect(
        Host host,
        string token,
        string[] demands,
        int count,
        ConcurrentBag<Screen> screens
    )
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentConnects },
            async (i, _) => screens.Add(await Screen.Watch(host.Address, token, demands[i % demands.Length]))
        );
        Console.WriteLine($"{count} screens connected in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    // The hub closes a connection that is silent for 30 s.
    private static async Task Ping(ConcurrentBag<Screen> screens, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var batch in screens.Where(screen => screen.IsOpen).Chunk(100))
                await Task.WhenAll(batch.Select(screen => screen.Ping()));
            await Task.WhenAny(Eventually.Pause(TimeSpan.FromSeconds(8), stop));
        }
    }

    // Few changes: each goes to every affected demand, with ten screens each.
    private static async Task<bool> ChangeSpaces(HttpClient http, ConcurrentBag<Screen> screens)
    {
        var editors = new Editors(http);
        await editors.Load();
        var (clock, start) = (Stopwatch.StartNew(), screens.Sum(screen => (long)screen.Messages));
        await editors.Change(perSecond: 5, TimeSpan.FromSeconds(10));
        await Eventually.Pause(TimeSpan.FromSeconds(2));
        var messages = screens.Sum(screen => (long)screen.Messages) - start;
        Console.WriteLine(
            $"{editors.LatenciesMs.Length} changes gave {messages} messages in {clock.Elapsed.TotalSeconds:0.0} s"
        );
        LiveBench.Print("PUT of a space meanwhile", editors.LatenciesMs, 95);
        return LiveBench.Gate("changes reach the screens", messages > 0);
    }
}
