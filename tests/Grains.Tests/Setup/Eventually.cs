namespace Matchmaker.Grains.Tests.Setup;

/// <summary>Waits for what happens beside the calls, as short as it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Returns as soon as the condition holds.</summary>
    /// <param name="nudge">Done before each look; null: nothing.</param>
    public static async Task Until(Func<Task<bool>> holds, Action? nudge = null)
    {
        using var patience = new CancellationTokenSource(Longest);
        while (true)
        {
            nudge?.Invoke();
            if (await holds())
                return;
            Assert.False(patience.IsCancellationRequested, "It did not happen in time.");
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
