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

    /// <summary>The columns with these names.</summary>
    /// <exception cref="BadFileException">A column is unknown, duplicated or missing.</exception>
    public static IReadOnlyList<Column> ColumnsOf(ListingKind kind, IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!kind.ByName.ContainsKey(name))
                throw BadFileException.Invalid(name, "unknownColumn", name);
            if (!seen.Add(name))
                throw BadFileException.Invalid(name, "duplicateColumn", name);
        }

        foreach (var name in kind.RequiredColumns)
        {
            if (!seen.Contains(name))
                throw BadFileException.Invalid(name, "missingColumn", name);
        }

        return [.. names.Select(name => kind.ByName[name])];
    }
}

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Cells">
/// The cells in the order of the columns; empty: not stated. A row with more or fewer cells than columns keeps its own
/// number.
/// </param>
internal readonly record struct SourceRow(int Line, string[] Cells);
