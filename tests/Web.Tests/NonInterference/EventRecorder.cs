using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// One reader's connection to the hub of one system, and all that it was told, in its order: by what was told, and of
/// which demand.
/// </summary>
internal sealed class EventRecorder : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _heard = new(StringComparer.Ordinal);

    private EventRecorder(HubConnection connection)
    {
        _connection = connection;
        connection.On<string, JsonElement>("Matches", (demand, events) => Hear($"Matches {demand}", events));
        foreach (var name in new[] { "Introduction", "Desk", "Presence" })
            connection.On<JsonElement>(name, node => Hear(name, node));
        connection.Closed += _ =>
        {
            Hear("Closed", default);
            return Task.CompletedTask;
        };
    }

    public IEnumerable<string> Streams => _heard.Keys;

    public bool IsOpen => _connection.State is HubConnectionState.Connected;

    public static async Task<EventRecorder> Open(Twin twin, string who)
    {
        var ears = new EventRecorder(await twin.Connect(who));
        await ears._connection.StartAsync();
        return ears;
    }

    /// <summary>
    /// What one stream told, but what its first list held already: whether that comes too depends on the moment, and
    /// clients pass it over.
    /// </summary>
    public string[] Heard(string stream) =>
        !_heard.TryGetValue(stream, out var told) ? []
        : _known.TryGetValue(stream, out var known) ? [.. told.Where(message => Number(message) > known)]
        : [.. told];

    /// <summary>What the hub answers, or how it refuses.</summary>
    public async Task<string> Ask(string method, params object?[] arguments)
    {
        try
        {
            var answer = await _connection.InvokeCoreAsync<JsonElement>(method, arguments);
            if (method == "Watch" && answer.TryGetProperty("sequence", out var sequence))
                _known.TryAdd($"Matches {arguments[0]}", sequence.GetInt64());
            return $"{answer}";
        }
        catch (HubException refused)
        {
            return refused.Message;
        }
        catch (Exception lost) when (lost is InvalidOperationException or OperationCanceledException)
        {
            return "closed";
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Hear(string what, JsonElement told) =>
        _heard.GetOrAdd(what, _ => new()).Enqueue(told.ValueKind is JsonValueKind.Undefined ? "" : told.GetRawText());

    private static long Number(string events) =>
        JsonDocument.Parse(events).RootElement[0].GetProperty("sequence").GetInt64();
}
