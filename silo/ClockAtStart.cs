using Matchmaker.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Matchmaker.Silo;

/// <summary>Starts the clock, and wakes the outbox for letters that the last run left unsent.</summary>
internal sealed partial class ClockAtStart(
    IGrainFactory grains,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ClockAtStart> log
) : BackgroundService
{
    // The reminder service may start later than the silo.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.WaitForStart(stoppingToken))
            return;
        var retries = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = int.MaxValue,
                    Delay = Delay,
                    OnRetry = attempt =>
                    {
                        LogNotYet(log, Delay.TotalSeconds, attempt.Outcome.Exception!);
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();
        await retries.ExecuteAsync(
            async _ =>
            {
                await grains.Clock().Start();
                await grains.Outbox().Wake();
            },
            stoppingToken
        );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The clock could not be started; the next attempt follows in {Delay} s"
    )]
    private static partial void LogNotYet(ILogger log, double delay, Exception failure);
}
