using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Imports;

/// <summary>
/// A file's rows, read whole before anything is changed, because a file that turns out malformed on its last line must change nothing.
/// Cells stay texts here, repeated ones kept once: values are made row by row when they are needed.
/// </summary>
/// <param name="Columns">The file's columns, in its order; each row has a cell for each.</param>
internal sealed record ImportFile(ListingKind Kind, IReadOnlyList<Column> Columns, IReadOnlyList<SourceRow> Rows)
{
    public const int LargestBytes = 64 * 1024 * 1024;

    /// <summary>The columns by these names.</summary>
    /// <exception cref="BadFileException">One is unknown, stands twice, or lacks.</exception>
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
/// <param name="Cells">Beside the file's columns; empty: nothing is said. A row with more or fewer cells than columns keeps its own number.</param>
internal readonly record struct SourceRow(int Line, string[] Cells);
