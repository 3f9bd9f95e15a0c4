using Matchmaker.Contracts.Callers;

namespace Matchmaker.Interchange.Exports;

/// <summary>
/// Exports the records of one kind that a caller may see, page by page, in the columns of the import format.
/// </summary>
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

    /// <param name="language">The language of the labels above the codes.</param>
    public Task WriteXlsx(
        Caller caller,
        ListingKind kind,
        Stream target,
        string language,
        CancellationToken cancellation = default
    ) => XlsxSheet.Write(kind, kind.List(grains, caller, cancellation), target, language, cancellation);
}
