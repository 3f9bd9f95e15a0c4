namespace Matchmaker.Grains.Boards;

/// <summary>The calendar that staleness, expiry and dated rules follow.</summary>
public static class HongKong
{
    // Because Hong Kong has kept UTC+8 without summer time since 1979, no time zone data is needed.
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day that it is in Hong Kong.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day that it is in Hong Kong at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which it is that time of that day in Hong Kong.</summary>
    public static DateTimeOffset At(this DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
