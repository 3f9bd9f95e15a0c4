using System.Diagnostics;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>Waits for what must come, not for ever.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public static async Task Until(
        string what,
        Func<Task<bool>> isSo,
        TimeSpan? patience = null,
        TimeSpan? between = null
    )
    {
        for (var clock = Stopwatch.StartNew(); !await isSo(); await Task.Delay(between ?? Between))
        {
            if (clock.Elapsed > (patience ?? Usual))
                throw new TimeoutException($"Not within {(patience ?? Usual).TotalSeconds:0} s: {what}.");
        }
    }
}
