using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests;

/// <summary>One reader's connection to the hub of one system, and all that it was told, in its order: by what was told, and of which demand.</summary>
internal sealed class Ears : IAsyncDisposable
{
    private readonly HubConnection _connection;

    private Ears(HubConnection connection)
    {
        _connection = connection;
        connection.On<string, JsonElement>("Matches", (demand, events) => Hear($"Matches {demand}", events));
        foreach (var name in new[] { "Introduction", "Desk", "Presence" })
            connection.On<JsonElement>(name, one => Hear(name, one));
        connection.Closed += _ =>
        {
            Hear("Closed", default);
            return Task.CompletedTask;
        };
    }

    public ConcurrentDictionary<string, ConcurrentQueue<string>> Heard { get; } = new(StringComparer.Ordinal);

    public bool IsOpen => _connection.State is HubConnectionState.Connected;

    public static async Task<Ears> Open(Twin twin, string who)
    {
        var ears = new Ears(await twin.Connect(who));
        await ears._connection.StartAsync();
        return ears;
    }

    /// <summary>What the hub answers, or how it refuses.</summary>
    public async Task<string> Ask(string method, params object?[] arguments)
    {
        try
        {
            return $"{await _connection.InvokeCoreAsync<JsonElement>(method, arguments)}";
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
        Heard.GetOrAdd(what, _ => new()).Enqueue(told.ValueKind is JsonValueKind.Undefined ? "" : told.GetRawText());
}
