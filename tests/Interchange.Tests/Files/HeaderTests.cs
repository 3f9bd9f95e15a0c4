using System.Globalization;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Files;

public class HeaderTests
{
    [Theory]
    [InlineData("area", "area")]
    [InlineData("AREA", "area")]
    [InlineData("Floor area", "area")]
    [InlineData("樓面面積", "area")]
    [InlineData("楼面面积", "area")]
    [InlineData("Area (sq ft)", "area")]
    [InlineData("面積（呎）", "area")]
    [InlineData("租金 (元/呎)", "rent")]
    [InlineData("Rent (HK$/sq ft)", "rent")]
    [InlineData("Rent (HK$ psf)", "rent")]
    [InlineData("Clear headroom [ft]", "headroom")]
    [InlineData("floor_loading", "floorLoading")]
    [InlineData("Building", "building_id")]
    [InlineData("大厦", "building_id")]
    [InlineData("Area sq ft", "area")]
    [InlineData("Area ft2", "area")]
    [InlineData("Rent psf", "rent")]
    [InlineData("Rent/sq ft", "rent")]
    [InlineData("呎租(元)", "rent")]
    [InlineData("呎租 (HK$)", "rent")]
    [InlineData("No. of cargo lifts", "goodsLifts")]
    [InlineData("Number of storeys", "storeys")]
    [InlineData("座/室", "unit")]
    [InlineData("租金(HK$)", null)]
    [InlineData("Monthly rent", null)]
    [InlineData("呎租(呎)", "rent")]
    [InlineData("Floor loading sq ft", null)]
    [InlineData("Rent (HK$)", null)]
    [InlineData("Area (kPa)", null)]
    [InlineData("colour", null)]
    public void A_column_is_known_by_code_label_or_word(string name, string? column) =>
        Assert.Equal(column, ListingKind.Spaces.Names.Value.Find(name)?.Name);

