using System.Globalization;
using System.Text.RegularExpressions;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// Cells as text. Spreadsheets run a text that begins with = + - or @ as a formula, also in full width and after
/// blanks, and <c>unknown</c> deletes a value. Such texts are written with an apostrophe in front, and reading removes
/// it, so any text survives a round trip. A workbook's cells have types, so that its texts need no apostrophe.
/// </summary>
internal static partial class CellText
{
    public static string Write(object? cell) =>
        cell switch
        {
            null => "",
            string text => Guarded(text),
            bool yes => yes ? "yes" : "no",
            decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A {cell.GetType().Name} has no place in a cell.", nameof(cell)),
        };

    public static string Read(string cell) => cell.StartsWith('\'') && Dangerous().IsMatch(cell) ? cell[1..] : cell;

    /// <summary>Whether reading takes a cell with this text for something else than the text.</summary>
    public static bool IsSpecial(string text) =>
        Read(text) != text || text.Equals(Column.Unknown, StringComparison.OrdinalIgnoreCase);

    private static string Guarded(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    // A text may itself begin with apostrophes; the pattern includes them, so that reading removes exactly what writing
    // added. East Asian editions of spreadsheets take the full-width and small forms of the signs too.
    [GeneratedRegex(
        @"^'*(?:\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n]|unknown\z)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Dangerous();
}
