using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Workbooks;
using SpreadCheetah;

namespace Matchmaker.Interchange.Exports;

/// <summary>A table as a file for spreadsheets; texts that begin like formulas are escaped.</summary>
/// <param name="Columns">The header cells.</param>
/// <param name="Rows">The rows, cells in the order of the columns: text, number, bool or null.</param>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public async Task WriteCsv(Stream target, CancellationToken cancellation = default)
    {
        await using var csv = CsvText.To(target);
        foreach (var cells in Rows.Prepend([.. Columns]))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in cells)
                csv.WriteField(CellText.Write(cell));
            await csv.NextRecordAsync();
        }
    }

    /// <summary>A workbook of one sheet, whose first row names the columns and filters.</summary>
    public Task WriteXlsx(Stream target, CancellationToken cancellation = default) =>
        WriteXlsx([this], target, cancellation);

    /// <summary>A workbook with a sheet for each table, in their order, named as they are.</summary>
    public static async Task WriteXlsx(
        IReadOnlyList<Table> tables,
        Stream target,
        CancellationToken cancellation = default
    )
    {
        await using var book = await Spreadsheet.CreateNewAsync(target, WorkbookStyles.Options, cancellation);
        var header = book.AddStyle(WorkbookStyles.Header);
        foreach (var (name, columns, rows) in tables)
        {
            var sheet = WorkbookStyles.Sheet(1, columns.Count);
            for (var i = 0; i < columns.Count; i++)
                sheet.Column(i + 1).Width = Math.Clamp(WorkbookStyles.Width(columns[i]), 14, 40);
            await book.StartWorksheetAsync(name, sheet, cancellation);
            await book.AddRowAsync(columns.Select(column => new Cell(column, header)).ToArray(), cancellation);
            foreach (var cells in rows)
                await book.AddRowAsync(cells.Select(Of).ToArray(), cancellation);
        }

        await book.FinishAsync(cancellation);
    }

    private static Cell Of(object? cell) =>
        cell switch
        {
            decimal number => new(number),
            int number => new(number),
            long number => new(number),
            double number => new(number),
            bool yes => new(yes),
            _ => new(cell?.ToString()),
        };
}
