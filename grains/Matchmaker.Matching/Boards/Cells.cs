using System.Collections.Immutable;
using System.Globalization;

namespace Matchmaker.Matching.Boards;

/// <summary>Reads the cells of an embedded table; an empty cell is null, or an empty list.</summary>
internal static class Cells
{
    public static string? Text(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>The parts between bars.</summary>
    public static ImmutableArray<string> List(string cell) =>
        [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    public static int? Whole(string cell) =>
        Text(cell) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    public static long? Money(string cell) =>
        Text(cell) is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : null;

    public static DateOnly? Day(string cell) =>
        Text(cell) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The columns <c>en</c>, <c>zh_hant</c> and <c>zh_hans</c>, each behind a prefix; null: there is no
    /// English.</summary>
    public static LocalText? Texts(IReadOnlyDictionary<string, string> row, string prefix = "") =>
        Text(row[$"{prefix}en"]) is { } en ? new(en, row[$"{prefix}zh_hant"], row[$"{prefix}zh_hans"]) : null;
}
