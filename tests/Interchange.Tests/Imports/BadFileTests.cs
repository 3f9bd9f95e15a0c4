using System.Text;
using Matchmaker.Interchange.Features;
using Matchmaker.Interchange.Files;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

public class BadFileTests
{
    [Theory]
    [InlineData("", BadFile.Unreadable, "emptyFile")]
    [InlineData("\n\n", BadFile.Invalid, "noHeader")]
    [InlineData("id,building_id,colour\ns1,b1,red\n", BadFile.Invalid, "unknownColumn")]
    [InlineData("id,building_id,location\n", BadFile.Invalid, "unknownColumn")]
    [InlineData("id,building_id,area,area\n", BadFile.Invalid, "duplicateColumn")]
    [InlineData("id,building_id,ID\n", BadFile.Invalid, "duplicateColumn")]
    [InlineData("id,building_id,Area (sq ft),樓面面積\n", BadFile.Invalid, "duplicateColumn")]
    [InlineData("id,building_id,Area (kPa)\n", BadFile.Invalid, "unknownColumn")]
    [InlineData("id,building_id,,area\ns1,b1,7,8\n", BadFile.Invalid, "unnamedColumn")]
    [InlineData("building_id,area\n", BadFile.Invalid, "missingColumn")]
    [InlineData("id,area\n", BadFile.Invalid, "missingColumn")]
    [InlineData("id,building_id,area\ns1,b1,\"100\n", BadFile.Unreadable, "malformedCsv")]
    [InlineData("id,building_id,area\ns1,b1,\"10\"0\n", BadFile.Unreadable, "malformedCsv")]
    public async Task A_bad_csv_file_is_rejected_as_a_whole(string csv, BadFile what, string code)
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() => Some.File(ListingKind.Spaces, csv));

        Assert.Equal((what, code), (refused.What, refused.Reason.Code));
    }

    [Fact]
    public async Task The_unknown_column_is_named()
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() => Some.File(ListingKind.Buildings, "id,colour\n"));

        Assert.Equal("colour", refused.Reason.Args[0]);
    }

    [Fact]
    public async Task All_unknown_columns_are_named_at_once()
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            Some.File(ListingKind.Spaces, "id,colour,building_id,taste\n")
        );

        Assert.Equal(["colour", "taste"], refused.Reasons.Select(reason => reason.Path));
    }

    [Theory]
    [InlineData("utf-32", "id,name_en\nb1,café\n")]
    [InlineData("utf-16", "id,name_en\nb1,\0\n")]
    public async Task An_encoding_that_cannot_be_told_is_rejected(string encoding, string csv)
    {
        var text = Encoding.GetEncoding(encoding);
        var preamble = encoding == "utf-32" ? text.Preamble.ToArray() : [];
        var body = new MemoryStream([.. preamble, .. text.GetBytes(csv)]);

        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            CsvRows.Read(ListingKind.Buildings, body, default)
        );

        Assert.Equal("unknownEncoding", refused.Reason.Code);
    }

    [Fact]
    public async Task A_damaged_character_of_utf8_on_the_last_line_rejects_the_whole_file()
    {
        var body = new MemoryStream([
            .. Encoding.UTF8.GetBytes("id,name_zh_hant\n" + string.Concat(Enumerable.Repeat("b1,觀塘\n", 50_000))),
            0xE8,
            0xA7,
            (byte)'\n',
        ]);

        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            CsvRows.Read(ListingKind.Buildings, body, default)
        );

        Assert.Equal("unknownEncoding", refused.Reason.Code);
    }

    [Theory]
    [InlineData("", BadFile.Unreadable, "emptyFile")]
    [InlineData("{", BadFile.Unreadable, "malformedJson")]
    [InlineData("id,name_en", BadFile.Unreadable, "malformedJson")]
    [InlineData("[]", BadFile.Invalid, "notFeatures")]
    [InlineData("{}", BadFile.Invalid, "notFeatures")]
    [InlineData("""{"type":"FeatureCollection"}""", BadFile.Invalid, "notFeatures")]
    [InlineData("""{"type":"Feature","features":[]}""", BadFile.Invalid, "notFeatures")]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", BadFile.Unreadable, "malformedJson")]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"properties":{"id":"b1"}},]}""",
        BadFile.Unreadable,
        "malformedJson"
    )]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"properties":{"id":"b1","colour":"red"}}]}""",
        BadFile.Invalid,
        "unknownColumn"
    )]
    public async Task A_bad_json_file_is_rejected_as_a_whole(string json, BadFile what, string code)
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            GeoJsonRows.Read(ListingKind.Buildings, Some.Utf8(json), default)
        );

        Assert.Equal((what, code), (refused.What, refused.Reason.Code));
    }

    [Fact]
    public async Task A_body_over_64_megabytes_is_too_large()
    {
        var endless = new BoundedStream(new MemoryStream(new byte[ImportFile.MaxBytes + 1]), ImportFile.MaxBytes);

        var refused = await Assert.ThrowsAsync<BadFileException>(() => endless.CopyToAsync(Stream.Null));

        Assert.Equal((BadFile.TooLarge, "64"), (refused.What, refused.Reason.Args[0]));
    }
}
