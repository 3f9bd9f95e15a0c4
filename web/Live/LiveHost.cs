using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Matching;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>
/// This web host as the silos see it: it takes every feed message and sends it to those who watch. It also knows whose each connection is,
/// so that an access that ends, ends at once.
/// </summary>
public sealed partial class LiveHost(IGrainFactory grains, IHubContext<LiveHub, ILiveClient> hub, TimeProvider time, ILogger<LiveHost> log)
    : BackgroundService, ILiveObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private const int MostUnsent = 500;

    private readonly ConcurrentDictionary<string, int> _unsent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    public static string Group(Audience audience, string demand) => $"{audience}:{demand}";

    public static string Group(string deskReader) => $"desk:{deskReader}";

    public Task Changed(ImmutableArray<FeedMessage> messages)
    {
        foreach (var message in messages)
            Send(message).Ignore();
        return Task.CompletedTask;
    }

    public Task Told(ImmutableArray<DeskMessage> messages)
    {
        foreach (var message in messages)
            Send(message).Ignore();
        return Task.CompletedTask;
    }

    public Task Ended(AccessEnded ended)
    {
        foreach (var connection in _connections.Values.Where(connection => connection.Concerns(ended)))
            connection.Context.Abort();
        return Task.CompletedTask;
    }

    internal void Connected(HubCallerContext context, Caller caller) => _connections[context.ConnectionId] = new(context, caller.Email);

    internal void Disconnected(string connection) => _connections.TryRemove(connection, out _);

    /// <summary>False: the connection watches that many demands already.</summary>
    internal bool Watch(string connection, string demand, int most)
    {
        if (!_connections.TryGetValue(connection, out var known) || (known.Demands.Count >= most && !known.Demands.ContainsKey(demand)))
            return false;
        known.Demands[demand] = true;
        return true;
    }

    internal void Unwatch(string connection, string demand)
    {
        if (_connections.TryGetValue(connection, out var known))
            known.Demands.TryRemove(demand, out _);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = grains.CreateObjectReference<ILiveObserver>(this);
        using var timer = new PeriodicTimer(Renewal, time);
        try
        {
            do
            {
                await Renew(self);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // the host stops
        }
        finally
        {
            grains.DeleteObjectReference<ILiveObserver>(self);
        }
    }

    // Because the list of web hosts lives in memory alone, a lease that cannot be renewed now is tried again with the next.
    private async Task Renew(ILiveObserver self)
    {
        try
        {
            await grains.Live().Subscribe(self);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnheard(log, failure);
        }
    }

    private async Task Send(FeedMessage message)
    {
        // Because one that reads too slowly would be written to for ever; it comes back and asks for what it missed.
        if (_unsent.AddOrUpdate(message.Demand, 1, (_, unsent) => unsent + 1) > MostUnsent)
            await Ended(new(null, message.Demand));
        try
        {
            await hub.Clients.Group(Group(message.Audience, message.Demand)).Matches(message.Demand, message.Events);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogUnsent(log, message.Demand, failure);
        }
        finally
        {
            if (_unsent.AddOrUpdate(message.Demand, 0, (_, unsent) => unsent - 1) == 0)
                _unsent.TryRemove(new(message.Demand, 0));
        }
    }

    private async Task Send(DeskMessage message)
    {
        try
        {
            var readers = hub.Clients.Group(Group(message.Reader));
            foreach (var one in message.Events)
                await (DeskReaders.IsOfficer(message.Reader) ? readers.Desk(one) : readers.Introduction(one));
            if (message.Presence is { } presence)
                await readers.Presence(presence);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogUnsent(log, "the desk", failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This web host could not renew its place among those that are told of changes")]
    private static partial void LogUnheard(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Demand} was not sent")]
    private static partial void LogUnsent(ILogger log, string demand, Exception failure);

    private sealed record Connection(HubCallerContext Context, string? Account)
    {
        public ConcurrentDictionary<string, bool> Demands { get; } = new(StringComparer.Ordinal);

        public bool Concerns(AccessEnded ended) =>
            (ended.Account is { } account && account == Account) || (ended.Demand is { } demand && Demands.ContainsKey(demand));
    }
}
