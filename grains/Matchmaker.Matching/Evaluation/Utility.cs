namespace Matchmaker.Matching.Evaluation;

/// <summary>Utilities in whole millionths: integer arithmetic, so that every engine and processor agrees to the last digit (matching.md section 3).</summary>
internal static class Utility
{
    public const int Full = 1_000_000;

    /// <summary>What is acceptable, but only just.</summary>
    public const int Half = 500_000;

    /// <summary>Behind everything known to be acceptable, ahead of everything known not to be.</summary>
    public const int OfUnknown = 250_000;

    /// <summary>0.5 × <paramref name="way"/> / <paramref name="whole"/>, rounded half up to millionths; <paramref name="whole"/> is above 0.</summary>
    public static int HalfOf(long way, long whole) => (int)(((2 * Half * way) + whole) / (2 * whole));

    /// <summary>Nine tenths, rounded half up.</summary>
    public static int WhenStale(int utility) => ((9 * utility) + 5) / 10;
}
