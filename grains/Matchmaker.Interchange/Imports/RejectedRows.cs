using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Imports;

/// <summary>
/// Writes the rejected rows of a file as CSV, as they were written, with the reasons in a last column. Mended, the file
/// can be imported as it is.
/// </summary>
public static class RejectedRows
{
    /// <summary>The last column; an import leaves it out.</summary>
    public const string Reasons = "reasons";

    public static async Task Write(
        ListingKind kind,
        FileFormat format,
        Stream body,
        FileChoice choice,
        IEnumerable<RejectedCell> rejected,
        Stream target,
        CancellationToken cancellation = default
    )
    {
        var reasons = rejected.ToLookup(cell => cell.Line);
        var table = await FileTables.ReadTable(kind, format, body, choice, cancellation);
        await using var csv = CsvText.To(target);
        foreach (var name in table.Names.Append(Reasons))
            csv.WriteField(name);
        await csv.NextRecordAsync();
        foreach (var row in table.Rows.Where(row => reasons.Contains(row.Line)))
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < table.Names.Count; i++)
                csv.WriteField(i < row.Cells.Length ? Guarded(row.Cells[i]) : "");
            csv.WriteField(string.Join(' ', reasons[row.Line].Select(Reason)));
            await csv.NextRecordAsync();
        }
    }

    private static string Reason(RejectedCell cell) =>
        cell.Column.Length == 0 ? cell.Message : $"{cell.Column}: {cell.Message}";

    // What was written with an apostrophe, or says unknown, stays as it is; a formula gets one.
    private static string Guarded(string cell) => CellText.IsSpecial(cell) ? cell : CellText.Write(cell);
}
