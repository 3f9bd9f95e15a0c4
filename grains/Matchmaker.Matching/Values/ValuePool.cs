using System.Collections.Concurrent;

namespace Matchmaker.Matching.Values;

/// <summary>Shares values that many records state alike, such as a flag or a district: they never change, and a catalogue holds millions.</summary>
internal static class ValuePool
{
    private const int Most = 50_000;

    private static readonly ConcurrentDictionary<Value, Value> Kept = new();
    private static int _count;

    /// <summary>The value itself, or an equal one that was here before.</summary>
    public static Value Keep(Value value)
    {
        if (Kept.TryGetValue(value, out var known))
            return known;
        if (Volatile.Read(ref _count) < Most && Kept.TryAdd(value, value))
            Interlocked.Increment(ref _count);
        return value;
    }
}
