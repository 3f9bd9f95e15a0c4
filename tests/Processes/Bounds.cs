namespace Matchmaker.Processes;

/// <summary>
/// Bounds in wall time. A busy machine breaks them without a fault of the program, so they are checked only where
/// MATCHMAKER_GATES=1 asks for it.
/// </summary>
public static class Bounds
{
    public static bool AreOn { get; } = Environment.GetEnvironmentVariable("MATCHMAKER_GATES") == "1";

    /// <exception cref="TimeoutException">The bounds are checked, and this one is broken.</exception>
    public static void AtMost(TimeSpan bound, TimeSpan measured, string what)
    {
        if (AreOn && measured > bound)
            throw new TimeoutException(
                $"{what}: {measured.TotalMilliseconds:0} ms, at most {bound.TotalMilliseconds:0} ms are allowed."
            );
    }
}

/// <summary>Whether MATCHMAKER_FULL=1 asks for all that is too long for every run.</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("MATCHMAKER_FULL") == "1";
}
