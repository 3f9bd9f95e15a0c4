namespace Matchmaker.Web.Live;

/// <summary>
/// Ends the connections that do not read. Whoever watches much is noticed by the messages that wait; this also notices
/// who watches nothing, or left an answer unread.
/// </summary>
internal sealed class DeafConnections(ConnectionRegistry connections, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            connections.Probe(time, Patience);
    }
}
