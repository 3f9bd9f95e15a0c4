using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Matchmaker.Interchange.Features;

/// <summary>
/// The place that a feature's geometry states: a point, or a point inside polygons, in degrees or on the Hong Kong
/// grid.
/// </summary>
internal static class FeatureGeometry
{
    // A building's outline has dozens of corners. Larger shapes are areas, and looking inside them costs time.
    private const int MaxCorners = 100_000;

    /// <summary>
    /// The two cells of a location. A geometry that states no place passes as text and is rejected later, with its line
    /// and column.
    /// </summary>
    public static (string Second, string First) Cells(JsonElement geometry)
    {
        if (Property(geometry, "coordinates") is not { ValueKind: JsonValueKind.Array } coordinates)
            return Written(geometry);
        var inside = Property(geometry, "type") is { ValueKind: JsonValueKind.String } type
            ? type.GetString() switch
            {
                "Point" when coordinates.GetArrayLength() is 2 or 3 => (
                    coordinates[0].GetRawText(),
                    coordinates[1].GetRawText()
                ),
                "Polygon" => Inside([coordinates]),
                "MultiPolygon" => Inside([.. coordinates.EnumerateArray()]),
                _ => default((string, string)?),
            }
            : null;
        return inside ?? Written(geometry);
    }

    // Of several polygons the largest stands for all: its inner point is on the site's main part.
    private static (string, string)? Inside(JsonElement[] polygons)
    {
        var budget = MaxCorners;
        var shapes = new List<Polygon>();
        foreach (var polygon in polygons)
        {
            if (Shape(polygon, ref budget) is not { } shape)
                return null;
            shapes.Add(shape);
        }

        if (shapes.MaxBy(shape => shape.Area) is not { } largest)
            return null;
        try
        {
            var point = largest.InteriorPoint;
            return point.IsEmpty ? null : (Text(point.X), Text(point.Y));
        }
        catch (TopologyException)
        {
            return null;
        }
    }

    private static Polygon? Shape(JsonElement rings, ref int budget)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
            return null;
        var lines = new List<LinearRing>();
        foreach (var ring in rings.EnumerateArray())
        {
            if (
                ring.ValueKind != JsonValueKind.Array
                || ring.GetArrayLength() < 4
                || (budget -= ring.GetArrayLength()) < 0
            )
                return null;
            var corners = new List<Coordinate>();
            foreach (var corner in ring.EnumerateArray())
            {
                if (Corner(corner) is not { } place)
                    return null;
                corners.Add(place);
            }

            if (!corners[0].Equals2D(corners[^1]))
                corners.Add(corners[0].Copy());
            lines.Add(new([.. corners]));
        }

        return new(lines[0], [.. lines.Skip(1)]);
    }

    private static Coordinate? Corner(JsonElement corner) =>
        corner.ValueKind == JsonValueKind.Array
        && corner.GetArrayLength() >= 2
        && corner[0].ValueKind == JsonValueKind.Number
        && corner[1].ValueKind == JsonValueKind.Number
        && corner[0].TryGetDouble(out var x)
        && corner[1].TryGetDouble(out var y)
        && Math.Abs(x) < 1e9
        && Math.Abs(y) < 1e9
            ? new(x, y)
            : null;

    private static (string, string) Written(JsonElement geometry) => (geometry.GetRawText(), geometry.GetRawText());

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string Text(double number) =>
        Math.Round(number, 7).ToString("0.#######", CultureInfo.InvariantCulture);
}
