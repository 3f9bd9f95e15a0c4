namespace Matchmaker.Silo.Sample;

/// <summary>Chance from a seed: the same seed gives the same data on every machine and in every run.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A chance of its own for a part, so that one part's size does not shift the others.</summary>
    public static Chance For(int seed, string part)
    {
        // Because string hash codes differ from run to run: FNV-1a, whose product is meant to wrap.
        var hash = unchecked((uint)seed ^ 2166136261u);
        foreach (var c in part)
            hash = unchecked((hash ^ c) * 16777619u);
        return new((int)(hash & 0x7FFFFFFF));
    }

    public bool Of(double share) => _random.NextDouble() < share;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Int(int least, int most) => _random.Next(least, most + 1);

    /// <summary>A multiple of the step from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public decimal Number(decimal least, decimal most, decimal step) =>
        decimal.Round(least / step) * step + (_random.Next((int)((most - least) / step) + 1) * step);

    public T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    /// <summary>128 bits as 32 lower-case hex digits: an id that tells nothing.</summary>
    public string Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
