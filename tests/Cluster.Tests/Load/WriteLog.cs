using System.Diagnostics;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>When one user succeeded and what went wrong for them.</summary>
internal sealed class WriteLog
{
    private readonly Lock _lock = new();
    private readonly List<long> _successes = [Stopwatch.GetTimestamp()];
    private readonly List<(long At, string Kind)> _errors = [];

    public int Successes
    {
        get
        {
            lock (_lock)
                return _successes.Count - 1;
        }
    }

    /// <summary>What went wrong, in order, each with its timestamp.</summary>
    public IReadOnlyList<(long At, string Kind)> Errors
    {
        get
        {
            lock (_lock)
                return [.. _errors];
        }
    }

    public void Succeeded()
    {
        lock (_lock)
            _successes.Add(Stopwatch.GetTimestamp());
    }

    public void Failed(string kind)
    {
        lock (_lock)
            _errors.Add((Stopwatch.GetTimestamp(), kind));
    }

    /// <summary>
    /// The longest time without a success that ended after an instant; one that has not ended lasts until now.
    /// </summary>
    /// <param name="from">A timestamp of <see cref="Stopwatch"/>.</param>
    public TimeSpan LongestWait(long from)
    {
        lock (_lock)
        {
            long[] ends = [.. _successes.Skip(1), Stopwatch.GetTimestamp()];
            return _successes
                .Zip(ends)
                .Where(pair => pair.Second > from)
                .Max(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second));
        }
    }

    /// <summary>How long after an instant the first success came; null: none did.</summary>
    public TimeSpan? FirstAfter(long from)
    {
        lock (_lock)
            return _successes.FirstOrDefault(success => success > from) is > 0 and var first
                ? Stopwatch.GetElapsedTime(from, first)
                : null;
    }
}

/// <summary>What must never be, as it was found.</summary>
internal sealed class Findings
{
    private readonly Lock _lock = new();
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public void Add(string finding)
    {
        lock (_lock)
            _all.Add(finding);
    }
}
