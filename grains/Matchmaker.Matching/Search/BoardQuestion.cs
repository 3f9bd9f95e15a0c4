using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Matching.Search;

/// <summary>
/// A search text compiled for one board, in an order independent of the text's word order and language.
/// </summary>
/// <param name="Criteria">The criteria, wishes not being musts, as <see cref="DemandRules"/> normalised them.</param>
/// <param name="Words">
/// Each element is a set of alternative phrases, one of which must occur in a record's names or addresses; a phrase is
/// a list of tokens (<see cref="Tokens"/>), all of which must occur.
/// </param>
public sealed record BoardQuestion(
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<ImmutableArray<ImmutableArray<string>>> Words
)
{
    /// <summary>Criteria of which a record must meet none: what the text denies and no op can ask for.</summary>
    public ImmutableArray<Criterion> Excluded { get; init; } = [];

    /// <summary>
    /// What each part of the question comes from: one element for each of <see cref="Criteria"/>, then for each of
    /// <see cref="Excluded"/>, then for each of <see cref="Words"/>. Two questions are equal whatever they come from.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Terms { get; init; } = [];

    /// <summary>The part of the question that a term gave; null: it gave none.</summary>
    public int? PartOf(int term)
    {
        for (var part = 0; part < Terms.Length; part++)
        {
            if (Terms[part].Contains(term))
                return part;
        }

        return null;
    }

    /// <summary>Whether the text asks nothing of the board.</summary>
    public bool IsEmpty => Criteria.IsEmpty && Excluded.IsEmpty && Words.IsEmpty;

    /// <summary>The empty question, which every record satisfies.</summary>
    public static BoardQuestion Nothing { get; } = new([], []);

    public bool Equals(BoardQuestion? other) =>
        other is not null
        && Criteria.SequenceEqual(other.Criteria)
        && Excluded.SequenceEqual(other.Excluded)
        && Same(Words, other.Words);

    public override int GetHashCode() => HashCode.Combine(Criteria.Length, Words.Length);

    /// <summary>Phrases in canonical order, without duplicates and empty ones.</summary>
    internal static ImmutableArray<ImmutableArray<string>> InOrder(IEnumerable<ImmutableArray<string>> phrases) =>
        [.. phrases.Where(phrase => !phrase.IsEmpty).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];

    private static string Key(ImmutableArray<string> phrase) => string.Join(' ', phrase);

    /// <summary>Equal for equal sets of phrases in canonical order.</summary>
    internal static string Key(ImmutableArray<ImmutableArray<string>> phrases) => string.Join('|', phrases.Select(Key));

    private static bool Same(
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> left,
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> right
    ) => left.Length == right.Length && left.Zip(right).All(pair => Key(pair.First) == Key(pair.Second));
}
