using CsCheck;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Files;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>What goes out comes in again unchanged, of every kind and in every format.</summary>
public class RoundTripTests
{
    public static TheoryData<string, FileFormat> KindsAndFormats =>
        [.. from kind in ListingKind.All from format in Enum.GetValues<FileFormat>() select (kind.Code, format)];

    [Theory, MemberData(nameof(KindsAndFormats))]
    public void A_file_comes_in_as_it_went_out(string code, FileFormat format)
    {
        var kind = ListingKind.Find(code)!;
        SomeListings
            .Of(kind)
            .Array[format == FileFormat.Xlsx ? 1 : 0, 6]
            .Sample(
                listings =>
                {
                    using var file = new MemoryStream();
                    Wait(Write(kind, format, listings, file));
                    file.Position = 0;

                    AssertSame(listings, Some.Read(Wait(FileTables.Read(kind, format, file, new(), default))));
                },
                iter: format == FileFormat.Xlsx ? 60 : 200
            );
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.GeoJson)]
    [InlineData(FileFormat.Xlsx)]
    public async Task What_the_office_held_then_does_not_come_in_as_the_owner_s_word(FileFormat format)
    {
        var held = new Space { Id = "b1/s1", Status = SpaceStatus.Held };
        Listing[] listings = [held, held with { Id = "b1/s2", Hold = new(new(2026, 12, 8)) }];
        using var file = new MemoryStream();
        await Write(ListingKind.Spaces, format, listings, file);
        file.Position = 0;

        var (patches, errors) = Some.Read(await FileTables.Read(ListingKind.Spaces, format, file, new(), default));

        Assert.Empty(errors);
        Assert.Equal([SpaceStatus.Held, null], patches.Select(patch => patch.Status));
    }

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

    private static Task Write(ListingKind kind, FileFormat format, Listing[] listings, Stream file)
    {
        var rows = listings.ToAsyncEnumerable();
        return format switch
        {
            FileFormat.Csv => CsvSheet.Write(kind, rows, file, default),
            FileFormat.GeoJson => GeoJsonSheet.Write(kind, rows, file, default),
            _ => XlsxSheet.Write(kind, rows, file, "zh-Hant", default),
        };
    }

    private static void AssertSame(Listing[] listings, (List<ListingPatch> Patches, List<CellError> Errors) read)
    {
        Assert.Empty(read.Errors);
        Assert.Equal(listings.Length, read.Patches.Count);
        foreach (var (listing, patch) in listings.Zip(read.Patches))
        {
            Assert.Equal(listing.Id, patch.Id);
            Assert.Equal(listing.Values, patch.Values);
            Assert.Equal(
                (listing.Name, listing.Address, listing.Source, listing.VerifiedOn),
                (patch.Name, patch.Address, patch.Source, patch.VerifiedOn)
            );
            Assert.Equal((listing.Public, listing.Owner), (patch.Public, patch.Owner));
            var space = listing as Space;
            Assert.Equal((space?.Unit, space?.Position, space?.Status), (patch.Unit, patch.Position, patch.Status));
            Assert.Equal((space?.Waivers ?? (listing as Building)?.Waivers) ?? [], patch.Waivers ?? []);
            var firm = listing as Firm;
            Assert.Equal((firm?.BuildingId, firm?.RegistrationNumber), (patch.BuildingId, patch.RegistrationNumber));
            var centre = listing as Centre;
            Assert.Equal((centre?.ValidFrom, centre?.ValidTo), (patch.ValidFrom, patch.ValidTo));
            Assert.Empty(patch.Unknown);
        }
    }

    // CsCheck's samples are synchronous, and the code waits for memory only.
    private static void Wait(Task done) => done.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> done) => done.GetAwaiter().GetResult();
}
