namespace Matchmaker.Contracts.Clock;

/// <summary>
/// Wakes what waits for its time: reminders and expiry of introductions, and digests. It wakes only; each of them decides by its own record what is
/// due, so that a repeated or doubled tick does nothing twice. Key: 0.
/// </summary>
[Alias("clock")]
public interface IClockGrain : IGrainWithIntegerKey
{
    /// <summary>Has it tick each minute from now on, for ever: also after restarts. Again changes nothing.</summary>
    [Alias("start")]
    Task Start();

    /// <summary>Looks now; returns when everything that was due has been woken.</summary>
    [Alias("tick")]
    Task Tick();
}
