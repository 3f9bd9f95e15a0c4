namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>How long things last: briefly for every run, long where MATCHMAKER_FULL=1 asks for it.</summary>
internal static class Span
{
    public static bool IsFull { get; } = LongRun.IsOn;

    /// <summary>Of load before a fault.</summary>
    public static TimeSpan Before { get; } = TimeSpan.FromSeconds(IsFull ? 12 : 2);

    /// <summary>Of load after all is healthy again.</summary>
    public static TimeSpan After { get; } = TimeSpan.FromSeconds(IsFull ? 12 : 2);

    /// <summary>For which a silo is frozen or cut off: longer than it takes until the others give it up.</summary>
    public static TimeSpan Away { get; } = TimeSpan.FromSeconds(IsFull ? 20 : 10);
}
