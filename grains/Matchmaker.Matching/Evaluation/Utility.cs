namespace Matchmaker.Matching.Evaluation;

/// <summary>
/// Utilities in whole millionths. Integer arithmetic gives the same digits on every engine and processor (matching.md
/// section 3).
/// </summary>
internal static class Utility
{
    public const int Full = 1_000_000;

    /// <summary>The utility of a value that is just acceptable.</summary>
    public const int Half = 500_000;

    /// <summary>Below every value known to be acceptable, above every value known to be unacceptable.</summary>
    public const int OfUnknown = 250_000;

    /// <summary>
    /// 0.5 × <paramref name="part"/> / <paramref name="whole"/>, rounded half up to millionths;
    /// <paramref name="whole"/> is above 0.
    /// </summary>
    public static int HalfOfShare(long part, long whole) => (int)(((2 * Half * part) + whole) / (2 * whole));

    /// <summary>The utility of a stale value: nine tenths, rounded half up.</summary>
    public static int WhenStale(int utility) => ((9 * utility) + 5) / 10;
}
