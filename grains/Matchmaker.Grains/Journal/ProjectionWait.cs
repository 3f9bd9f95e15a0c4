namespace Matchmaker.Grains.Journal;

/// <summary>Waits for those who follow the journal.</summary>
internal static class ProjectionWait
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    /// <summary>Returns when they have a change, or soon.</summary>
    public static async Task Settled(this Task reached)
    {
        try
        {
            await reached.WaitAsync(MaxWait);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Because whoever follows the journal repairs itself within a second, one that does not answer now must not make a durable change look failed.
        }
    }
}
