using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Visits;

/// <summary>
/// How long a walk takes: the straight line in whole metres × 1.3, because streets are longer, at 80 m a minute
/// (introductions.md, "Visits"). No network of streets is known here.
/// </summary>
public static class Walking
{
    /// <summary>The whole metres of the straight line that one walks in so many minutes.</summary>
    public static int MostMetres(int minutes) => minutes * 800 / 13;

    /// <summary>Whole minutes, rounded up; 0 within one place.</summary>
    public static int Minutes(PointValue from, PointValue to) =>
        (int)(((GreatCircle.Metres(from, to) * 13L) + 799) / 800);
}
