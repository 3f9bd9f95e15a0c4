namespace Matchmaker.Matching.Values;

/// <summary>Distances on a sphere of the Earth's mean radius (IUGG), by the haversine formula.</summary>
public static class GreatCircle
{
    /// <summary>The Earth's mean radius in metres.</summary>
    public const double Radius = 6_371_008.8;

    /// <summary>The distance in whole metres, rounded half up.</summary>
    public static int Metres(PointValue from, PointValue to)
    {
        var latitude = Radians(to.Lat - from.Lat) / 2;
        var longitude = Radians(to.Lon - from.Lon) / 2;
        var haversine =
            Square(Math.Sin(latitude))
            + (Math.Cos(Radians(from.Lat)) * Math.Cos(Radians(to.Lat)) * Square(Math.Sin(longitude)));
        return (int)Math.Floor((2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)))) + 0.5);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}
