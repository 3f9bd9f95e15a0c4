using System.Collections.Concurrent;

namespace Matchmaker.Matching.Values;

/// <summary>
/// Shares equal values of many records, such as flags or districts: values are immutable, and an index holds millions.
/// </summary>
internal static class ValuePool
{
    private const int MaxCount = 50_000;

    private static readonly ConcurrentDictionary<Value, Value> Kept = new();
    private static int _count;

    /// <summary>The value itself, or an equal value shared earlier.</summary>
    public static Value Share(Value value)
    {
        if (Kept.TryGetValue(value, out var known))
            return known;
        if (Volatile.Read(ref _count) < MaxCount && Kept.TryAdd(value, value))
            Interlocked.Increment(ref _count);
        return value;
    }
}
