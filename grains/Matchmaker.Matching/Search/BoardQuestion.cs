using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Matching.Search;

/// <summary>
/// A search text compiled for one board, in an order independent of the text's word order and language.
/// </summary>
/// <param name="Criteria">The criteria, all musts, as <see cref="DemandRules"/> normalised them.</param>
/// <param name="Words">
/// Each element is a set of alternative phrases, one of which must occur in a record's names or addresses; a phrase is
/// a list of tokens (<see cref="Tokens"/>), all of which must occur.
/// </param>
public sealed record BoardQuestion(
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<ImmutableArray<ImmutableArray<string>>> Words
)
{
    /// <summary>The empty question, which every record satisfies.</summary>
    public static BoardQuestion Nothing { get; } = new([], []);

    public bool Equals(BoardQuestion? other) =>
        other is not null && Criteria.SequenceEqual(other.Criteria) && Same(Words, other.Words);

    public override int GetHashCode() => HashCode.Combine(Criteria.Length, Words.Length);

    /// <summary>Phrases in canonical order, without duplicates and empty ones.</summary>
    internal static ImmutableArray<ImmutableArray<string>> InOrder(IEnumerable<ImmutableArray<string>> phrases) =>
        [.. phrases.Where(phrase => !phrase.IsEmpty).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];

    /// <summary>Sets of phrases in canonical order, without duplicates and empty ones.</summary>
    internal static ImmutableArray<ImmutableArray<ImmutableArray<string>>> InOrder(
        IEnumerable<ImmutableArray<ImmutableArray<string>>> words
    ) => [.. words.Where(word => !word.IsEmpty).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];

    private static string Key(ImmutableArray<string> phrase) => string.Join(' ', phrase);

    private static string Key(ImmutableArray<ImmutableArray<string>> phrases) => string.Join('|', phrases.Select(Key));

    private static bool Same(
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> left,
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> right
    ) => left.Length == right.Length && left.Zip(right).All(pair => Key(pair.First) == Key(pair.Second));
}
