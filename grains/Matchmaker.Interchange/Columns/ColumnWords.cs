using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Columns;

/// <summary>The labels of columns that are no attributes, and what else people call a column: columns.csv.</summary>
internal static class ColumnWords
{
    private static readonly FrozenDictionary<string, (LocalText? Label, ImmutableArray<string> Words)> ByColumn =
        Csv.Embedded(typeof(ColumnWords).Assembly, "Columns.columns.csv")
            .ToFrozenDictionary(row => row["column"], Read, StringComparer.Ordinal);

    /// <summary>The words of every column.</summary>
    public static IEnumerable<ImmutableArray<string>> All =>
        ByColumn.Values.Select(row => row.Words.AddRange(row.Label?.All ?? []));

    /// <summary>Null: the column is an attribute's, which has its own label.</summary>
    public static LocalText? LabelOf(string column) => ByColumn.GetValueOrDefault(column).Label;

    /// <summary>What people write instead of the label.</summary>
    public static ImmutableArray<string> Of(string column) =>
        ByColumn.TryGetValue(column, out var row) ? row.Words : [];

    private static (LocalText? Label, ImmutableArray<string> Words) Read(IReadOnlyDictionary<string, string> row) =>
        (
            row["en"].Length == 0 ? null : new(row["en"], row["zh_hant"], row["zh_hans"]),
            [.. row["words"].Split('|', StringSplitOptions.RemoveEmptyEntries)]
        );
}
