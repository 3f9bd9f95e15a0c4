using Matchmaker.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo;

/// <summary>Has the clock tick from the first start on, and the outbox look after what a stop left behind.</summary>
internal sealed partial class ClockAtStart(IGrainFactory grains, TimeProvider time, ILogger<ClockAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await grains.Clock().Start();
                await grains.Outbox().Wake();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotYet(log, failure); // because the reminder service may start later than the silo
            }

            await Task.Delay(Delay, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock did not start yet")]
    private static partial void LogNotYet(ILogger log, Exception failure);
}
