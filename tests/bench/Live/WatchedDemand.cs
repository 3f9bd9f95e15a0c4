using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Bench.Live;

/// <summary>
/// The client's state of one watched demand: its list by id, its last sequence number, and the gaps it saw.
/// </summary>
internal sealed class WatchedDemand(string demand, ConcurrentDictionary<(string Space, decimal Rent), long> sentAt)
{
    private readonly Dictionary<string, string> _matches = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _last;

    public List<double> LatenciesMs { get; } = [];

    public int Gaps { get; private set; }

    public int Messages { get; private set; }

    public async Task Start(HubConnection connection)
    {
        var answer = await connection.InvokeAsync<JsonElement>("Watch", demand, null);
        lock (_lock)
        {
            _last = answer.GetProperty("sequence").GetInt64();
            foreach (var match in answer.GetProperty("matches").EnumerateArray())
                _matches[match.GetProperty("id").GetString()!] = match.GetRawText();
        }
    }

    /// <summary>Applies one message and records its latency since the change's request.</summary>
    public void Apply(JsonElement events)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            var sequence = events[0].GetProperty("sequence").GetInt64();
            if (sequence <= _last)
                return;
            if (sequence != _last + 1)
                Gaps++;
            _last = sequence;
            Messages++;
            foreach (var matchEvent in events.EnumerateArray())
                Apply(matchEvent, now);
        }
    }

    /// <summary>Whether the list equals the answer to a fresh watch.</summary>
    public async Task<bool> EqualsFresh(HubConnection connection)
    {
        var answer = await connection.InvokeAsync<JsonElement>("Watch", demand, null);
        var fresh = answer
            .GetProperty("matches")
            .EnumerateArray()
            .ToDictionary(match => match.GetProperty("id").GetString()!, match => match.GetRawText());
        lock (_lock)
        {
            return answer.GetProperty("sequence").GetInt64() == _last
                && fresh.Count == _matches.Count
                && fresh.All(match => _matches.TryGetValue(match.Key, out var known) && known == match.Value);
        }
    }

    private void Apply(JsonElement matchEvent, long now)
    {
        var id = matchEvent.GetProperty("id").GetString()!;
        if (!matchEvent.TryGetProperty("match", out var match))
        {
            _matches.Remove(id);
            return;
        }

        _matches[id] = match.GetRawText();
        var rent = match
            .GetProperty("parts")
            .EnumerateArray()
            .First(part => part.GetProperty("attribute").GetString() == "rent");
        if (
            rent.GetProperty("actual").ValueKind == JsonValueKind.Number
            && sentAt.TryGetValue((id, rent.GetProperty("actual").GetDecimal()), out var sent)
        )
            LatenciesMs.Add(Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds);
    }
}
