using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Search;

/// <summary>
/// The words of words.csv: trade words of closed lists and attributes, and stop words.
/// </summary>
internal static class SearchWords
{
    private static readonly ILookup<string, (string Code, ImmutableArray<string> Words)> Rows = Csv.Embedded(
            "Search.words.csv"
        )
        .ToLookup(row => row["kind"], row => (row["code"], row["words"].Split('|').ToImmutableArray()));

    /// <summary>The rows of one kind, such as <c>flag</c>, in the file's order.</summary>
    public static IEnumerable<(string Code, ImmutableArray<string> Words)> Of(string kind) => Rows[kind];
}
