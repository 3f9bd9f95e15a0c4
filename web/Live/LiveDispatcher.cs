using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Upgrades;

namespace Matchmaker.Web.Live;

/// <summary>
/// The observer of the silos' feeds on this web host: it sends every message to its watchers. If messages may have been
/// lost, it disconnects the watchers, which reconnect and catch up. When access ends, it disconnects at once.
/// </summary>
internal sealed partial class LiveDispatcher(
    IGrainFactory grains,
    ConnectionRegistry connections,
    TimeProvider time,
    ILogger<LiveDispatcher> log
) : BackgroundService, ILiveObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    // The desk drops a feed that nobody watched for an hour.
    private static readonly TimeSpan ReaderRenewal = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, OrderedInbox> _inboxes = new(StringComparer.Ordinal);
    private LiveLease? _lease;
    private long _readersRenewedAt = time.GetTimestamp();

    public Task Published(LiveLease at, ImmutableArray<LiveMessage> messages) =>
        InOrder(
            at,
            () =>
            {
                foreach (var message in messages)
                    Send(message);
            }
        );

    public Task AccessEnded(LiveLease at, AccessEnded ended)
    {
        // Not in order with earlier messages: access that has ended must not wait for them.
        connections.Abort(connection =>
            (
                ended.Account is { } account
                && account == connection.Account
                && ended.Sessions?.Contains(connection.Session ?? "") != false
            ) || (ended.Demand is { } demand && connection.Demands.ContainsKey(demand))
        );
        return InOrder(at, () => { });
    }

    public Task MessagesLost(LiveLease at, string projection) =>
        InOrder(
            at,
            () =>
                connections
                    .DisconnectGradually(connection =>
                        projection == DeskMessage.Projection
                            ? connection.WatchesDesk
                            : connection.Demands.Values.Any(known => known == projection || known.Length == 0)
                    )
                    .Ignore()
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = grains.CreateObjectReference<ILiveObserver>(this);
        using var timer = new PeriodicTimer(Renewal, time);
        try
        {
            do
            {
                await Renew(self);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            grains.DeleteObjectReference<ILiveObserver>(self);
        }
    }

    // The list of web hosts exists only in a silo's memory; a failed renewal is repeated with the next one.
    private async Task Renew(ILiveObserver self)
    {
        try
        {
            var lease = await grains.Live().Subscribe(self);
            if (!IsWhole(_lease, lease))
            {
                LogMissed(log, connections.Count);
                connections.DisconnectGradually(_ => true).Ignore();
            }

            await RenewReaders();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnheard(log, failure);
        }
    }

    private async Task RenewReaders()
    {
        if (time.GetElapsedTime(_readersRenewedAt) < ReaderRenewal)
            return;
        await grains.Desk().Renew([.. connections.Watched(DeskMessage.TopicPrefix)]);
        _readersRenewedAt = time.GetTimestamp();
    }

    /// <summary>
    /// Whether everything sent before the previous renewal has arrived; later messages may still be in flight.
    /// </summary>
    private bool IsWhole(LiveLease? before, LiveLease now)
    {
        _lease = now;
        foreach (var old in _inboxes.Keys.Where(id => id != now.Id && id != before?.Id))
            _inboxes.TryRemove(old, out _);
        return before is null || (before.Id == now.Id && !_inboxes.GetOrAdd(before.Id, _ => new()).GiveUp(before.Sent));
    }

    private void Send(LiveMessage message)
    {
        switch (message)
        {
            case FeedMessage feed:
                connections.Send(feed.Topic, nameof(ILiveClient.Matches), feed.Demand, feed.Events);
                break;
            case DeskMessage desk:
                var method = DeskReaders.IsOfficer(desk.Reader)
                    ? nameof(ILiveClient.Desk)
                    : nameof(ILiveClient.Introduction);
                foreach (var change in desk.Events)
                    connections.Send(desk.Topic, method, change);
                if (desk.Presence is { } presence)
                    connections.Send(desk.Topic, nameof(ILiveClient.Presence), presence);
                break;
            case AssessmentMessage assessment:
                connections.Send(
                    assessment.Topic,
                    nameof(ILiveClient.Assessment),
                    assessment.Applicant,
                    assessment.Changes
                );
                break;
            case UpgradeMessage upgrade:
                connections.Send(upgrade.Topic, nameof(ILiveClient.Upgrade), upgrade.Applicant, upgrade.News);
                break;
        }
    }

    private Task InOrder(LiveLease at, Action work)
    {
        _inboxes.GetOrAdd(at.Id, _ => new()).Take(at.Sent, work);
        return Task.CompletedTask;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The subscription to the live feed could not be renewed; the next attempt follows in 2 s"
    )]
    private static partial void LogUnheard(ILogger log, Exception failure);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Live feed messages were lost; {Count} connections are closed, and their clients catch up"
    )]
    private static partial void LogMissed(ILogger log, int count);
}
