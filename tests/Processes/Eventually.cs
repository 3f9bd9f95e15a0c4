using System.Diagnostics;

namespace Matchmaker.Processes;

/// <summary>
/// The only waiting in tests: for a condition, with a bound that a busy machine keeps, or for a length that is part of
/// the scenario.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns as soon as the condition holds.</summary>
    /// <param name="condition">A sentence for the error message.</param>
    /// <param name="nudge">Runs before each look; null: nothing.</param>
    /// <exception cref="TimeoutException">The condition did not hold in time.</exception>
    public static async Task Until(
        string condition,
        Func<Task<bool>> holds,
        TimeSpan? timeout = null,
        TimeSpan? interval = null,
        Action? nudge = null
    )
    {
        var (clock, bound) = (Stopwatch.StartNew(), timeout ?? Timeout);
        while (true)
        {
            nudge?.Invoke();
            if (await holds())
                return;
            if (clock.Elapsed > bound)
                throw new TimeoutException($"Not within {bound.TotalSeconds:0} s: {condition}.");
            await Task.Delay(interval ?? Interval);
        }
    }

    /// <inheritdoc cref="Until(string, Func{Task{bool}}, TimeSpan?, TimeSpan?, Action?)"/>
    public static Task Until(Func<Task<bool>> holds, Action? nudge = null) =>
        Until("the expected state", holds, nudge: nudge);

    /// <inheritdoc cref="Until(string, Func{Task{bool}}, TimeSpan?, TimeSpan?, Action?)"/>
    public static Task Until(string condition, Func<bool> holds, TimeSpan? timeout = null) =>
        Until(condition, () => Task.FromResult(holds()), timeout);

    /// <summary>
    /// Lets time pass where its length belongs to the scenario: how long a fault lasts, how often somebody writes.
    /// </summary>
    public static Task Pause(TimeSpan length, CancellationToken stop = default) => Task.Delay(length, stop);
}
