using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Places;

/// <summary>
/// The distance to the nearest exit of a station: an attribute that nobody states, because it follows from the
/// location.
/// </summary>
public static class StationDistance
{
    public const string Code = "stationDistance";

    /// <summary>The code of the attribute from which it follows.</summary>
    public const string Location = "location";

    // Over Hong Kong a degree of longitude changes in length by less than this share, squared.
    private const double Doubt = 1.02;

    private static readonly ImmutableArray<PointValue> Exits =
    [
        .. StationTable.All.SelectMany(station => station.Exits),
    ];

    private static readonly double Narrowing = Math.Cos(22.35 * Math.PI / 180);

    /// <summary>The great-circle distance to the nearest exit in whole metres, half up.</summary>
    public static int From(PointValue place)
    {
        // Sines take most of the time of reading a hundred thousand records: only near exits are measured.
        var least = double.MaxValue;
        foreach (var exit in Exits)
            least = Math.Min(least, Roughly(place, exit));
        var metres = int.MaxValue;
        foreach (var exit in Exits)
        {
            if (Roughly(place, exit) <= least * Doubt)
                metres = Math.Min(metres, GreatCircle.Metres(place, exit));
        }

        return metres;
    }

    // The square of the distance in degrees of latitude.
    private static double Roughly(PointValue from, PointValue to)
    {
        var (lat, lon) = (to.Lat - from.Lat, (to.Lon - from.Lon) * Narrowing);
        return (lat * lat) + (lon * lon);
    }
}
