namespace Matchmaker.Grains;

/// <summary>The calendar that staleness, expiry and dated rules follow.</summary>
public static class HongKong
{
    // Because Hong Kong has kept UTC+8 without summer time since 1979, no time zone data is needed.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day that it is in Hong Kong.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
}