    [Fact]
    public void Every_column_is_known_by_its_code_and_its_label_in_each_language()
    {
        foreach (var kind in ListingKind.All)
        {
            foreach (var column in kind.Columns)
            {
                var label = column.Attribute?.Label ?? ColumnWords.LabelOf(column.Name);
                Assert.NotNull(label);
                Assert.Equal(column.Name, kind.Names.Value.Find(column.Name)?.Name);
                Assert.All(label.All, text => Assert.Equal(column.Name, kind.Names.Value.Find(text)?.Name));
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_label_of_a_workbook_that_went_out_is_known_with_its_unit(string language)
    {
        foreach (var kind in ListingKind.All)
        {
            foreach (var column in kind.Exported)
            {
                var found = kind.Names.Value.Find(XlsxSheet.Label(column, language));

                Assert.Equal(column.Name, found?.Name);
                if (UnitLabels.Of(column.Attribute?.Unit) is null)
                    continue;
                var (draft, most) = (new RowDraft { Today = Some.Today }, (NumberValue)column.Attribute!.Max!);
                found!.Read(draft, most.Number.ToString(CultureInfo.InvariantCulture));
                Assert.Equal(most, draft.ToPatch("x").Values[column.Name]);
            }
        }
    }

    [Fact]
    public void Every_unit_of_an_attribute_has_a_label_or_needs_none()
    {
        string[] plain = ["count", "storey"];
        var units = ListingKind.All.SelectMany(kind => kind.Columns).Select(column => column.Attribute?.Unit);

        Assert.Equal(plain, units.OfType<string>().Distinct().Where(unit => UnitLabels.Of(unit) is null).Order());
    }

    [Theory]
    [InlineData("Area sq ft", "12000", "area", "1115")]
    [InlineData("呎數", "12,000", "area", "1115")]
    [InlineData("建築呎數", "12000", "area", "1115")]
    [InlineData("呎租", "14", "rent", "150.7")]
    [InlineData("呎租(元)", "14", "rent", "150.7")]
    [InlineData("呎價（HK$）", "14", "rent", "150.7")]
    [InlineData("平均呎租", "14", "rent", "150.7")]
    [InlineData("Rent psf", "14", "rent", "150.7")]
    [InlineData("Rent/sq ft", "$14", "rent", "150.7")]
    [InlineData("Rent", "14", "rent", "14")]
    [InlineData("呎數", "500 m2", "area", "500")]
    public async Task A_unit_in_a_word_of_the_name_holds_too(string name, string cell, string column, string value)
    {
        var (patches, errors) = await Some.Read($"id,building_id,{name}\ns1,b1,{Some.Quoted(cell)}\n");

        Assert.Empty(errors);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Number(patches[0], column));
    }

    [Theory]
    [InlineData("Lettable sq ft", "area", "呎")]
    [InlineData("實用呎", "area", "呎")]
    [InlineData("Net (sq ft)", "area", "sq ft")]
    [InlineData("Asking psf", "rent", "$/呎")]
    [InlineData("叫價呎計(元)", "rent", "$/呎")]
    [InlineData("Price (HK$)", "rent", null)]
    [InlineData("Net", "area", null)]
    public void A_unit_in_a_name_that_was_matched_by_hand_holds(string name, string column, string? unit)
    {
        var found = ColumnNames.WithUnit(ListingKind.Spaces.ByName[column], name).Unit;

        Assert.Equal(unit is null, found is null);
        var attribute = ListingKind.Spaces.ByName[column].Attribute!;
        if (unit is not null)
            Assert.Equal(One(attribute, unit), One(attribute, found!));
    }

    private static Value One(BoardAttribute attribute, string unit) =>
        Assert.IsType<ReadValue>(AttributeReader.Read(attribute, $"20 {unit}", new("sites", Some.Today))).Value;

    [Fact]
    public async Task A_unit_in_the_name_holds_for_cells_without_one()
    {
        var (patches, errors) = await Some.Read(
            "id,building_id,Area (sq ft),租金（元/呎）\ns1,b1,\"12,000\",14\ns2,b1,500 m2,14 HKD/m2/month\n"
        );

        Assert.Empty(errors);
        Assert.Equal(
            [(1115m, 150.7m), (500m, 14m)],
            patches.Select(patch => (Number(patch, "area"), Number(patch, "rent")))
        );
    }

    [Fact]
    public async Task Titles_above_the_header_are_passed_over()
    {
        var file = await Some.File(
            ListingKind.Spaces,
            "Available premises,,\nas of 1 Nov,,\n,,\nID,Building,Area (sq ft),,\ns1,b1,1000,,\n\n"
        );

        Assert.Equal((4, 5), (file.Found.HeaderRow, Assert.Single(file.Rows).Line));
    }

    [Fact]
    public async Task Codes_below_labels_are_the_header()
    {
        var file = await Some.File(
            ListingKind.Spaces,
            "ID,Building,Floor area (m2)\nid,building_id,area\ns1,b1,1000\n"
        );

        Assert.Equal(2, file.Found.HeaderRow);
        Assert.Equal(["s1", "b1", "1000"], Assert.Single(file.Rows).Cells);
    }

    [Theory]
    [InlineData("lat,lon", "114.2187,22.3135", "lat", "114.2187")]
    [InlineData("lat,lon", "22.3135,22.3135", "lon", "22.3135")]
    [InlineData("easting,northing", "836694,22.3", "northing", "22.3")]
    [InlineData("easting,northing", "22.3,819069", "easting", "22.3")]
    [InlineData("easting,northing", "east,819069", "easting", "east")]
    public async Task A_place_elsewhere_is_refused_with_the_cell_as_written(
        string columns,
        string cells,
        string column,
        string cell
    )
    {
        var (_, errors) = await Some.Read($"id,building_id,{columns}\ns1,b1,{cells}\n");

        Assert.Contains(errors, error => (error.Column, error.Cell) == (column, cell));
    }

    // Both places are answers of the Lands Department's own converter.
    [Theory]
    [InlineData("832591.320", "820351.389", 22.322172084, 114.141187917)]
    [InlineData("835,411.431", "817,266.016", 22.294313001, 114.168562005)]
    public async Task Metres_of_the_grid_are_converted(string easting, string northing, double lat, double lon)
    {
        var (patches, errors) = await Some.Read(
            $"id,building_id,easting,northing\ns1,b1,\"{easting}\",\"{northing}\"\n"
        );

        Assert.Empty(errors);
        var place = Assert.IsType<PointValue>(Assert.Single(patches).Values["location"]);
        Assert.InRange((place.Lat - lat) * 110_700, -1, 1);
        Assert.InRange((place.Lon - lon) * 103_000, -1, 1);
    }

    private static decimal Number(ListingPatch patch, string code) => ((NumberValue)patch.Values[code]).Number;
}
