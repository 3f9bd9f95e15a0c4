namespace Matchmaker.Interchange.Files;

/// <summary>How a file was read.</summary>
/// <param name="Format"><c>csv</c>, <c>xlsx</c> or <c>geojson</c>.</param>
/// <param name="Encoding">Such as <c>UTF-8</c> or <c>Big5-HKSCS</c>; null: the format has one encoding only.</param>
/// <param name="Separator">The sign between the cells of a CSV file; null: another format.</param>
/// <param name="Sheets">The names of a workbook's visible sheets; null: another format.</param>
/// <param name="Sheet">The sheet that was read; null: another format.</param>
/// <param name="HeaderRow">
/// The line, or the row of the sheet, from 1, that names the columns; null: GeoJSON.
/// </param>
/// <param name="Grid">Whether places are in the Hong Kong 1980 Grid, and were converted.</param>
public sealed record FileFound(
    string Format,
    string? Encoding = null,
    string? Separator = null,
    IReadOnlyList<string>? Sheets = null,
    string? Sheet = null,
    int? HeaderRow = null,
    bool? Grid = null
);

/// <summary>What a person says of a file, where finding it out is not enough.</summary>
/// <param name="Sheet">The sheet to read; null: the first that has a header.</param>
/// <param name="HeaderRow">The line or row, from 1, that names the columns; null: it is found.</param>
/// <param name="Columns">
/// The file's column to the kind's, or to null: its cells are left out. Columns that are not named here are matched by
/// their names; null: all are.
/// </param>
public sealed record FileChoice(
    string? Sheet = null,
    int? HeaderRow = null,
    IReadOnlyDictionary<string, string?>? Columns = null
)
{
    /// <summary>Cells that were mended in place, by line, then by the file's column; null: none.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>>? Cells { get; init; }
}

/// <summary>The table in a file, its columns not yet matched with those of a kind.</summary>
/// <param name="Names">The header cells; empty: a column without a name.</param>
/// <param name="Rows">The rows below that are not blank.</param>
internal sealed record FileTable(FileFound Found, IReadOnlyList<string> Names, IReadOnlyList<SourceRow> Rows);
