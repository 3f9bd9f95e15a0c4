using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Matchmaker.Interchange.Places;

/// <summary>
/// The Hong Kong 1980 Grid (EPSG:2326), in which the Lands Department's maps and most surveys state places.
/// </summary>
internal static class HongKongGrid
{
    // EPSG:2326 with the seven parameters of EPSG:1825 to WGS 84, within a metre of the Lands Department's own
    // converter. Their rotations are of the frame; this form states those of the vector.
    private const string Definition = """
        PROJCS["Hong Kong 1980 Grid System",
            GEOGCS["Hong Kong 1980",
                DATUM["Hong_Kong_1980",
                    SPHEROID["International 1924", 6378388, 297],
                    TOWGS84[-162.619, -276.959, -161.764, 0.067753, -2.243649, -1.158827, -1.094246]],
                PRIMEM["Greenwich", 0],
                UNIT["degree", 0.0174532925199433]],
            PROJECTION["Transverse_Mercator"],
            PARAMETER["latitude_of_origin", 22.31213333333334],
            PARAMETER["central_meridian", 114.1785555555556],
            PARAMETER["scale_factor", 1],
            PARAMETER["false_easting", 836694.05],
            PARAMETER["false_northing", 819069.8],
            UNIT["metre", 1]]
        """;

    private static readonly MathTransform ToDegrees = new CoordinateTransformationFactory()
        .CreateFromCoordinateSystems(
            new CoordinateSystemFactory().CreateFromWkt(Definition),
            GeographicCoordinateSystem.WGS84
        )
        .MathTransform;

    /// <summary>Whether these are metres of the grid in Hong Kong.</summary>
    public static bool Covers(double easting, double northing) =>
        easting is >= 790_000 and <= 880_000 && northing is >= 790_000 and <= 860_000;

    /// <summary>WGS 84 degrees to seven decimals, about a centimetre.</summary>
    public static (double Lat, double Lon) ToWgs84(double easting, double northing)
    {
        var (lon, lat) = ToDegrees.Transform(easting, northing);
        return (Math.Round(lat, 7), Math.Round(lon, 7));
    }
}
