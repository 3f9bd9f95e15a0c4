using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
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
        // Without a byte order mark, spreadsheets read Chinese in the wrong encoding.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        await using var text = new StreamWriter(target, encoding, bufferSize: 64 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" },
            leaveOpen: true
        );
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
