namespace Matchmaker.Silo.Sample;

/// <summary>A seeded random source: the same seed gives the same data on every machine and in every run.</summary>
internal sealed class RandomSource(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>
    /// An independent source for one part of the data, so that the size of one part does not shift the others.
    /// </summary>
    public static RandomSource For(int seed, string part)
    {
        // String hash codes differ between runs, so this is FNV-1a, whose product is meant to wrap.
        var hash = unchecked((uint)seed ^ 2166136261u);
        foreach (var c in part)
            hash = unchecked((hash ^ c) * 16777619u);
        return new((int)(hash & 0x7FFFFFFF));
    }

    public bool Of(double share) => _random.NextDouble() < share;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Int(int min, int max) => _random.Next(min, max + 1);

    /// <summary>A multiple of the step from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public decimal Number(decimal min, decimal max, decimal step) =>
        decimal.Round(min / step) * step + (_random.Next((int)((max - min) / step) + 1) * step);

    public T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    /// <summary>An id that reveals nothing: 128 random bits as 32 lower-case hex digits.</summary>
    public string Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
