using System.Runtime.CompilerServices;
using Matchmaker.Contracts;

namespace Matchmaker.Interchange;

/// <summary>Writes what a caller may see of one kind, in the columns of the import format, page by page.</summary>
public sealed class Exporter(IGrainFactory grains)
{
    private const int PageSize = 500;

    public Task WriteCsv(Caller caller, ListingKind kind, Stream target, CancellationToken cancellation = default) =>
        CsvSheet.Write(kind, Listings(caller, kind, cancellation), target, cancellation);

    public Task WriteGeoJson(Caller caller, ListingKind kind, Stream target, CancellationToken cancellation = default) =>
        GeoJsonSheet.Write(kind, Listings(caller, kind, cancellation), target, cancellation);

    /// <param name="target">Is written to synchronously at its end, so that it should be a file.</param>
    public Task WriteXlsx(Caller caller, ListingKind kind, Stream target, CancellationToken cancellation = default) =>
        XlsxSheet.Write(kind, Listings(caller, kind, cancellation), target, cancellation);

    private IAsyncEnumerable<Listing> Listings(Caller caller, ListingKind kind, CancellationToken cancellation) =>
        kind.IsSpace ? Pages<Space>(caller, cancellation) : Pages<Building>(caller, cancellation);

    private async IAsyncEnumerable<Listing> Pages<T>(Caller caller, [EnumeratorCancellation] CancellationToken cancellation)
        where T : Listing
    {
        string? after = null;
        do
        {
            var page = await grains.Catalogue<T>().List(caller, new ListQuery(After: after, Limit: PageSize), cancellation);
            foreach (var listing in page.Items)
                yield return listing;
            after = page.Next;
        }
        while (after is not null);
    }
}
