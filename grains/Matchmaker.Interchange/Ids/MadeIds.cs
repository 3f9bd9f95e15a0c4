using System.Security.Cryptography;
using System.Text;
using Matchmaker.Interchange.Columns;
using Matchmaker.Matching.Search;

namespace Matchmaker.Interchange.Ids;

/// <summary>
/// Ids for the rows of a file without any, from what names the record: a space's floor and unit, a firm's number, a
/// name. The same row has the same id in the next file; of rows that are named alike,
/// <see cref="Imports.RowReader"/> tells the later ones apart. Pure.
/// </summary>
internal static class MadeIds
{
    private const int MaxWords = 60;

    /// <summary>The columns of which a kind needs one, if its file has no ids.</summary>
    public static IReadOnlyList<string> SourcesOf(ListingKind kind) =>
        kind.IsSpace ? ["unit"]
        : kind == ListingKind.Firms ? ["registration_number", "name_en", "name_zh_hant", "name_zh_hans"]
        : ["name_en", "name_zh_hant", "name_zh_hans"];

    /// <summary>Empty: the row says nothing that names its record.</summary>
    /// <param name="cellOf">The row's cell in a column; empty: it has none.</param>
    public static string Of(ListingKind kind, Func<string, string> cellOf)
    {
        if (kind.IsSpace)
            return cellOf("unit") is { Length: > 0 } unit ? Words($"{cellOf("floor")} {unit}") : "";
        foreach (var column in SourcesOf(kind))
        {
            var cell = cellOf(column);
            if (column == "registration_number" && cell.Where(char.IsAsciiDigit).Count() >= 8)
                return $"br-{string.Concat(cell.Where(char.IsAsciiDigit).Take(8))}";
            if (column != "registration_number" && cell.Length > 0)
                return Words(cell);
        }

        return "";
    }

    // Words that ids cannot have, such as Chinese ones, are there by their hash.
    private static string Words(string text)
    {
        var folded = Folding.Of(CellText.Read(text));
        var plain = string.Join(
            '-',
            folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsAsciiLetterOrDigit))
        );
        plain = plain.Length > MaxWords ? plain[..MaxWords] : plain;
        if (folded.All(char.IsAscii) && plain.Length is > 0 and < MaxWords)
            return plain;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..10];
        return plain.Length == 0 ? $"x{hash}" : $"{plain}-{hash}";
    }
}
