using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;

namespace Matchmaker.Matching.Briefs;

/// <summary>
/// What a sentence asks of each board. Each word that is written is in a criterion, a question or what is ignored.
/// Positions are pairs of UTF-16 indexes in the text as written: the first character, and the one after the last.
/// </summary>
/// <param name="Boards">The boards of which it asks something, in their order.</param>
/// <param name="Questions">What could not be taken without guessing, in the text's order.</param>
/// <param name="Ignored">Words that ask for nothing, in the text's order.</param>
[GenerateSerializer, Immutable]
public sealed record BriefReading(
    ImmutableArray<BoardReading> Boards,
    ImmutableArray<BriefQuestion> Questions,
    ImmutableArray<IgnoredWords> Ignored
);

/// <summary>What a sentence asks of one board; what fits several boards is on each.</summary>
[GenerateSerializer, Immutable]
public sealed record BoardReading(string Board, ImmutableArray<CriterionRead> Criteria);

/// <summary>A criterion with the words that it comes from.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record CriterionRead : Criterion
{
    public CriterionRead() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public CriterionRead(Criterion criterion, ImmutableArray<TextRange> words)
        : base(criterion)
    {
        From = [words.Min(part => part.Start), words.Max(part => part.End)];
        Parts = words.Length > 1 ? [.. words.Select(part => ImmutableArray.Create(part.Start, part.End))] : null;
    }

    /// <summary>From the first of its words to the last.</summary>
    public ImmutableArray<int> From { get; init; }

    /// <summary>Its words, where others stand between them; null: they stand together.</summary>
    public ImmutableArray<ImmutableArray<int>>? Parts { get; init; }

    /// <summary>For takes: from the first to the last of each machine's words; null: of another op.</summary>
    public ImmutableArray<ImmutableArray<int>>? Each { get; init; }
}

/// <summary>Words that were read but not taken.</summary>
/// <param name="Words">As written.</param>
/// <param name="Choices">What they may mean; null: nothing that is known here.</param>
[GenerateSerializer, Immutable]
public sealed record BriefQuestion(string Words, ImmutableArray<int> From, ImmutableArray<BriefChoice>? Choices);

/// <param name="Label">The words as they would say it.</param>
/// <param name="Board">The board of the criterion.</param>
[GenerateSerializer, Immutable]
public sealed record BriefChoice(LocalText Label, string Board, Criterion Criterion);

/// <param name="Words">As written.</param>
[GenerateSerializer, Immutable]
public sealed record IgnoredWords(string Words, ImmutableArray<int> From);
