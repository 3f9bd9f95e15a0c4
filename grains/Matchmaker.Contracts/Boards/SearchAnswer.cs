using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;

namespace Matchmaker.Contracts.Boards;

/// <summary>The interpretation of a text on one board, and its matches.</summary>
/// <param name="Terms">The terms of the text, in order: the same on every board but for their criteria.</param>
/// <param name="Criteria">The criteria that the text expresses.</param>
/// <param name="Excluded">Criteria of which a match meets none: what the text denies and no op can ask for.</param>
/// <param name="Count">How many are found, of those that the caller may see; 0 where the text says nothing.</param>
/// <param name="Matches">First those in <paramref name="Named"/>, in its order.</param>
/// <param name="Named">The ids of the matches whose name the whole text is, or their building's.</param>
/// <param name="LeftOut">
/// What some match lacks, where nothing has everything: the matches are then those that have the most. Else empty.
/// </param>
[GenerateSerializer, Immutable]
public sealed record SearchAnswer(
    ImmutableArray<TermReading> Terms,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<Criterion> Excluded,
    int Count,
    ImmutableArray<Match> Matches,
    ImmutableArray<string> Named,
    ImmutableArray<LeftOutTerm> LeftOut
);

/// <summary>How one board reads a term of a text.</summary>
/// <param name="Text">The words of the term, in half width and lower case.</param>
/// <param name="From">Where the words stand in the text as typed.</param>
/// <param name="Denied">Whether the text denies the term.</param>
/// <param name="Criterion">
/// What the term asks of the board; null: nothing, or that the words occur in a name or an address.
/// </param>
/// <param name="Excludes">Whether a match must not meet <paramref name="Criterion"/>.</param>
/// <param name="Searched">Whether its words are searched in names and addresses.</param>
[GenerateSerializer, Immutable]
public sealed record TermReading(
    string Text,
    ImmutableArray<TextRange> From,
    bool Denied,
    Criterion? Criterion,
    bool Excludes,
    bool Searched
);

/// <summary>A term that some of the matches lack.</summary>
/// <param name="Term">The term's index in the text, from 0.</param>
/// <param name="Text">Its words.</param>
/// <param name="Matches">The ids of the matches without it.</param>
[GenerateSerializer, Immutable]
public sealed record LeftOutTerm(int Term, string Text, ImmutableArray<string> Matches);
