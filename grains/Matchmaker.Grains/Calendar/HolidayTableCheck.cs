using Matchmaker.Contracts.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Calendar;

/// <summary>Logs at the start that the table of holidays ends soon (a warning) or has ended (an error).</summary>
internal sealed partial class HolidayTableCheck(
    HolidayTable holidays,
    TimeProvider time,
    ILogger<HolidayTableCheck> log
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (holidays.Warning(today) is { } warning)
            LogWarning(log, holidays.HasEnded(today) ? LogLevel.Error : LogLevel.Warning, warning);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Message = "{Warning}")]
    private static partial void LogWarning(ILogger log, LogLevel level, string warning);
}
