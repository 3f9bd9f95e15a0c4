using Matchmaker.Interchange.Workbooks;

namespace Matchmaker.Interchange.Files;

/// <summary>Reads a file of any format as rows of a kind.</summary>
internal static class FileTables
{
    /// <exception cref="BadFileException">The file as a whole is invalid.</exception>
    public static async Task<ImportFile> Read(
        ListingKind kind,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        var bounded = new BoundedStream(body, ImportFile.MaxBytes);
        return format switch
        {
            FileFormat.Csv => ColumnMatching.Match(
                kind,
                await CsvRows.ReadTable([kind], bounded, choice, cancellation),
                choice
            ),
            FileFormat.Xlsx => ColumnMatching.Match(
                kind,
                await WorkbookRows.ReadTable([kind], bounded, choice, cancellation),
                choice
            ),
            _ => await GeoJsonRows.Read(kind, bounded, cancellation),
        };
    }
}

/// <summary>The format of a file.</summary>
public enum FileFormat
{
    Csv,
    GeoJson,
    Xlsx,
}
