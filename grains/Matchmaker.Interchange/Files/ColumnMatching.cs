using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Ids;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Files;

/// <summary>Matches the columns of a file with those of a kind, by name or as a person said.</summary>
internal static class ColumnMatching
{
    /// <exception cref="BadFileException">Columns are unknown, duplicated or missing; it names all.</exception>
    public static ImportFile Match(ListingKind kind, FileTable table, FileChoice choice)
    {
        var errors = new List<FieldError>();
        var columns = new List<Column>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < table.Names.Count; i++)
        {
            var column = Find(kind, table, i, choice, errors);
            if (column != Column.Ignored && !taken.Add(column.Name))
                errors.Add(new(table.Names[i], "duplicateColumn", table.Names[i]));
            columns.Add(column);
        }

        errors.AddRange(
            kind.RequiredColumns.Where(name => !taken.Contains(name) && !(name == Column.Id && MakesIds(kind, taken)))
                .Select(name => new FieldError(name, "missingColumn", name))
        );
        return errors.Count == 0
            ? new(kind, columns, table.Rows) { Found = table.Found }
            : throw new BadFileException(BadFile.Invalid, [.. errors]);
    }

    private static bool MakesIds(ListingKind kind, HashSet<string> taken) =>
        MadeIds.SourcesOf(kind).Any(taken.Contains);

    private static Column Find(ListingKind kind, FileTable table, int index, FileChoice choice, List<FieldError> errors)
    {
        var name = table.Names[index];
        if (choice.Columns?.TryGetValue(name, out var ours) == true)
        {
            if (ours is null)
                return Column.Ignored;
            if (kind.ByName.TryGetValue(ours, out var chosen))
                return ColumnNames.WithUnit(chosen, name);
            errors.Add(new(ours, "unknownColumn", ours));
            return Column.Ignored;
        }

        if (name.Length == 0)
        {
            if (table.Rows.Any(row => row.Cells.Length > index && row.Cells[index].Length > 0))
                errors.Add(new("", "unnamedColumn", Letters(index)));
            return Column.Ignored;
        }

        if (kind.Names.Value.Find(name) is { } found)
            return found;
        if (name == RejectedRows.Reasons)
            return Column.Ignored; // the file of an earlier import's rejected rows
        errors.Add(new(name, "unknownColumn", name));
        return Column.Ignored;
    }

    /// <summary>The letters by which spreadsheets name a column.</summary>
    private static string Letters(int index) =>
        (index >= 26 ? Letters((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
