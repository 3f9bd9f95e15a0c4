using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Matching.Reverse;

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

    private const string DeskSubject = "desk:";

    private readonly ConcurrentDictionary<string, OrderedInbox> _inboxes = new(StringComparer.Ordinal);
    private LiveLease? _lease;
    private long _readersRenewedAt = time.GetTimestamp();

    public static string Subject(Audience audience, string demand) => $"{audience}:{demand}";

    public static string Subject(string deskReader) => $"{DeskSubject}{deskReader}";

    public Task Changed(LiveLease at, ImmutableArray<FeedMessage> messages) =>
        InOrder(
            at,
            () =>
            {
                foreach (var message in messages)
                    connections.Send(
                        Subject(message.Audience, message.Demand),
                        nameof(ILiveClient.Matches),
                        message.Demand,
                        message.Events
                    );
            }
        );

    public Task DeskChanged(LiveLease at, ImmutableArray<DeskMessage> messages) =>
        InOrder(
            at,
            () =>
            {
                foreach (var message in messages)
                {
                    var (subject, method) = (
                        Subject(message.Reader),
                        DeskReaders.IsOfficer(message.Reader)
                            ? nameof(ILiveClient.Desk)
                            : nameof(ILiveClient.Introduction)
                    );
                    foreach (var change in message.Events)
                        connections.Send(subject, method, change);
                    if (message.Presence is { } presence)
                        connections.Send(subject, nameof(ILiveClient.Presence), presence);
                }
            }
        );

    public Task AssessmentChanged(LiveLease at, AssessmentMessage message) =>
        InOrder(
            at,
            () =>
                connections.Send(
                    AssessmentMessage.Subject(message.Enterprise),
                    nameof(ILiveClient.Assessment),
                    message.Enterprise,
                    message.Changes
                )
        );

    public Task AccessEnded(LiveLease at, AccessEnded ended)
    {
        // Not in order with earlier messages: access that has ended must not wait for them.
        connections.Abort(connection =>
            (ended.Account is { } account && account == connection.Account)
            || (ended.Demand is { } demand && connection.Demands.ContainsKey(demand))
        );
        return InOrder(at, () => { });
    }

    public Task MessagesLost(LiveLease at, string board) =>
        InOrder(
            at,
            () =>
                connections
                    .DisconnectGradually(connection =>
                        board == LiveLease.Desk
                            ? connection.WatchesDesk
                            : connection.Demands.Values.Any(known => known == board || known.Length == 0)
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
        await grains.Desk().Renew([.. connections.Watched(DeskSubject)]);
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
