using Matchmaker.Matching;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

public class BadCellTests
{
    public static TheoryData<string, string, string> BadCells { get; } = Table();

    [Theory]
    [MemberData(nameof(BadCells))]
    public async Task A_bad_cell_is_rejected_under_its_column(string column, string cell, string code)
    {
        var (patches, errors) = await Some.Read(Some.SpaceWith(column, cell));

        Assert.Empty(patches);
        Assert.All(errors, error => Assert.Equal((column, code), (error.Column, error.Error.Code)));
        foreach (var language in new[] { "en", "zh-Hant", "zh-Hans" })
            Assert.All(errors, error => Assert.NotEqual(error.Error.Code, ErrorTexts.Of(error.Error, language)));
    }

    [Fact]
    public void There_are_a_hundred_kinds_of_bad_cells() => Assert.InRange(BadCells.Count, 100, int.MaxValue);

    [Fact]
    public async Task Every_bad_cell_of_a_row_is_reported()
    {
        var (patches, errors) = await Some.Read(
            "id,building_id,area,district,rampAccess,lat\ns1,b1,big,mars,maybe,22.3\n"
        );

        Assert.Empty(patches);
        Assert.Equal(["area", "district", "rampAccess", "lon"], errors.Select(error => error.Column));
    }

    [Fact]
    public async Task A_row_with_too_many_or_too_few_cells_is_rejected_as_a_whole()
    {
        var (patches, errors) = await Some.Read("id,building_id,area\ns1,b1\ns2,b1,100,7\ns3,b1,100,,\n");

        Assert.Equal("b1/s3", Assert.Single(patches).Id);
        Assert.All(errors, error => Assert.Equal(("", "cellCount"), (error.Column, error.Error.Code)));
        Assert.Equal(2, errors.Count);
    }

    private static TheoryData<string, string, string> Table()
    {
        var table = new TheoryData<string, string, string>();
        Add(
            "id",
            "notAnId",
            "-s",
            ".s",
            "_s",
            "s 1",
            "s/1/2",
            "b1/",
            "b1/s 1",
            "樓層",
            "ｓ１",
            "s?",
            "s#1",
            "s\t1",
            "s\n1",
            new string('s', 101),
            "s%20"
        );
        Add("id", "required", "", "unknown");
        Add("id", "otherBuilding", "b2/s1", "../s");
        Add("building_id", "notAnId", "-b", "b 1", "b/1", "大廈", new string('b', 101));
        Add("building_id", "required", "", "unknown");
        Add(
            "area",
            "notANumber",
            "big",
            "1.2.3",
            "--5",
            "1 2",
            "m2",
            "NaN",
            "Infinity",
            "+5",
            "1.",
            "12,",
            "約",
            "∞",
            "9999999999999999999999999999999"
        );
        Add("area", "unknownUnit", "5 acres", "5 m2 m2", "1e5", "5 m3", "100?", "5%", "0x1F");
        Add("area", "decimalComma", "1,23", "4,5 m2", "0,500");
        Add("area", "oneValue", "12-15", "> 12", "約12", "12以上");
        Add("area", "otherDimension", "5 kPa", "5 A", "5 kN", "5 psf", "$5", "5 m", "5 kg", "5噸");
        Add("area", "outOfRange", "0", "1/2", "½", "-1", "60001", "0.99", "999999 ft2");
        Add("rent", "otherDimension", "14 psf", "14 ft2", "14 m");
        Add("rent", "outOfRange", "-0.1", "6000.01", "$600/呎");
        Add("floorLoading", "otherDimension", "150 呎", "10 kN", "10 m2");
        Add("floorLoading", "outOfRange", "0.4", "5000 psf");
        Add("headroom", "outOfRange", "0", "165 ft", "51");
        Add("power", "otherDimension", "100 kPa", "100 t");
        Add("power", "unknownUnit", "100 V");
        Add("rent", "moneyWithoutBase", "$14", "$5000 a month");
        Add("yearCompleted", "outOfRange", "1849", "2101", "19");
        Add("floor", "outOfRange", "-6", "101");
        Add(
            "availableFrom",
            "notADay",
            "soon",
            "30/2/2027",
            "3/31/2027",
            "2027-02-30",
            "20270301",
            "2027-13-01",
            "2027-03-01T09:30",
            "March 2027"
        );
        Add("availableFrom", "twoDigitYear", "1/3/27", "1-Mar-27");
        Add("floor", "floorName", "UG", "M/F", "LG/F");
        Add("verified_on", "futureDay", "2029-01-01", "1/1/2029");
        Add("availableFrom", "outOfRange", "1999-12-31", "2101-01-01");
        Add("verified_on", "notADay", "today", "2026-11-31", "2026");
        Add("district", "unknownCode", "mars", "kwunTong|kowloonBay");
        Add("zone", "unknownCode", "OU(B", "Z9");
        Add("kind", "unknownCode", "factory");
        Add("tenure", "unknownCode", "rent");
        Add("rampAccess", "notAFlag", "maybe", "yes|no", "2", "ja");
        Add("public", "notAFlag", "perhaps");
        Add("status", "notACode", "free", "vacant|let", "空置");
        Add(
            "waivers",
            "notAWaiver",
            "office",
            "office=2024-07-01",
            "dancing=2024-07-01..",
            "office=2024-07-32..",
            "office=2024-07-01..2024-07",
            "office=2024-07-01.. LW 1",
            "office=2024-07-01..|testing"
        );
        Add("position", "notWhole", "1.5", "first", "1 2", "99999999999");
        Add("owner", "notAnOwner", "o1", "owners/", "firms/f1", "owners/o 1", "owners/o1/x");
        Add(
            "uses",
            "notUses",
            "production",
            "production=",
            "production=maybe",
            "production=fits|production=fits",
            "production=fits|",
            "=fits",
            "fits"
        );
        Add("uses", "unknownCode", "mining=fits");
        Add("name_en", "controlSigns", "a\nb", "a\0b", "a\u0007b");
        Add("source", "controlSigns", "x\u001b[31m");
        Add("name_en", "tooLong", new string('x', 301));
        Add("address_zh_hant", "tooLong", new string('街', 301));
        Add("source", "tooLong", new string('x', 501));
        Add("unit", "tooLong", new string('1', 51));
        return table;

        void Add(string column, string code, params string[] cells)
        {
            foreach (var cell in cells)
                table.Add(column, cell, code);
        }
    }
}
