using Matchmaker.Grains.Projections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo;

/// <summary>
/// Keeps every projection that a writer waits for active: the first search does not wait, midnight advances every
/// standing demand, and the projections of a dead silo are activated elsewhere without a request.
/// </summary>
internal sealed partial class ProjectionWarmUp(
    IGrainFactory grains,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ProjectionWarmUp> log
) : BackgroundService
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStart(stoppingToken))
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var (name, projection) in ProjectionTable.All(grains))
                await Try(name, () => projection.WaitForProjection(0, stoppingToken), stoppingToken);
            await Task.Delay(Delay, time, stoppingToken);
        }
    }

    private async Task Try(string name, Func<Task> activate, CancellationToken stopping)
    {
        try
        {
            await activate();
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogFailed(log, name, Delay.TotalSeconds, failure);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Projection {Name} did not answer; the next attempt follows in {Delay} s"
    )]
    private static partial void LogFailed(ILogger log, string name, double delay, Exception failure);
}
