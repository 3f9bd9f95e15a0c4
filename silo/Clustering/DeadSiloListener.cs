using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// A silo that was given up may have lived on for a while, cut off from the others, and written. The versions kept every such write apart from
/// ours, but what our grains hold in memory may be older than it: they let go of it, several times, and read it again when they are asked.
/// </summary>
internal sealed partial class DeadSiloListener(
    ISiloStatusOracle silos,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<DeadSiloListener> log
) : BackgroundService, ISiloStatusListener
{
    // Because one that is cut off learns from the table of silos, at latest with its next look each 15 s, that it is given up, and ends.
    private static readonly TimeSpan[] After =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(8),
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(40),
    ];

    private readonly ConcurrentDictionary<SiloAddress, bool> _leaving = new();
    private CancellationToken _stopping;

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        // Because one that says that it goes has handed everything over before it is gone.
        if (status is SiloStatus.ShuttingDown or SiloStatus.Stopping)
            _leaving[updatedSilo] = true;
        else if (
            status is SiloStatus.Dead
            && !updatedSilo.Equals(silos.SiloAddress)
            && !_leaving.TryRemove(updatedSilo, out _)
        )
            InvalidateWritersOf(updatedSilo).Ignore();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        silos.SubscribeToSiloStatusEvents(this);
        stoppingToken.Register(() => silos.UnSubscribeFromSiloStatusEvents(this));
        return Task.CompletedTask;
    }

    private async Task InvalidateWritersOf(SiloAddress dead)
    {
        LogDead(log, dead);
        var waited = TimeSpan.Zero;
        foreach (var after in After)
        {
            await Task.Delay(after - waited, time, _stopping);
            waited = after;
            await grains.GetGrain<IManagementGrain>(0).ForceActivationCollection([silos.SiloAddress], TimeSpan.Zero);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Silo {Dead} is gone; what the grains hold is read again")]
    private static partial void LogDead(ILogger log, SiloAddress dead);
}
