using CsCheck;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Features;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

public class RoundTripTests
{
    [Fact]
    public void Csv_round_trips_a_space() =>
        SomeSpaces
            .Gen.Array[0, 8]
            .Sample(
                spaces =>
                {
                    using var sheet = new MemoryStream();
                    Wait(CsvSheet.Write(ListingKind.Spaces, spaces.ToAsyncEnumerable(), sheet, default));
                    sheet.Position = 0;

                    AssertSame(spaces, Some.Read(Wait(CsvRows.Read(ListingKind.Spaces, sheet, default))));
                },
                iter: 300
            );

    [Fact]
    public void Geojson_round_trips_a_space() =>
        SomeSpaces
            .Gen.Array[0, 8]
            .Sample(
                spaces =>
                {
                    using var sheet = new MemoryStream();
                    Wait(GeoJsonSheet.Write(ListingKind.Spaces, spaces.ToAsyncEnumerable(), sheet, default));
                    sheet.Position = 0;

                    AssertSame(spaces, Some.Read(Wait(GeoJsonRows.Read(ListingKind.Spaces, sheet, default))));
                },
                iter: 300
            );

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+85223456789")]
    [InlineData("-B")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    [InlineData("unknown")]
    [InlineData("'Unknown")]
    [InlineData("＝1+1")]
    [InlineData("＋85223456789")]
    [InlineData("－B")]
    [InlineData("＠SUM(A1)")]
    [InlineData("﹦1")]
    [InlineData(" =1")]
    [InlineData("\u3000＝1")]
    [InlineData("\t＝1")]
    [InlineData("\r=1")]
    [InlineData("\u00A0\t @x")]
    [InlineData("''  ＝1")]
    public void A_formula_like_text_is_escaped_and_read_back(string text)
    {
        var cell = CellText.Write(text);

        Assert.StartsWith("'", cell, StringComparison.Ordinal);
        Assert.Equal(text, CellText.Read(cell));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("O'Brien")]
    [InlineData("'quoted'")]
    [InlineData("unknown territory")]
    [InlineData("")]
    public void Other_texts_are_written_unchanged(string text) =>
        Assert.Equal((text, text), (CellText.Write(text), CellText.Read(text)));

    [Fact]
    public void A_workbook_round_trips_a_space() =>
        SomeSpaces
            .Gen.Array[1, 8]
            .Sample(
                spaces =>
                {
                    using var book = new MemoryStream();
                    Wait(XlsxSheet.Write(ListingKind.Spaces, spaces.ToAsyncEnumerable(), book, "en", default));
                    book.Position = 0;

                    AssertSame(
                        spaces,
                        Some.Read(Wait(FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new(), default)))
                    );
                },
                iter: 100
            );

    private static void AssertSame(Space[] spaces, (List<ListingPatch> Patches, List<CellError> Errors) read)
    {
        Assert.Empty(read.Errors);
        Assert.Equal(spaces.Length, read.Patches.Count);
        foreach (var (space, patch) in spaces.Zip(read.Patches))
        {
            Assert.Equal(space.Id, patch.Id);
            Assert.Equal(space.Values, patch.Values);
            Assert.Equal((space.Name, space.Source, space.VerifiedOn), (patch.Name, patch.Source, patch.VerifiedOn));
            Assert.Equal((space.Unit, space.Position, space.Status), (patch.Unit, patch.Position, patch.Status));
            Assert.Equal((space.Public, space.Owner), (patch.Public, patch.Owner));
            Assert.Empty(patch.Unknown);
        }
    }

    // CsCheck's samples are synchronous, and the code waits for memory only.
    private static void Wait(Task done) => done.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> done) => done.GetAwaiter().GetResult();
}
