using System.Globalization;
using System.Text.RegularExpressions;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// Cells as text. A spreadsheet runs a text that begins with = + - or @ as a formula, and <c>unknown</c> takes a value away, so such a
/// text is written with an apostrophe before it, which reading takes off again: any text comes back as it was.
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

    private static string Guarded(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    // Because a text may itself begin with apostrophes, these count as part of the beginning: what is put before is what is taken off.
    [GeneratedRegex(@"^'*(?:[=+\-@\t\r\n]|unknown\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
