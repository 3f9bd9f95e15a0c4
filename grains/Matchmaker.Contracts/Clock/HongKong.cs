namespace Matchmaker.Contracts.Clock;

/// <summary>Dates and times in Hong Kong, which staleness, expiry and dated rules follow.</summary>
public static class HongKong
{
    // Hong Kong has had UTC+8 without daylight saving time since 1979, so no time zone data is needed.
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today in Hong Kong.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day in Hong Kong at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant of a time of day in Hong Kong.</summary>
    public static DateTimeOffset At(this DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
