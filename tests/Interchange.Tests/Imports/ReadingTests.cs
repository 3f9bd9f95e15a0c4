using System.Text;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Features;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

public class ReadingTests
{
    [Fact]
    public async Task A_row_states_its_cells()
    {
        var (patches, errors) = await Some.Read(
            "id,building_id,name_en,name_zh_hant,lat,lon,verified_on,source,public,owner,unit,position,status,area,rent,rampAccess,uses,zone,availableFrom\n"
                + "s1,b1,Unit A,Ａ室,22.31,114.22,2026-11-01,a call,YES,owners/o1,12A,3,Held,\"12,000 ft2\",$14/呎,no,production=fits|office=needsPermission,OU(B),2027-01-01\n"
        );

        Assert.Empty(errors);
        var patch = Assert.Single(patches);
        Assert.Equal("b1/s1", patch.Id);
        Assert.Equal(new LocalText("Unit A", "Ａ室"), patch.Name);
        Assert.Equal(
            (true, "owners/o1", "12A", 3, SpaceStatus.Held),
            (patch.Public, patch.Owner, patch.Unit, patch.Position, patch.Status)
        );
        Assert.Equal((new DateOnly(2026, 11, 1), "a call"), (patch.VerifiedOn, patch.Source));
        Assert.Equal(new NumberValue(1115), patch.Values["area"]);
        Assert.Equal(new NumberValue(150.7m), patch.Values["rent"]);
        Assert.Equal(new FlagValue(false), patch.Values["rampAccess"]);
        Assert.Equal(new PointValue(22.31, 114.22), patch.Values["location"]);
        Assert.Equal(new CodeValue("OU(B)"), patch.Values["zone"]);
        Assert.Equal(UseVerdict.NeedsPermission, Assert.IsType<UsesValue>(patch.Values["uses"]).Uses["office"]);
    }

    [Fact]
    public async Task An_empty_cell_keeps_the_value_and_unknown_deletes_it()
    {
        var (patches, errors) = await Some.Read(
            "id,building_id,area,rent,lat,lon,unit,owner,public\ns1,b1,,UNKNOWN,unknown,unknown,unknown,unknown,unknown\n"
        );

        Assert.Empty(errors);
        var patch = Assert.Single(patches);
        Assert.Empty(patch.Values);
        Assert.Equal(["rent", "unit", "location"], patch.Unknown);
        Assert.Equal(("", false), (patch.Owner, patch.Public));
    }

    [Theory]
    [InlineData("22.3", "", "lon")]
    [InlineData("", "114.2", "lat")]
    [InlineData("unknown", "114.2", "lon")]
    [InlineData("23.9", "114.2", "lat")]
    [InlineData("22.3", "120", "lon")]
    [InlineData("north", "114.2", "lat")]
    public async Task An_incomplete_location_or_one_outside_hong_kong_is_rejected(string lat, string lon, string column)
    {
        var (_, errors) = await Some.Read($"id,building_id,lat,lon\ns1,b1,{lat},{lon}\n");

        Assert.Equal(column, Assert.Single(errors).Column);
    }

    [Fact]
    public async Task A_space_is_identified_by_its_own_or_its_full_id()
    {
        var (patches, _) = await Some.Read("id,building_id\ns1,b1\nb1/s2,b1\n");

        Assert.Equal(["b1/s1", "b1/s2"], patches.Select(patch => patch.Id));
    }

    [Fact]
    public async Task A_row_reports_the_line_on_which_it_begins()
    {
        var file = await Some.File(
            ListingKind.Buildings,
            "id,name_en\r\n\r\nb1,\"two\r\nlines\r\nor three\"\r\n\nb2,one\nb3,\"a\nb\"\nb4,x"
        );

        Assert.Equal([3, 7, 8, 10], file.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task A_quote_inside_a_cell_without_quotes_is_a_character(string separator)
    {
        string[] rows =
        [
            "id,building_id,headroom,source",
            "s1,b1,12'6\",a call",
            "s2,b1,\"12'6\"\"\",the \"new\" list",
            "s3,b1,10\"0,a call",
        ];

        var (patches, errors) = await Some.Read(
            string.Join('\n', rows).Replace(",", separator, StringComparison.Ordinal)
        );

        Assert.Equal([new NumberValue(3.81m), new NumberValue(3.81m)], patches.Select(row => row.Values["headroom"]));
        Assert.Equal(["a call", "the \"new\" list"], patches.Select(row => row.Source));
        Assert.Equal("headroom", Assert.Single(errors).Column);
    }

    [Fact]
    public async Task A_byte_order_mark_and_blanks_around_cells_are_ignored()
    {
        var body = new MemoryStream([
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(" id , name_en \n b1 , A house \n"),
        ]);

        var (patches, errors) = Some.Read(await CsvRows.Read(ListingKind.Buildings, body, default));

        Assert.Empty(errors);
        Assert.Equal(("b1", "A house"), (patches[0].Id, patches[0].Name!.En));
    }

    [Fact]
    public async Task Geojson_and_csv_state_the_same()
    {
        const string json = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","geometry":{"type":"Point","coordinates":[114.22,22.31]},
               "properties":{"id":"s1","building_id":"b1","area":1115,"rampAccess":false,"public":true,"uses":{"office":"fits"},"rent":"$14/呎","source":null}},

              {"type":"Feature","id":"b1/s2","geometry":null,"properties":{"building_id":"b1","headroom":"14 ft"}}
            ]}
            """;
        var file = await GeoJsonRows.Read(ListingKind.Spaces, Some.Utf8(json), default);
        var (patches, errors) = Some.Read(file);

        Assert.Empty(errors);
        Assert.Equal([2, 5], file.Rows.Select(row => row.Line));
        Assert.Equal(new PointValue(22.31, 114.22), patches[0].Values["location"]);
        Assert.Equal(new NumberValue(1115), patches[0].Values["area"]);
        Assert.Equal(new NumberValue(150.7m), patches[0].Values["rent"]);
        Assert.Equal(new NumberValue(4.27m), patches[1].Values["headroom"]);
        Assert.Equal("b1/s2", patches[1].Id);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"Point","coordinates":["a","b"]}""")]
    [InlineData("""{"type":"Point","coordinates":[114.2]}""")]
    [InlineData("7")]
    public async Task A_feature_that_is_no_point_is_rejected_alone(string geometry)
    {
        var json =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":"
            + geometry
            + ",\"properties\":{\"id\":\"b1\"}},{\"properties\":{\"id\":\"b2\"}}]}";

        var (patches, errors) = Some.Read(await GeoJsonRows.Read(ListingKind.Buildings, Some.Utf8(json), default));

        Assert.Equal("b2", Assert.Single(patches).Id);
        Assert.Equal(["lat", "lon"], errors.Select(error => error.Column).Order());
    }
}
