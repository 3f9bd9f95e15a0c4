using System.Collections.Immutable;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Imports;

/// <summary>Reads files shipped with the product, where an error is a defect and not user input.</summary>
public static class ListingFiles
{
    /// <exception cref="InvalidDataException">A row breaks a rule.</exception>
    public static async Task<ImmutableArray<ListingPatch>> ReadCsv(
        ListingKind kind,
        Stream csv,
        CancellationToken cancellation = default
    )
    {
        var file = await CsvRows.Read(kind, csv, cancellation);
        var reader = new RowReader(file, DateOnly.MaxValue); // its days are checked where the records are put
        var errors = new List<CellError>();
        var patches = file.Rows.Select(row => reader.Read(row, errors)).OfType<ListingPatch>().ToImmutableArray();
        return errors.Count == 0
            ? patches
            : throw new InvalidDataException($"{errors.Count} cells are wrong, first {errors[0]}.");
    }
}
