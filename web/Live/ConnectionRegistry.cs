using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Matchmaker.Web.Live;

/// <summary>
/// The hub's connections, and who of them watches what. A message is written once and given to each connection by itself: one that reads too
/// slowly is let go and asks for what it missed when it comes back, and no other waits for it.
/// </summary>
internal sealed class ConnectionRegistry(ILogger<DefaultHubLifetimeManager<LiveHub>> log)
    : DefaultHubLifetimeManager<LiveHub>(log)
{
    // Because all of them coming back at once would be a load of its own.
    private const int LetGoAtOnce = 100;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly Lock _guard = new();
    private readonly ConcurrentDictionary<string, LiveConnection> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LiveConnection>> _watchers = new(
        StringComparer.Ordinal
    );

    public int Count => _lines.Count;

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _lines[connection.ConnectionId] = new(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_lines.TryRemove(connection.ConnectionId, out var line))
        {
            foreach (var subject in line.Subjects.Keys)
                Leave(line, subject);
        }

        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>Null: the connection has ended.</summary>
    public LiveConnection? Find(string connection) => _lines.GetValueOrDefault(connection);

    /// <param name="subject">What is watched; messages are sent by it.</param>
    public void Join(LiveConnection line, string subject)
    {
        // Because the last who leaves takes the subject away, nobody may join it meanwhile; sending waits for nobody.
        lock (_guard)
        {
            line.Subjects[subject] = true;
            _watchers.GetOrAdd(subject, _ => new(StringComparer.Ordinal))[line.Id] = line;
        }

        // Because the connection may have ended meanwhile, when its end found nothing to take away.
        if (!_lines.ContainsKey(line.Id))
            Leave(line, subject);
    }

    public void Leave(LiveConnection line, string subject)
    {
        lock (_guard)
        {
            line.Subjects.TryRemove(subject, out _);
            if (
                _watchers.TryGetValue(subject, out var watchers)
                && watchers.TryRemove(line.Id, out _)
                && watchers.IsEmpty
            )
                _watchers.TryRemove(subject, out _);
        }
    }

    /// <summary>Sends to all who watch the subject, in the order of the calls, without waiting for any of them.</summary>
    public void Send(string subject, string method, params object?[] arguments)
    {
        if (!_watchers.TryGetValue(subject, out var watchers))
            return;
        var message = new SerializedHubMessage(new InvocationMessage(method, arguments));
        foreach (var (_, line) in watchers)
            line.Write(message);
    }

    /// <summary>Ends connections at once.</summary>
    public void Abort(Func<LiveConnection, bool> whom)
    {
        foreach (var line in _lines.Values.Where(whom))
            line.Abort();
    }

    /// <summary>Ends connections one after the other within seconds; each comes back and asks for what it missed.</summary>
    public async Task DisconnectGradually(Func<LiveConnection, bool> whom)
    {
        foreach (var some in _lines.Values.Where(whom).Chunk(LetGoAtOnce))
        {
            foreach (var line in some)
                line.Abort();
            await Task.Delay(Delay);
        }
    }
}
