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

    /// <summary>Every error at its path, such as <c>answers.fields[1]</c>. Never throws.</summary>
    /// <param name="taxonomies">As they stand.</param>
    public static ImmutableArray<FieldError> Check(StartUpAnswers answers, TaxonomySet taxonomies)
    {
        var errors = new FieldErrors();
        if (answers.Industry is { } industry && !Industries.Contains(industry))
            errors.Add("answers.industry", "notACode", string.Join(", ", Industries));
        if (answers.Founded < FirstDay || answers.Founded > LastDay)
            errors.Add("answers.founded", "outOfRange", $"{FirstDay:yyyy-MM-dd}", $"{LastDay:yyyy-MM-dd}", "");
        Codes("fields", answers.Fields, BoardTable.Research, "fields");
        Codes("offers", answers.Offers, BoardTable.Opportunities, "needs");
        Codes("seeks", answers.Seeks, BoardTable.Partners, "capabilities");
        foreach (var (i, need) in (answers.Needs ?? []).Index())
            if (answers.Needs!.Value.IndexOf(need) < i)
                errors.Add($"answers.needs[{i}]", "repeated", $"{need}".ToLowerInvariant());
        return errors.ToResult(0).Errors;

        void Codes(string name, ImmutableArray<string>? codes, Board board, string attribute)
        {
            if (codes?.Length > MaxCodes)
                errors.Add($"answers.{name}", "tooMany", $"{MaxCodes}");
            foreach (var (i, code) in (codes ?? []).Take(MaxCodes).Index())
            {
                if (!CodeReader.Knows(taxonomies, board, attribute, code))
                    errors.Add($"answers.{name}[{i}]", "unknownCode", code, "–");
                if (codes!.Value.IndexOf(code) < i)
                    errors.Add($"answers.{name}[{i}]", "repeated", code);
            }
        }
    }
}
