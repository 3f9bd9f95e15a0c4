using Matchmaker.Contracts.Accounts;

namespace Matchmaker.Interchange.Exports;

/// <summary>Writes what a caller may see of one kind, in the columns of the import format, page by page.</summary>
public sealed class Exporter(IGrainFactory grains)
{
    public Task WriteCsv(Caller caller, ListingKind kind, Stream target, CancellationToken cancellation = default) =>
        CsvSheet.Write(kind, kind.List(grains, caller, cancellation), target, cancellation);

    public Task WriteGeoJson(
        Caller caller,
        ListingKind kind,
        Stream target,
        CancellationToken cancellation = default
    ) => GeoJsonSheet.Write(kind, kind.List(grains, caller, cancellation), target, cancellation);

    /// <param name="target">Is written to synchronously at its end, so that it should be a file.</param>
    public Task WriteXlsx(Caller caller, ListingKind kind, Stream target, CancellationToken cancellation = default) =>
        XlsxSheet.Write(kind, kind.List(grains, caller, cancellation), target, cancellation);
}
