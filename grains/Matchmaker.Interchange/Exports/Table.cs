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
    public async Task WriteXlsx(Stream target, CancellationToken cancellation = default)
    {
        await using var book = await Spreadsheet.CreateNewAsync(target, WorkbookStyles.Options, cancellation);
        var header = book.AddStyle(WorkbookStyles.Header);
        var sheet = WorkbookStyles.Sheet(1, Columns.Count);
        for (var i = 0; i < Columns.Count; i++)
            sheet.Column(i + 1).Width = Math.Clamp(WorkbookStyles.Width(Columns[i]), 14, 40);
        await book.StartWorksheetAsync(Name, sheet, cancellation);
        await book.AddRowAsync(Columns.Select(name => new Cell(name, header)).ToArray(), cancellation);
        foreach (var cells in Rows)
            await book.AddRowAsync(cells.Select(Of).ToArray(), cancellation);
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
