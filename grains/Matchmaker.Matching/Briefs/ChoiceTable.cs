using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Briefs;

/// <summary>
/// What people mean by the name of an attribute alone and by vague words: choices.csv. Each text reads as its
/// criterion, the same in every language.
/// </summary>
internal static class ChoiceTable
{
    /// <summary>By the code of an attribute or of vague words.</summary>
    public static FrozenDictionary<string, ImmutableArray<LocalText>> All { get; } =
        Csv.Embedded("Briefs.choices.csv")
            .GroupBy(row => row["of"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]))
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Empty: nothing that is often meant.</summary>
    public static ImmutableArray<LocalText> Of(string code) => All.GetValueOrDefault(code, []);
}
