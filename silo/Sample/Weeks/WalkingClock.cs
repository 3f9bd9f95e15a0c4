namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>
/// The time of a process that fills an empty database with sample data: it begins in the past, walks through the weeks
/// up to now, and is real time from then on. It never goes back, since grains and Orleans itself rely on that. Timers
/// and stopwatches always run in real time.
/// </summary>
internal sealed class WalkingClock(TimeProvider real, DateTimeOffset from) : TimeProvider
{
    private long _ticksBehind = Math.Max(0, (real.GetUtcNow() - from).Ticks);

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>The time to which it walks.</summary>
    public TimeProvider Real => real;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(-Interlocked.Read(ref _ticksBehind));

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>
    /// Goes on to a later instant, from which time runs on; at most to now. An earlier one changes nothing.
    /// </summary>
    public void WalkTo(DateTimeOffset instant)
    {
        if (instant > GetUtcNow())
            Interlocked.Exchange(ref _ticksBehind, Math.Max(0, (real.GetUtcNow() - instant).Ticks));
    }

    /// <summary>From here on it is real time.</summary>
    public void Join() => Interlocked.Exchange(ref _ticksBehind, 0);
}
