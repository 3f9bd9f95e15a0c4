using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Briefs;

/// <summary>
/// Reads a sentence as the search box does, and the machines that it names; says of each word what became of it.
/// </summary>
public static class BriefReader
{
    /// <summary>The maximum length of a text, in UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    /// <param name="text">Of at most <see cref="MaxLength"/> units; any script.</param>
    /// <param name="today">The day that words such as "immediately" mean.</param>
    public static BriefReading Read(Lexicon lexicon, string text, DateOnly today)
    {
        var parsed = Asked(ParsedSearch.Parse(lexicon, text, MaxLength, withMachines: true));
        var boards = BoardTable
            .All.Select(board => new BoardReading(board.Code, Criteria(board, parsed, today)))
            .Where(board => !board.Criteria.IsEmpty)
            .ToImmutableArray();
        var taken = boards.SelectMany(board => board.Criteria).SelectMany(Ranges).ToHashSet();
        var choices = new BriefChoices(lexicon, text, today, AreaOf(boards));
        var questions = BriefQuestions.Of(text, parsed, taken, choices);
        return new(
            boards,
            questions,
            WrittenWords.Outside(text, taken.Concat(questions.Select(question => Range(question.From))))
        );
    }

    /// <summary>A text as a search box means it: a number in no sure unit is not taken.</summary>
    public static ParsedSearch Parse(Lexicon lexicon, string text) => Asked(ParsedSearch.Parse(lexicon, text));

    private static ParsedSearch Asked(ParsedSearch parsed) =>
        parsed with
        {
            Terms = [.. parsed.Terms.Select(BareUnits.Asked)],
        };

    private static ImmutableArray<CriterionRead> Criteria(Board board, ParsedSearch parsed, DateOnly today)
    {
        var question = parsed.For(board, today);
        return
        [
            .. question.Criteria.Select(
                (criterion, part) =>
                    new CriterionRead(
                        criterion,
                        [
                            .. question
                                .Terms[part]
                                .SelectMany(term => parsed.Terms[term].From)
                                .OrderBy(words => words.Start),
                        ]
                    )
                    {
                        Each = criterion.Op is Op.Takes ? [.. question.Terms[part].Select(Whole)] : null,
                    }
            ),
        ];

        ImmutableArray<int> Whole(int term) =>
            [parsed.Terms[term].From.Min(words => words.Start), parsed.Terms[term].From.Max(words => words.End)];
    }

    private static decimal? AreaOf(ImmutableArray<BoardReading> boards) =>
        boards
            .SelectMany(board => board.Criteria)
            .Where(criterion => criterion is { Attribute: "area", Strength: Strength.Must })
            .Select(criterion => criterion.Limit ?? criterion.Max)
            .ToList()
            is [NumberValue size]
            ? size.Number
            : null;

    private static IEnumerable<TextRange> Ranges(CriterionRead criterion) =>
        criterion.Parts is { } parts ? parts.Select(Range) : [Range(criterion.From)];

    private static TextRange Range(ImmutableArray<int> from) => new(from[0], from[1]);
}
