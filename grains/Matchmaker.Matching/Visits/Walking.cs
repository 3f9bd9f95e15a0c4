using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Visits;

/// <summary>
/// How long a walk takes. The numbers are our own assumption: no network of streets is known here, so that a walk is
/// the straight line, made longer for crossings and blocks.
/// </summary>
public static class Walking
{
    /// <summary>The way on foot as a multiple of the straight line.</summary>
    public const double DetourFactor = 1.3;

    /// <summary>4.5 km/h.</summary>
    public const int MetresPerMinute = 75;

    /// <summary>Whole minutes, rounded up; 0 within one place.</summary>
    public static int Minutes(PointValue from, PointValue to) =>
        (int)Math.Ceiling(GreatCircle.Metres(from, to) * DetourFactor / MetresPerMinute);
}
