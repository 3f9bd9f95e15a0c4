namespace Matchmaker.Grains.Mail;

/// <summary>
/// The retries of a letter that was not sent: after 1, 5 and 30 minutes, then each hour, and after three days no
/// more. In memory, because a start is a good moment to try at once.
/// </summary>
internal sealed class MailBackoff
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(3);

    private readonly Dictionary<string, (int Failed, DateTimeOffset NextAt)> _failed = [];

    public bool IsDue(string letter, DateTimeOffset now) =>
        !_failed.TryGetValue(letter, out var last) || last.NextAt <= now;

    /// <summary>Records that a letter was not sent.</summary>
    /// <param name="at">When it was put into the outbox.</param>
    /// <returns>Whether it is to be tried again.</returns>
    public bool ShouldRetry(string letter, DateTimeOffset at, DateTimeOffset now)
    {
        var failed = _failed.TryGetValue(letter, out var last) ? last.Failed : 0;
        _failed[letter] = (failed + 1, now + Delays[Math.Min(failed, Delays.Length - 1)]);
        return now < at + MaxWait;
    }

    public void Clear(string letter) => _failed.Remove(letter);
}
