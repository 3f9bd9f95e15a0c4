using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>How long a hold takes to reach 200 other screens, each of which watches a demand of its own.</summary>
internal static class HoldBench
{
    private const int Spaces = 2_000;
    private const int Screens = 200;
    private const int Held = 10;

    // So large is no space of the sample.
    private const int Large = 60_000;
    private const int MaxMs = 300;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(20);

    /// <summary>0: every gate holds; 1: a gate fails.</summary>
    public static async Task<int> Run(int rounds, string? postgres)
    {
        await using var host = await Host.Start(Spaces, postgres);
        var token = await host.SignIn("officer@sample");
        using var http = host.Client(token);
        await PutSpaces(http);
        var own = await Demand(http, "the holder's");
        var screens = new List<Screen>();
        for (var i = 0; i < Screens; i++)
            screens.Add(await Screen.Watch(host.Address, token, await Demand(http, $"screen {i}")));
        await Eventually.Pause(TimeSpan.FromSeconds(2));
        var (gone, appeared) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var path = $"/api/buildings/held/spaces/s{round % Held}/hold";
            var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(3);
            await Measure(screens, gone, () => http.PostAsJsonAsync(path, new { demand = own, until }));
            await Measure(screens, appeared, () => http.DeleteAsync(new Uri(path, UriKind.Relative)));
        }

        var open = screens.Count(screen => screen.IsOpen);
        foreach (var screen in screens)
            await screen.DisposeAsync();
        var goneIn = LiveBench.Print("a hold reaches a screen", [.. gone], 95);
        var appearedIn = LiveBench.Print("its end reaches a screen", [.. appeared], 95);
        return
            LiveBench.Gate($"{Screens} screens held", open == Screens)
            & LiveBench.Gate("every screen was told of all", gone.Count + appeared.Count == 2 * rounds * Screens)
            & LiveBench.Gate($"a hold p95 <= {MaxMs} ms", goneIn <= MaxMs)
            & LiveBench.Gate($"its end p95 <= {MaxMs} ms", appearedIn <= MaxMs)
            ? 0
            : 1;
    }

    // From before the request to each screen's message; a screen that is told nothing is missing.
    private static async Task Measure(
        List<Screen> screens,
        List<double> latencies,
        Func<Task<HttpResponseMessage>> change
    )
    {
        var before = screens.ConvertAll(screen => screen.Messages);
        var start = Stopwatch.GetTimestamp();
        using (var answer = await change())
            answer.EnsureSuccessStatusCode();
        while (
            Stopwatch.GetElapsedTime(start) < MaxWait && screens.Zip(before).Any(of => of.First.Messages == of.Second)
        )
            await Eventually.Pause(TimeSpan.FromMilliseconds(20));
        latencies.AddRange(
            screens
                .Zip(before)
                .Where(of => of.First.Messages > of.Second)
                .Select(of => Stopwatch.GetElapsedTime(start, of.First.LastAt).TotalMilliseconds)
        );
    }

    private static async Task PutSpaces(HttpClient http)
    {
        await Put(http, "/api/buildings/held", new { name = "Held Tower", @public = true });
        for (var i = 0; i < Held; i++)
            await Put(
                http,
                $"/api/buildings/held/spaces/s{i}",
                new
                {
                    status = "vacant",
                    @public = true,
                    values = new { area = Large, rent = 100 },
                }
            );
    }

    private static async Task Put(HttpClient http, string path, object body)
    {
        using var answer = await http.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string> Demand(HttpClient http, string name)
    {
        using var created = await http.PostAsJsonAsync(
            "/api/demands",
            new
            {
                board = "sites",
                owner = "enterprises/e1",
                name,
                criteria = new object[]
                {
                    new
                    {
                        attribute = "area",
                        op = "atLeast",
                        limit = Large - 1,
                    },
                },
            }
        );
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
