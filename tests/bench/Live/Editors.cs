using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>People who change the rents of vacant spaces at a steady rate, each space by one of them.</summary>
internal sealed class Editors(HttpClient http, ConcurrentDictionary<(string, decimal), long>? sentAt = null)
{
    private readonly List<Edited> _spaces = [];
    private readonly ConcurrentBag<double> _latencies = [];
    private readonly ConcurrentBag<string> _refusals = [];

    public double[] LatenciesMs => [.. _latencies];

    public int Failed => _refusals.Count;

    /// <summary>Why changes were refused: each status and body once, with how often.</summary>
    public IEnumerable<string> Refusals =>
        _refusals.GroupBy(refusal => refusal).Select(same => $"{same.Count()} × {same.Key}");

    public async Task Load()
    {
        string? after = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>(
                $"/api/spaces?limit=500{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}"
            );
            foreach (
                var space in page.GetProperty("items")
                    .EnumerateArray()
                    .Where(space => space.GetProperty("status").GetString() == "vacant")
            )
                _spaces.Add(new(space.Deserialize<Dictionary<string, JsonElement>>()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        } while (after is not null);
    }

    /// <summary>Counts from here.</summary>
    public void Forget()
    {
        _latencies.Clear();
        _refusals.Clear();
        sentAt?.Clear();
    }

    /// <returns>How many changes were acknowledged each second.</returns>
    public async Task<double> Change(int perSecond, TimeSpan length)
    {
        var (chance, flights, clock) = (new Random(12), new List<Task>(), Stopwatch.StartNew());
        for (var n = 0; clock.Elapsed < length; n++)
        {
            var wait = TimeSpan.FromSeconds((double)n / perSecond) - clock.Elapsed;
            if (wait > TimeSpan.Zero)
                await Eventually.Pause(wait);
            flights.Add(ChangeRent(_spaces[n % _spaces.Count], 60 + (chance.Next(3_000) / 10m)));
        }

        await Task.WhenAll(flights);
        return _latencies.Count / clock.Elapsed.TotalSeconds;
    }

    private async Task ChangeRent(Edited space, decimal rent)
    {
        await space.Turn.WaitAsync();
        try
        {
            var values = space.Record["values"].Deserialize<Dictionary<string, object>>()!;
            values["rent"] = rent;
            space.Record["values"] = JsonSerializer.SerializeToElement(values);
            using var request = new HttpRequestMessage(HttpMethod.Put, space.Path)
            {
                Content = JsonContent.Create(space.Record),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{space.Version}\"");
            var sent = Stopwatch.GetTimestamp();
            if (sentAt is not null)
                sentAt[(space.Id, rent)] = sent;
            using var answer = await http.SendAsync(request);
            if (answer.IsSuccessStatusCode)
            {
                _latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                // Its own word, because a change to what is there already makes no new version.
                space.Version = (await answer.Content.ReadFromJsonAsync<JsonElement>())
                    .GetProperty("version")
                    .GetInt64();
            }
            else
            {
                _refusals.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
        finally
        {
            space.Turn.Release();
        }
    }

    private sealed class Edited(Dictionary<string, JsonElement> record)
    {
        public Dictionary<string, JsonElement> Record => record;

        public string Id { get; } = record["id"].GetString()!;

        public string Path => $"/api/buildings/{Id.Replace("/", "/spaces/", StringComparison.Ordinal)}";

        public long Version { get; set; } = record["version"].GetInt64();

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }
}
