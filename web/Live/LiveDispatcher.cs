using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Web.Live;

/// <summary>
/// This web host as the silos see it: it takes every feed message and sends it to those who watch. Where messages may have been lost it lets
/// the watchers go, who come back and ask; an access that ends, ends at once.
/// </summary>
internal sealed partial class LiveDispatcher(
    IGrainFactory grains,
    ConnectionRegistry lines,
    TimeProvider time,
    ILogger<LiveDispatcher> log
) : BackgroundService, ILiveObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, OrderedInbox> _inboxes = new(StringComparer.Ordinal);
    private LiveLease? _lease;

    public static string Subject(Audience audience, string demand) => $"{audience}:{demand}";

    public static string Subject(string deskReader) => $"desk:{deskReader}";

    public Task Changed(LiveLease at, ImmutableArray<FeedMessage> messages) =>
        InOrder(
            at,
            () =>
            {
                foreach (var message in messages)
                    lines.Send(
                        Subject(message.Audience, message.Demand),
                        nameof(ILiveClient.Matches),
                        message.Demand,
                        message.Events
                    );
            }
        );

    public Task Told(LiveLease at, ImmutableArray<DeskMessage> messages) =>
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
                    foreach (var one in message.Events)
                        lines.Send(subject, method, one);
                    if (message.Presence is { } presence)
                        lines.Send(subject, nameof(ILiveClient.Presence), presence);
                }
            }
        );

    public Task Assessed(LiveLease at, AssessmentMessage message) =>
        InOrder(
            at,
            () =>
                lines.Send(
                    AssessmentMessage.Subject(message.Enterprise),
                    nameof(ILiveClient.Assessment),
                    message.Enterprise,
                    message.Changes
                )
        );

    public Task Ended(LiveLease at, AccessEnded ended)
    {
        // At once, because whoever may not see something any more must not wait for what was sent before.
        lines.Abort(line =>
            (ended.Account is { } account && account == line.Account)
            || (ended.Demand is { } demand && line.Demands.ContainsKey(demand))
        );
        return InOrder(at, () => { });
    }

    public Task Lost(LiveLease at, string board) =>
        InOrder(
            at,
            () =>
                lines
                    .DisconnectGradually(line =>
                        board == LiveLease.Desk
                            ? line.WatchesDesk
                            : line.Demands.Values.Any(known => known == board || known.Length == 0)
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
            var lease = await grains.Live().Subscribe(self);
            if (IsWhole(_lease, lease))
                return;
            LogMissed(log, lines.Count);
            lines.DisconnectGradually(_ => true).Ignore();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnheard(log, failure);
        }
    }

    /// <summary>Whether all has come that was sent up to the renewal before: what was sent since may still be on its way.</summary>
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
        Message = "This web host could not renew its place among those that are told of changes"
    )]
    private static partial void LogUnheard(ILogger log, Exception failure);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Messages were lost on their way to this web host; {Count} connections are let go and ask anew"
    )]
    private static partial void LogMissed(ILogger log, int count);
}
