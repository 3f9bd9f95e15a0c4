using Matchmaker.Contracts;
using Matchmaker.Matching.Boards;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo;

/// <summary>
/// Keeps every board's index and the desk awake, so that the first search need not wait, midnight finds the standing demands awake, and those
/// of a silo that died come back elsewhere although nobody asks for them.
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
        // Because a start that is called off would be told of everything that it leaves half awake.
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
            await Task.WhenAny(started.Task, Task.Delay(Timeout.Infinite, stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var board in BoardTable.All)
                await Try(
                    board.Code,
                    () => grains.Index(board.Code).WaitForProjection(0, stoppingToken),
                    stoppingToken
                );
            await Try("desk", () => grains.Desk().WaitForProjection(0, stoppingToken), stoppingToken);
            await Task.Delay(Delay, time, stoppingToken);
        }
    }

    private async Task Try(string name, Func<Task> wake, CancellationToken stopping)
    {
        try
        {
            await wake();
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogAsleep(log, name, failure); // because the next round wakes it too
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} did not answer yet")]
    private static partial void LogAsleep(ILogger log, string name, Exception failure);
}
