namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>
/// Slows down whoever guesses the password of one account. It counts for each source of attempts by itself, so that a
/// stranger slows down nobody else. Nothing is stored: whoever cannot restart the process cannot reset it.
/// </summary>
internal sealed class SignInBrake(TimeProvider time)
{
    /// <summary>How many attempts a source has before it must wait.</summary>
    public const int Free = 5;

    // From so many attempts on, of all sources together, a new source has one free attempt.
    private const int Hot = 100;
    private const int MaxSources = 4_096;
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly TimeSpan TellingInterval = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private long? _toldAt;

    /// <summary>
    /// Begins an attempt, which counts as a failure until <see cref="Succeed"/>: attempts at once count too.
    /// </summary>
    /// <param name="longest">No source waits longer.</param>
    /// <returns>Zero: it may go on. Else how long it must wait before it begins again; this attempt is not counted.
    /// </returns>
    public TimeSpan Begin(string source, TimeSpan longest)
    {
        Forget();
        var known = _sources.GetValueOrDefault(source);
        var left = known is null ? TimeSpan.Zero : WaitOf(known, longest) - time.GetElapsedTime(known.At);
        if (left > TimeSpan.Zero)
            return left;
        if (known is null && _sources.Count >= MaxSources)
            _sources.Remove(_sources.MinBy(entry => entry.Value.At).Key);
        _sources[source] = new((known?.Attempts ?? 0) + 1, time.GetTimestamp());
        return TimeSpan.Zero;
    }

    /// <summary>The last attempt of that source was right.</summary>
    public void Succeed(string source) => _sources.Remove(source);

    /// <summary>Whether the owner should hear of it now: a source has used up its attempts. Once a day.</summary>
    public bool ShouldTell(string source)
    {
        var isGuessing = _sources.GetValueOrDefault(source)?.Attempts >= Free;
        if (!isGuessing || (_toldAt is { } told && time.GetElapsedTime(told) < TellingInterval))
            return false;
        _toldAt = time.GetTimestamp();
        return true;
    }

    private TimeSpan WaitOf(Source known, TimeSpan longest)
    {
        var over = known.Attempts - Free;
        if (_sources.Values.Sum(source => source.Attempts) >= Hot)
            over = Math.Max(over, known.Attempts - 1);
        return over < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, over)));
    }

    private void Forget()
    {
        foreach (var (source, _) in _sources.Where(entry => time.GetElapsedTime(entry.Value.At) > Memory).ToList())
            _sources.Remove(source);
    }

    private sealed record Source(int Attempts, long At);
}
