using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Features;

namespace Matchmaker.Interchange.Files;

/// <summary>What a file holds, before anything is imported.</summary>
/// <param name="File">How it was read.</param>
/// <param name="Kind">The kind whose columns it has most of; null: of none.</param>
/// <param name="Rows">The number of rows below the header.</param>
/// <param name="Columns">The file's columns, in its order, as <see cref="Kind"/> would take them.</param>
/// <param name="First">The first 20 rows.</param>
public sealed record FileContents(
    FileFound File,
    string? Kind,
    int Rows,
    IReadOnlyList<FoundColumn> Columns,
    IReadOnlyList<FoundRow> First
)
{
    private const int Shown = 20;
    private const int MaxShownCharacters = 200;

    /// <param name="kinds">The kinds that the caller may import.</param>
    /// <param name="choice">The sheet or header row, where a person chose; the columns are matched by name.</param>
    /// <exception cref="BadFileException">It holds no table.</exception>
    public static async Task<FileContents> Read(
        IReadOnlyList<ListingKind> kinds,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation = default
    )
    {
        var bounded = new BoundedStream(body, ImportFile.MaxBytes);
        if (format == FileFormat.GeoJson)
            return await OfFeatures(kinds, bounded, cancellation);
        var table = await FileTables.ReadTable(kinds, format, bounded, choice, cancellation);
        var kind = kinds.MaxBy(kind => Fit(kind, table.Names));
        return Of(
            table,
            kind is not null && Fit(kind, table.Names) > 0 ? kind : null,
            [.. table.Names.Select(name => kind?.Names.Value.Find(name))]
        );
    }

    /// <summary>The same file with its columns as a kind would take them.</summary>
    public FileContents As(ListingKind kind) =>
        this with
        {
            Kind = kind.Code,
            Columns =
            [
                .. Columns.Select(column =>
                    kind.Names.Value.Find(column.Theirs) is { } ours
                        ? new FoundColumn(column.Theirs, ours.Name, ours.Unit)
                        : new FoundColumn(column.Theirs)
                ),
            ],
        };

    // The file names its properties itself, so that it fits the kind that knows all of them.
    private static async Task<FileContents> OfFeatures(
        IReadOnlyList<ListingKind> kinds,
        Stream body,
        CancellationToken cancellation
    )
    {
        var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellation);
        BadFileException? refused = null;
        foreach (var kind in kinds)
        {
            try
            {
                buffer.Position = 0;
                var file = await GeoJsonRows.Read(kind, buffer, cancellation);
                var used = Enumerable
                    .Range(0, file.Columns.Count)
                    .Where(i => file.Rows.Any(row => row.Cells[i].Length > 0))
                    .ToList();
                var table = new FileTable(
                    file.Found,
                    [.. used.Select(i => file.Columns[i].Name)],
                    [.. file.Rows.Select(row => new SourceRow(row.Line, [.. used.Select(i => row.Cells[i])]))]
                );
                return Of(table, kind, [.. used.Select(i => file.Columns[i])]);
            }
            catch (BadFileException other) when (other.What == BadFile.Invalid)
            {
                refused ??= other;
            }
        }

        throw refused ?? BadFileException.Invalid("", "notFeatures");
    }

    private static FileContents Of(FileTable table, ListingKind? kind, IReadOnlyList<Column?> columns) =>
        new(
            table.Found,
            kind?.Code,
            table.Rows.Count,
            [
                .. table.Names.Select(
                    (name, i) =>
                        columns[i] is { } ours ? new FoundColumn(name, ours.Name, ours.Unit) : new FoundColumn(name)
                ),
            ],
            [.. table.Rows.Take(Shown).Select(row => new FoundRow(row.Line, [.. row.Cells.Select(Cut)]))]
        );

    // Columns that the kind needs count most: spaces have all the columns of buildings, and one more.
    private static int Fit(ListingKind kind, IReadOnlyList<string> names)
    {
        var known = names.Select(name => kind.Names.Value.Find(name)?.Name).OfType<string>().ToHashSet();
        return known.Count + (kind.RequiredColumns.All(known.Contains) && known.Count > 1 ? 1 : 0);
    }

    private static string Cut(string cell) => cell.Length > MaxShownCharacters ? cell[..MaxShownCharacters] : cell;
}

/// <summary>A column of a file.</summary>
/// <param name="Theirs">Its name in the file; empty: it has none.</param>
/// <param name="Ours">The kind's column; null: not known.</param>
/// <param name="Unit">The unit that its name states; null: none.</param>
/// <param name="Remembered">Whether it was matched by hand in an earlier file with the same columns.</param>
public sealed record FoundColumn(string Theirs, string? Ours = null, string? Unit = null, bool? Remembered = null);

/// <param name="Line">The line of the file, or the row of the sheet, from 1.</param>
/// <param name="Cells">The cells in the order of the columns, truncated to 200 characters.</param>
public sealed record FoundRow(int Line, IReadOnlyList<string> Cells);
