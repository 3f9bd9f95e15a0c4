using CsCheck;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Features;
using Matchmaker.Interchange.Files;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

public class FirmAndCentreTests
{
    [Fact]
    public void Csv_round_trips_a_firm() =>
        SomeListings
            .Firms.Array[0, 6]
            .Sample(firms => AssertSame(firms, ThroughCsv(ListingKind.Firms, firms)), iter: 300);

    [Fact]
    public void Geojson_round_trips_a_firm() =>
        SomeListings
            .Firms.Array[0, 6]
            .Sample(firms => AssertSame(firms, ThroughGeoJson(ListingKind.Firms, firms)), iter: 300);

    [Fact]
    public void Csv_round_trips_a_centre() =>
        SomeListings
            .Centres.Array[0, 6]
            .Sample(centres => AssertSame(centres, ThroughCsv(ListingKind.Centres, centres)), iter: 300);

    [Fact]
    public void Geojson_round_trips_a_centre() =>
        SomeListings
            .Centres.Array[0, 6]
            .Sample(centres => AssertSame(centres, ThroughGeoJson(ListingKind.Centres, centres)), iter: 300);

    [Fact]
    public void A_workbook_round_trips_a_firm() =>
        SomeListings
            .Firms.Array[1, 6]
            .Sample(firms => AssertSame(firms, ThroughWorkbook(ListingKind.Firms, firms)), iter: 40);

    [Fact]
    public void A_workbook_round_trips_a_centre() =>
        SomeListings
            .Centres.Array[1, 6]
            .Sample(centres => AssertSame(centres, ThroughWorkbook(ListingKind.Centres, centres)), iter: 40);

    private static ImportFile ThroughCsv(ListingKind kind, Listing[] listings)
    {
        using var sheet = new MemoryStream();
        Wait(CsvSheet.Write(kind, listings.ToAsyncEnumerable(), sheet, default));
        sheet.Position = 0;
        return Wait(CsvRows.Read(kind, sheet, default));
    }

    private static ImportFile ThroughGeoJson(ListingKind kind, Listing[] listings)
    {
        using var sheet = new MemoryStream();
        Wait(GeoJsonSheet.Write(kind, listings.ToAsyncEnumerable(), sheet, default));
        sheet.Position = 0;
        return Wait(GeoJsonRows.Read(kind, sheet, default));
    }

    private static ImportFile ThroughWorkbook(ListingKind kind, Listing[] listings)
    {
        using var book = new MemoryStream();
        Wait(XlsxSheet.Write(kind, listings.ToAsyncEnumerable(), book, "zh-Hant", default));
        book.Position = 0;
        return Wait(FileTables.Read(kind, FileFormat.Xlsx, book, new(), default));
    }

    private static void AssertSame(Listing[] listings, ImportFile file)
    {
        var (patches, errors) = Some.Read(file);
        Assert.Empty(errors);
        Assert.Equal(listings.Length, patches.Count);
        foreach (var (listing, patch) in listings.Zip(patches))
        {
            Assert.Equal(listing.Id, patch.Id);
            Assert.Equal(listing.Values, patch.Values);
            Assert.Equal(
                (listing.Name, listing.Address, listing.Source, listing.VerifiedOn),
                (patch.Name, patch.Address, patch.Source, patch.VerifiedOn)
            );
            Assert.Equal((listing.Public, listing.Owner), (patch.Public, patch.Owner));
            Assert.Equal(
                ((listing as Firm)?.BuildingId, (listing as Firm)?.RegistrationNumber),
                (patch.BuildingId, patch.RegistrationNumber)
            );
            Assert.Equal((listing as Centre)?.ValidTo, patch.ValidTo);
            Assert.Empty(patch.Unknown);
        }
    }

    // CsCheck's samples are synchronous, and the code waits for memory only.
    private static void Wait(Task done) => done.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> done) => done.GetAwaiter().GetResult();
}
