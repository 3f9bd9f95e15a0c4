using System.Globalization;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Files;

public class GeoJsonTests
{
    private const string Grid = """ "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2326"}}, """;

    [Fact]
    public async Task A_polygon_gives_a_point_inside_it()
    {
        // The outline is a horseshoe: its centre of gravity lies in the courtyard.
        var place = await Place(
            "",
            """{"type":"Polygon","coordinates":[[[114.2,22.3],[114.23,22.3],[114.23,22.33],[114.22,22.33],[114.22,22.31],[114.21,22.31],[114.21,22.33],[114.2,22.33],[114.2,22.3]]]}"""
        );

        Assert.InRange(place.Lon, 114.2, 114.23);
        Assert.InRange(place.Lat, 22.3, 22.33);
        Assert.False(place is { Lon: > 114.21 and < 114.22, Lat: > 22.31 });
    }

    [Fact]
    public async Task Of_several_polygons_the_largest_counts()
    {
        var place = await Place(
            "",
            """{"type":"MultiPolygon","coordinates":[[[[114.1,22.3],[114.101,22.3],[114.101,22.301],[114.1,22.3]]],[[[114.2,22.3],[114.21,22.3],[114.21,22.31],[114.2,22.3]]]]}"""
        );

        Assert.InRange(place.Lon, 114.2, 114.21);
    }

    // Both places are answers of the Lands Department's own converter.
    [Theory]
    [InlineData(832591.320, 820351.389, 22.322172084, 114.141187917)]
    [InlineData(835411.431, 817266.016, 22.294313001, 114.168562005)]
    public async Task The_hong_kong_grid_is_converted(double easting, double northing, double lat, double lon)
    {
        var point = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"Point\",\"coordinates\":[{easting},{northing}]}}"
        );

        var place = await Place(Grid, point);

        Assert.InRange((place.Lat - lat) * 110_700, -1, 1);
        Assert.InRange((place.Lon - lon) * 103_000, -1, 1);
    }

    [Fact]
    public async Task A_polygon_on_the_grid_is_converted_too()
    {
        var place = await Place(
            Grid,
            """{"type":"Polygon","coordinates":[[[832500,820300],[832700,820300],[832700,820400],[832500,820400],[832500,820300]]]}"""
        );

        Assert.InRange(place.Lat, 22.321, 22.323);
        Assert.InRange(place.Lon, 114.140, 114.143);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114.2,22.3],[114.2,22.3]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a",22.3],[1,2],[3,4],[5,6]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[114.2,22.3],[114.2,22.3],[114.2,22.3],[114.2,22.3]]]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[114.2,22.3],[114.3,22.3]]}""")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[]]}""")]
    [InlineData("""{"type":3,"coordinates":{}}""")]
    [InlineData("""{"type":"Point","coordinates":[[1],[2]]}""")]
    public async Task What_is_no_place_is_a_rejected_row(string geometry)
    {
        var file = await Read("", geometry);

        var (patches, errors) = Some.Read(file);

        Assert.True(errors.Count > 0 || patches[0].Values.ContainsKey("location"), geometry);
    }

    [Fact]
    public async Task Another_system_of_coordinates_is_refused()
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            Read(Grid.Replace("2326", "32650", StringComparison.Ordinal), """{"type":"Point","coordinates":[1,2]}""")
        );

        Assert.Equal("unknownCrs", refused.Reason.Code);
    }

    private static Task<ImportFile> Read(string crs, string geometry) =>
        FileTables.Read(
            ListingKind.Buildings,
            FileFormat.GeoJson,
            Some.Utf8(
                $$$"""{"type":"FeatureCollection",{{{crs}}}"features":[{"type":"Feature","properties":{"id":"b1"},"geometry":{{{geometry}}}}]}"""
            ),
            new(),
            default
        );

    private static async Task<PointValue> Place(string crs, string geometry)
    {
        var (patches, errors) = Some.Read(await Read(crs, geometry));
        Assert.Empty(errors);
        return Assert.IsType<PointValue>(Assert.Single(patches).Values["location"]);
    }
}
