using ExcelDataReader;

namespace Matchmaker.Interchange.Workbooks;

/// <summary>
/// Cells merged downwards: the value that is written in the first row holds for all of them, such as one
/// building's name beside its floors.
/// </summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, Queue<(int From, int To)>> _byColumn;
    private readonly Dictionary<int, (int To, string Cell)> _current = [];

    public MergedCells(CellRange[]? ranges) =>
        _byColumn = (ranges ?? [])
            .Where(range => range.ToRow > range.FromRow)
            .GroupBy(range => range.FromColumn)
            .ToDictionary(
                column => column.Key,
                column => new Queue<(int, int)>(
                    column.OrderBy(range => range.FromRow).Select(range => (range.FromRow, range.ToRow))
                )
            );

    /// <summary>Fills the cells of a row that is not blank; rows come in their order.</summary>
    /// <param name="row">The row's number, from 0.</param>
    public void Fill(int row, string[] cells)
    {
        foreach (var (column, ranges) in _byColumn)
        {
            if (column >= cells.Length)
                continue;
            while (ranges.TryPeek(out var next) && next.From <= row)
            {
                ranges.Dequeue();
                if (next.From == row)
                    _current[column] = (next.To, cells[column]);
            }

            if (cells[column].Length == 0 && _current.TryGetValue(column, out var merged) && row <= merged.To)
                cells[column] = merged.Cell;
        }
    }
}
