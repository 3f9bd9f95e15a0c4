using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Matchmaker.Web.Live;

/// <summary>
/// The hub's connections and what each of them watches. A message is serialized once and queued for each connection
/// separately, so that no reader waits for another. A reader that is too slow is disconnected, and catches up when it
/// reconnects.
/// </summary>
internal sealed class ConnectionRegistry(IConfiguration settings, ILogger<DefaultHubLifetimeManager<LiveHub>> log)
    : DefaultHubLifetimeManager<LiveHub>(log)
{
    private const string Setting = "Matchmaker:LiveConnectionsPerAccount";
    private const int DefaultOfAccount = 256;

    // If all clients reconnected at once, the reconnections would overload the host.
    private const int MaxDisconnectsAtOnce = 100;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly int _mostOfAccount = settings.GetValue(Setting, DefaultOfAccount);
    private readonly Lock _guard = new();
    private readonly ConcurrentDictionary<string, int> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LiveConnection>> _watchers = new(
        StringComparer.Ordinal
    );

    public int Count => _connections.Count;

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = new(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_connections.TryRemove(connection.ConnectionId, out var removed))
        {
            if (removed.Account is { } account)
                Change(account, -1);
            foreach (var topic in removed.Topics.Keys)
                Leave(removed, topic);
        }

        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>Makes a new connection the account's.</summary>
    /// <param name="session">The id of the session by which it came.</param>
    /// <returns>False: the account has as many as it may, and the connection is none of its.</returns>
    public bool Admit(LiveConnection connection, string account, string session)
    {
        if (Change(account, 1) > _mostOfAccount)
        {
            Change(account, -1);
            return false;
        }

        (connection.Account, connection.Session) = (account, session);
        return true;
    }

    /// <summary>Aborts the connections that do not read.</summary>
    public void Probe(TimeProvider time, TimeSpan patience)
    {
        foreach (var connection in _connections.Values)
            connection.Probe(time, patience);
    }

    /// <summary>The connection of an id; null: it has ended.</summary>
    public LiveConnection? Find(string connection) => _connections.GetValueOrDefault(connection);

    /// <param name="topic">The key under which messages are sent.</param>
    public void Join(LiveConnection connection, string topic)
    {
        // The last watcher to leave removes the topic, so joining and leaving exclude each other. Sending takes no
        // lock.
        lock (_guard)
        {
            connection.Topics[topic] = true;
            _watchers.GetOrAdd(topic, _ => new(StringComparer.Ordinal))[connection.Id] = connection;
        }

        // The connection may have ended before it joined, when its end found nothing to remove.
        if (!_connections.ContainsKey(connection.Id))
            Leave(connection, topic);
    }

    public void Leave(LiveConnection connection, string topic)
    {
        lock (_guard)
        {
            connection.Topics.TryRemove(topic, out _);
            if (
                _watchers.TryGetValue(topic, out var watchers)
                && watchers.TryRemove(connection.Id, out _)
                && watchers.IsEmpty
            )
                _watchers.TryRemove(topic, out _);
        }
    }

    /// <summary>The rest of the watched topics that begin so.</summary>
    public IEnumerable<string> Watched(string prefix) =>
        _watchers
            .Keys.Where(topic => topic.StartsWith(prefix, StringComparison.Ordinal))
            .Select(topic => topic[prefix.Length..]);

    /// <summary>Sends to all watchers of a topic in the order of the calls, and waits for none of them.</summary>
    public void Send(string topic, string method, params object?[] arguments)
    {
        if (!_watchers.TryGetValue(topic, out var watchers))
            return;
        var message = new SerializedHubMessage(new InvocationMessage(method, arguments));
        foreach (var (_, connection) in watchers)
            connection.Write(message);
    }

    /// <summary>Aborts connections immediately.</summary>
    public void Abort(Func<LiveConnection, bool> predicate)
    {
        foreach (var connection in _connections.Values.Where(predicate))
            connection.Abort();
    }

    /// <returns>How many connections the account has then.</returns>
    private int Change(string account, int by)
    {
        var count = _accounts.AddOrUpdate(account, by, (_, count) => count + by);
        if (count == 0)
            _accounts.TryRemove(new(account, 0));
        return count;
    }

    /// <summary>Aborts connections over some seconds; each client reconnects and catches up.</summary>
    public async Task DisconnectGradually(Func<LiveConnection, bool> predicate)
    {
        foreach (var batch in _connections.Values.Where(predicate).Chunk(MaxDisconnectsAtOnce))
        {
            foreach (var connection in batch)
                connection.Abort();
            await Task.Delay(Delay);
        }
    }
}
