using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Matchmaker.Interchange.Workbooks;

/// <summary>What all workbooks that go out share: parts that every common reader opens, and styles.</summary>
internal static class WorkbookStyles
{
    public const int MaxRow = 1_048_576;

    // Some readers need each cell's address, and cut blanks that nothing protects.
    public static SpreadCheetahOptions Options { get; } =
        new() { WriteCellReferenceAttributes = true, PreserveStringWhitespace = true };

    public static Style Header { get; } = new() { Font = { Bold = true } };

    public static Style Day { get; } = new() { Format = NumberFormat.Custom("yyyy-mm-dd") };

    /// <summary>Cells that a spreadsheet must not turn to numbers or days, such as the unit 5-1.</summary>
    public static Style Text { get; } = new() { Format = NumberFormat.Standard(StandardNumberFormat.Text) };

    /// <summary>A sheet whose top rows stay and whose last one filters.</summary>
    public static WorksheetOptions Sheet(int headerRows, int columns) =>
        new()
        {
            FrozenRows = headerRows,
            AutoFilter = new($"A{headerRows}:{Letters(Math.Max(0, columns - 1))}{MaxRow}"),
        };

    /// <summary>The width for a text, of which Han characters take two places.</summary>
    public static double Width(string text) => text.Sum(sign => sign > 0x2E80 ? 2.1 : 1.1) + 2;

    /// <summary>The letters by which spreadsheets name a column.</summary>
    /// <param name="index">From 0.</param>
    public static string Letters(int index) =>
        (index >= 26 ? Letters((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
