using Matchmaker.Contracts.Listings;
using MiniExcelLibs;

namespace Matchmaker.Interchange.Exports;

/// <summary>Writes listings as a workbook with one sheet; text cells are never formulas.</summary>
internal static class XlsxSheet
{
    public static async Task Write(
        ListingKind kind,
        IAsyncEnumerable<Listing> listings,
        Stream target,
        CancellationToken cancellation
    ) => await target.SaveAsAsync(Rows(kind, listings), sheetName: kind.Code, cancellationToken: cancellation);

    private static async IAsyncEnumerable<IDictionary<string, object?>> Rows(
        ListingKind kind,
        IAsyncEnumerable<Listing> listings
    )
    {
        await foreach (var listing in listings)
            yield return kind.Columns.ToDictionary(column => column.Name, column => Cell(column.Write(listing)));
    }

    private static object? Cell(object? cell) => cell is bool yes ? (yes ? "yes" : "no") : cell;
}
