namespace Matchmaker.Contracts.Clock;

/// <summary>
/// Wakes grains that wait for a time: reminders and expiry of introductions, and digests. Each grain decides by its own
/// record what is due, so that a repeated tick does nothing twice. Key: 0.
/// </summary>
[Alias("clock")]
public interface IClockGrain : IGrainWithIntegerKey
{
    /// <summary>Starts a tick every minute that also survives restarts. A repeat changes nothing.</summary>
    [Alias("start"), ResponseTimeout(Patience.Once)]
    Task Start();

    /// <summary>Ticks now; returns when every grain with due work was woken.</summary>
    [Alias("tick"), ResponseTimeout(Patience.Once)]
    Task Tick();
}
