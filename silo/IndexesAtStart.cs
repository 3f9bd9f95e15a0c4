using Matchmaker.Contracts;
using Matchmaker.Matching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo;

/// <summary>
/// Wakes every board's index when the silo runs, so that the first search need not wait for it, and midnight finds the standing demands awake.
/// </summary>
internal sealed partial class IndexesAtStart(IGrainFactory grains, ILogger<IndexesAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var board in Boards.All)
        {
            try
            {
                await grains.Index(board.Code).Reach(0, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogAsleep(log, board.Code, failure); // because the next call wakes it too
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index {Board} did not start yet")]
    private static partial void LogAsleep(ILogger log, string board, Exception failure);
}
