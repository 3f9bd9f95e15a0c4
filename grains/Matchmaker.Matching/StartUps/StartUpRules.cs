using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.StartUps;

/// <summary>The validation of a start-up's answers.</summary>
public static class StartUpRules
{
    /// <summary>The most codes of one answer.</summary>
    public const int MaxCodes = 10;

    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    private static readonly ImmutableArray<string> Industries =
    [
        .. BoardTable.Opportunities.Find("industry")!.Values.Select(entry => entry.Code),
    ];

    /// <summary>
    /// The answers with codes, which may be written by name, or every error at its path, such as
    /// <c>answers.fields[1]</c>.
    /// </summary>
    /// <param name="taxonomies">As they stand.</param>
    public static Validated<StartUpAnswers> Read(StartUpAnswers answers, TaxonomySet taxonomies)
    {
        var errors = new FieldErrors();
        if (answers.Industry is { } industry && !Industries.Contains(industry))
            errors.Add("answers.industry", "notACode", string.Join(", ", Industries));
        if (answers.Founded < FirstDay || answers.Founded > LastDay)
            errors.Add("answers.founded", "outOfRange", $"{FirstDay:yyyy-MM-dd}", $"{LastDay:yyyy-MM-dd}", "");
        errors.CheckRepeats("answers.needs", [.. (answers.Needs ?? []).Select(need => $"{need}".ToLowerInvariant())]);
        return errors.ToResult(
            answers with
            {
                Fields = Codes("answers.fields", answers.Fields, BoardTable.Research, "fields"),
                Offers = Codes("answers.offers", answers.Offers, BoardTable.Opportunities, "needs"),
                Seeks = Codes("answers.seeks", answers.Seeks, BoardTable.Partners, "capabilities"),
            }
        );

        ImmutableArray<string>? Codes(string path, ImmutableArray<string>? written, Board board, string attribute)
        {
            if (written is not { IsDefault: false } texts)
                return null;
            if (texts.Length > MaxCodes)
                errors.Add(path, "tooMany", $"{MaxCodes}");
            var names = CodeNames.OfTerms(taxonomies, board.Code, attribute);
            ImmutableArray<string> codes =
            [
                .. texts.Take(MaxCodes).Select((text, i) => CodeReader.One(names, text, $"{path}[{i}]", errors)),
            ];
            errors.CheckRepeats(path, codes);
            return codes;
        }
    }
}
