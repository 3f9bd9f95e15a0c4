using System.Collections.Immutable;
using Matchmaker.Contracts.Imports;

namespace Matchmaker.Interchange.Imports;

/// <summary>Files that the project itself ships, where an error is a mistake of ours and not of a user.</summary>
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
        var reader = new RowReader(file);
        var errors = new List<CellError>();
        var patches = file.Rows.Select(row => reader.Read(row, errors)).OfType<ListingPatch>().ToImmutableArray();
        return errors.Count == 0
            ? patches
            : throw new InvalidDataException($"{errors.Count} cells are wrong, first {errors[0]}.");
    }
}
