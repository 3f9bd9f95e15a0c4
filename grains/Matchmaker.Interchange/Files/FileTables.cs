using Matchmaker.Interchange.Features;
using Matchmaker.Interchange.Workbooks;

namespace Matchmaker.Interchange.Files;

/// <summary>Reads a file of any format as rows of a kind.</summary>
internal static class FileTables
{
    private static readonly Dictionary<string, string> NoCells = [];

    /// <exception cref="BadFileException">The file as a whole is invalid.</exception>
    public static async Task<ImportFile> Read(
        ListingKind kind,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        if (format != FileFormat.GeoJson)
            return ColumnMatching.Match(kind, await ReadTable(kind, format, body, choice, cancellation), choice);
        var file = await GeoJsonRows.Read(kind, new BoundedStream(body, ImportFile.MaxBytes), cancellation);
        Mend(file.Rows, [.. file.Columns.Select(column => column.Name)], choice);
        return file;
    }

    /// <summary>The table in the file, with mended cells; of GeoJSON, the columns of the kind.</summary>
    public static async Task<FileTable> ReadTable(
        ListingKind kind,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        var bounded = new BoundedStream(body, ImportFile.MaxBytes);
        if (format == FileFormat.GeoJson)
        {
            var file = await GeoJsonRows.Read(kind, bounded, cancellation);
            return new(file.Found, [.. file.Columns.Select(column => column.Name)], file.Rows);
        }

        var table = await ReadTable([kind], format, bounded, choice, cancellation);
        Mend(table.Rows, table.Names, choice);
        return table;
    }

    /// <summary>The table in a CSV file or a workbook, as it stands there.</summary>
    /// <param name="kinds">The kinds whose columns the header may name.</param>
    public static async Task<FileTable> ReadTable(
        IReadOnlyList<ListingKind> kinds,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, cancellation);
        if (whole.Length == 0)
            throw BadFileException.Unreadable("emptyFile");
        return format == FileFormat.Csv
            ? CsvRows.ReadTable(kinds, whole, choice, cancellation)
            : WorkbookRows.ReadTable(kinds, whole, choice, cancellation);
    }

    private static void Mend(IReadOnlyList<SourceRow> rows, IReadOnlyList<string> names, FileChoice choice)
    {
        if (choice.Cells is not { Count: > 0 } mended)
            return;
        foreach (var (line, cells) in rows)
        {
            foreach (var (name, text) in mended.GetValueOrDefault(line) ?? NoCells)
            {
                for (var i = 0; i < Math.Min(names.Count, cells.Length); i++)
                    cells[i] = names[i] == name ? text.Trim() : cells[i];
            }
        }
    }
}

/// <summary>The format of a file.</summary>
public enum FileFormat
{
    Csv,
    GeoJson,
    Xlsx,
}
