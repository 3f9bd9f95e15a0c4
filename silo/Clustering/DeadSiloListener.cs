using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// A silo that was declared dead may live on for a while, partitioned, and write. Versions keep its writes from
/// conflicting with ours, but our grains may hold older state in memory. So they are deactivated several times, and
/// read their records again when they are called.
/// </summary>
internal sealed partial class DeadSiloListener(
    ISiloStatusOracle silos,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<DeadSiloListener> log
) : BackgroundService, ISiloStatusListener
{
    // A partitioned silo learns that it was declared dead on its next membership read (at most 15 s later) and shuts
    // down.
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
        // A silo that shuts down in order has handed over its grains before it is gone.
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

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Silo {Dead} died: all grains of this silo are deactivated and read their records again"
    )]
    private static partial void LogDead(ILogger log, SiloAddress dead);
}
