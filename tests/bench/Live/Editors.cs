using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Matchmaker.Bench.Live;

/// <summary>Simulated editors who change the rents of vacant spaces at a steady rate, one editor per space.</summary>
internal sealed class Editors(HttpClient http, ConcurrentDictionary<(string, decimal), long>? sentAt = null)
{
    private readonly List<EditedSpace> _spaces = [];
    private readonly ConcurrentBag<double> _latencies = [];
    private readonly ConcurrentBag<string> _rejections = [];

    public double[] LatenciesMs => [.. _latencies];

    public int Failed => _rejections.Count;

    /// <summary>The distinct status and body of rejected changes, with their counts.</summary>
    public IEnumerable<string> Rejections =>
        _rejections.GroupBy(rejection => rejection).Select(group => $"{group.Count()} × {group.Key}");

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

    /// <summary>Resets the measurements.</summary>
    public void ResetMeasurements()
    {
        _latencies.Clear();
        _rejections.Clear();
        sentAt?.Clear();
    }

    /// <returns>The acknowledged changes per second.</returns>
    public async Task<double> Change(int perSecond, TimeSpan length)
    {
        var (random, requests, clock) = (new Random(12), new List<Task>(), Stopwatch.StartNew());
        for (var n = 0; clock.Elapsed < length; n++)
        {
            var wait = TimeSpan.FromSeconds((double)n / perSecond) - clock.Elapsed;
            if (wait > TimeSpan.Zero)
                await Eventually.Pause(wait);
            requests.Add(ChangeRent(_spaces[n % _spaces.Count], 60 + (random.Next(3_000) / 10m)));
        }

        await Task.WhenAll(requests);
        return _latencies.Count / clock.Elapsed.TotalSeconds;
    }

    private async Task ChangeRent(EditedSpace space, decimal rent)
    {
        await space.Lock.WaitAsync();
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
                // The server's version: a change that alters nothing makes no new version.
                space.Version = (await answer.Content.ReadFromJsonAsync<JsonElement>())
                    .GetProperty("version")
                    .GetInt64();
            }
            else
            {
                _rejections.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
        finally
        {
            space.Lock.Release();
        }
    }

    private sealed class EditedSpace(Dictionary<string, JsonElement> record)
    {
        public Dictionary<string, JsonElement> Record => record;

        public string Id { get; } = record["id"].GetString()!;

        public string Path => $"/api/buildings/{Id.Replace("/", "/spaces/", StringComparison.Ordinal)}";

        public long Version { get; set; } = record["version"].GetInt64();

        public SemaphoreSlim Lock { get; } = new(1, 1);
    }
}
