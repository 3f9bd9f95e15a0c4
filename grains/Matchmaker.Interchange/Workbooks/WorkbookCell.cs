using System.Globalization;
using ExcelDataReader;

namespace Matchmaker.Interchange.Workbooks;

/// <summary>The text of a cell, as the same cell of a CSV file would have it.</summary>
internal static class WorkbookCell
{
    public static string Read(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => "",
            string text => text.Trim(),
            bool yes => yes ? "yes" : "no",
            DateTime day => day.TimeOfDay == TimeSpan.Zero
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : day.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double number => Number(number, reader.GetNumberFormatString(column)),
            int number => Number(number, reader.GetNumberFormatString(column)),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };

    private static string Number(double number, string? format) =>
        format?.Contains('%', StringComparison.Ordinal) == true
            ? Plain(Math.Round(number * 100, 10)) + "%"
            : Plain(number);

    // Cells are never in exponents: no column reads them.
    private static string Plain(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < 1e15
            ? number.ToString("0.###############", CultureInfo.InvariantCulture)
            : text;
    }
}
