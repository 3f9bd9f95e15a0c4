using System.Collections.Frozen;
using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Files;

/// <summary>
/// The rows of a file. The whole file is read first: a file malformed on its last line must change nothing. Cells stay
/// strings, shared when equal, and are converted row by row.
/// </summary>
/// <param name="Columns">The file's columns, in its order; each row has one cell per column.</param>
internal sealed record ImportFile(ListingKind Kind, IReadOnlyList<Column> Columns, IReadOnlyList<SourceRow> Rows)
{
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How the file was read.</summary>
    public required FileFound Found { get; init; }

    /// <summary>
    /// The ids of rows that are named as an earlier row is, by line; each other row's id is made of its name alone.
    /// </summary>
    public IReadOnlyDictionary<int, string> OtherIds { get; init; } = FrozenDictionary<int, string>.Empty;
}

/// <param name="Line">The line of the file, or the row of the sheet, on which the row begins, from 1.</param>
/// <param name="Cells">
/// The cells in the order of the columns; empty: not stated. A row with more or fewer cells than columns keeps its own
/// number.
/// </param>
internal readonly record struct SourceRow(int Line, string[] Cells);
