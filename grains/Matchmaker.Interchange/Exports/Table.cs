using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Matchmaker.Interchange.Columns;
using MiniExcelLibs;

namespace Matchmaker.Interchange.Exports;

/// <summary>A table as a file for spreadsheets; texts that begin like formulas are escaped.</summary>
/// <param name="Columns">The header cells.</param>
/// <param name="Rows">The rows, cells in the order of the columns: text, number, bool or null.</param>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public async Task WriteCsv(Stream target, CancellationToken cancellation = default)
    {
        // Without a byte order mark, spreadsheets read Chinese in the wrong encoding.
        await using var text = new StreamWriter(
            target,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            leaveOpen: true
        );
        await using var csv = new CsvWriter(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" },
            leaveOpen: true
        );
        foreach (var cells in Rows.Prepend([.. Columns]))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in cells)
                csv.WriteField(CellText.Write(cell));
            await csv.NextRecordAsync();
        }
    }

    public Task WriteXlsx(Stream target, CancellationToken cancellation = default) =>
        target.SaveAsAsync(
            Rows.Select(cells =>
                (IDictionary<string, object?>)Columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second)
            ),
            sheetName: Name,
            cancellationToken: cancellation
        );
}
