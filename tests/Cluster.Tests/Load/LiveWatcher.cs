using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>
/// Holds one demand's list by the rules of the hub and nothing else, and comes back to any web host when its connection
/// ends.
/// </summary>
internal sealed class LiveWatcher(IReadOnlyList<Uri> hosts, string token, string demand, int first, WriteLog log)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _list = new(StringComparer.Ordinal);
    private int _host = first;

    public string Demand => demand;

    public string Token => token;

    /// <summary>The number of the last message that it holds; null: it never had the list.</summary>
    public long? Last { get; private set; }

    /// <summary>How often it found a number missing.</summary>
    public int Gaps { get; private set; }

    /// <summary>How often its connection ended.</summary>
    public int Reconnects { get; private set; }

    public Uri Host => hosts[_host % hosts.Count];

    /// <summary>Its matches' JSON, by id.</summary>
    public SortedDictionary<string, string> List
    {
        get
        {
            lock (_lock)
                return new(_list, StringComparer.Ordinal);
        }
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Connected(stop);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                if (stop.IsCancellationRequested)
                    return;
                log.Failed($"not connected: {failure.Message.Split('\n')[0]}");
            }

            _host++;
            await Eventually.Pause(Retry, CancellationToken.None);
        }
    }

    private async Task Connected(CancellationToken stop)
    {
        await using var connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(Host, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();
        var inbox = Channel.CreateUnbounded<JsonElement>();
        connection.On<string, JsonElement>("Matches", (_, events) => inbox.Writer.TryWrite(events));
        connection.Closed += _ =>
        {
            inbox.Writer.TryComplete();
            return Task.CompletedTask;
        };
        await connection.StartAsync(stop);
        try
        {
            await Ask(connection, stop);
            await foreach (var events in inbox.Reader.ReadAllAsync(stop))
                await Take(connection, events, stop);
        }
        catch (Exception) when (connection.State is not HubConnectionState.Connected && !stop.IsCancellationRequested)
        {
            // A web host that may have missed messages disconnects its clients: an end is no failure, a failed return
            // is one.
        }

        Reconnects++;
    }

    private async Task Take(HubConnection connection, JsonElement events, CancellationToken stop)
    {
        var number = events[0].GetProperty("sequence").GetInt64();
        if (number == Last + 1)
            Take(events, number);
        else if (number > Last)
            await Missed(connection, stop);
    }

    private Task Missed(HubConnection connection, CancellationToken stop)
    {
        Gaps++;
        return Ask(connection, stop);
    }

    private async Task Ask(HubConnection connection, CancellationToken stop)
    {
        while (connection.State is HubConnectionState.Connected)
        {
            try
            {
                Replace(await connection.InvokeAsync<JsonElement>("Watch", demand, Last, stop));
                log.Succeeded();
                return;
            }
            catch (HubException refused)
            {
                log.Failed($"hub: {refused.Message.Split('\n')[0]}");
                await Eventually.Pause(Retry, stop);
            }
        }
    }

    private void Replace(JsonElement answer)
    {
        var number = answer.GetProperty("sequence").GetInt64();
        if (!answer.TryGetProperty("matches", out var matches))
        {
            Take(answer.GetProperty("events"), number);
            return;
        }

        lock (_lock)
        {
            _list.Clear();
            foreach (var match in matches.EnumerateArray())
                _list[match.GetProperty("id").GetString()!] = match.GetRawText();
            Last = number;
        }
    }

    private void Take(JsonElement events, long number)
    {
        lock (_lock)
        {
            foreach (var node in events.EnumerateArray())
            {
                var id = node.GetProperty("id").GetString()!;
                if (node.TryGetProperty("match", out var match))
                    _list[id] = match.GetRawText();
                else
                    _list.Remove(id);
            }

            Last = number;
        }
    }
}
