using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Exports;

/// <summary>Writes listings as CSV; importing the file again changes nothing.</summary>
internal static class CsvSheet
{
    public static async Task Write(
        ListingKind kind,
        IAsyncEnumerable<Listing> listings,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var csv = CsvText.To(target);
        foreach (var column in kind.Exported)
            csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var listing in listings.WithCancellation(cancellation))
        {
            foreach (var column in kind.Exported)
                csv.WriteField(CellText.Write(column.Write(listing)));
            await csv.NextRecordAsync();
        }
    }
}
