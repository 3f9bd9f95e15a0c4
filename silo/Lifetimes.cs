using Microsoft.Extensions.Hosting;

namespace Matchmaker.Silo;

internal static class Lifetimes
{
    /// <summary>
    /// Returns when the process has started. A start that is cancelled or refused must neither activate grains nor log
    /// that they did not answer; nor may its services throw, because the host would log that too.
    /// </summary>
    /// <returns>False: the process stops before.</returns>
    public static async Task<bool> WaitForStart(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
            await Task.WhenAny(started.Task, Task.Delay(Timeout.Infinite, stopping));
        return started.Task.IsCompleted;
    }
}
