namespace Matchmaker.Interchange.Files;

/// <summary>Finds the row that names the columns, below titles and notes.</summary>
internal static class HeaderRow
{
    /// <summary>The number of rows in which a header is looked for.</summary>
    public const int Searched = 20;

    private const int Least = 2;

    /// <summary>
    /// The first row that names two known columns; else the first row that is not blank. Where the row below it is a
    /// header too, such as codes under labels, the lower one counts.
    /// </summary>
    /// <returns>The row's index, -1: all are blank; and the number of known columns that it names.</returns>
    public static (int Index, int Known) Find(IReadOnlyList<string[]> rows, IReadOnlyList<ListingKind> kinds)
    {
        var first = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            var known = Known(rows[i], kinds);
            if (known >= Least)
            {
                while (i + 1 < rows.Count && Known(rows[i + 1], kinds) is var next && next >= Least)
                {
                    if (next < rows[i + 1].Count(cell => cell.Length > 0))
                        break;
                    (i, known) = (i + 1, next);
                }

                return (i, known);
            }

            if (first < 0 && rows[i].Any(cell => cell.Length > 0))
                first = i;
        }

        return (first, first < 0 ? 0 : Known(rows[first], kinds));
    }

    /// <summary>The number of the row's cells that name a column, for the kind that knows most.</summary>
    public static int Known(string[] row, IReadOnlyList<ListingKind> kinds) =>
        kinds.Max(kind =>
            row.Where(cell => cell.Length is > 0 and <= 100)
                .Select(cell => kind.Names.Value.Find(cell)?.Name)
                .OfType<string>()
                .Distinct()
                .Count()
        );

    /// <summary>A header cell on one line: spreadsheets break long names.</summary>
    public static string Name(string cell) =>
        string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
