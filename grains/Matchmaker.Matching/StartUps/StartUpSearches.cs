using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.StartUps;

/// <summary>What a start-up looks for on a board.</summary>
/// <param name="Criteria">Those for <paramref name="Codes"/> come first, in their order.</param>
/// <param name="Codes">Codes of which a match has at least one; empty: it need have none.</param>
/// <param name="Asks">
/// The answer without which nothing can be looked for, by its JSON name; null: it is given.
/// </param>
public sealed record StartUpSearch(
    Board Board,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<string> Codes,
    string? Asks
);

/// <summary>Turns answers into questions to the boards. Pure.</summary>
public static class StartUpSearches
{
    /// <summary>As large as a space for a start-up may be, in m²: our assumption.</summary>
    public const int MostArea = 200;

    /// <summary>What is asked of a board by a start-up's answers.</summary>
    public static StartUpSearch On(Board board, StartUpAnswers answers)
    {
        if (board == BoardTable.Sites)
            return new(board, Space(answers), [], null);
        if (board == BoardTable.Research)
            return Claiming(board, "fields", "fields", FieldsOf(answers), "contractResearch");
        if (board == BoardTable.Partners)
            return Claiming(board, "capabilities", "seeks", CodesOf(answers.Seeks), "prototypes");
        return Claiming(board, "needs", "offers", CodesOf(answers.Offers), null);
    }

    private static ImmutableArray<string> CodesOf(ImmutableArray<string>? codes) =>
        codes is { IsDefault: false } given ? given : [];

    // Who names no field is helped by the centres of its industry.
    private static ImmutableArray<string> FieldsOf(StartUpAnswers answers) =>
        answers.Fields is { IsDefaultOrEmpty: false } fields ? fields
        : answers.Industry is { } industry and not "other" ? [$"strategic/{industry}"]
        : [];

    private static StartUpSearch Claiming(
        Board board,
        string attribute,
        string answer,
        ImmutableArray<string> codes,
        string? flag
    )
    {
        if (codes.IsEmpty)
            return new(board, [], [], answer);
        // A single code must be there; of several, each that is there counts.
        var strength = codes.Length == 1 ? Strength.Must : Strength.Prefer;
        ImmutableArray<Criterion> criteria =
        [
            .. codes.Select(code => new Criterion
            {
                Attribute = attribute,
                Op = Op.Covers,
                Strength = strength,
                Value = new CodeValue(code),
            }),
        ];
        return new(board, flag is null ? criteria : criteria.Add(Wished(flag)), codes, null);
    }

    // Whoever grows makes things; everybody else researches and tries.
    private static ImmutableArray<Criterion> Space(StartUpAnswers answers)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        criteria.Add(
            new()
            {
                Attribute = "uses",
                Op = Op.Allows,
                Value = new CodeValue(answers.Stage is StartUpStage.Growth ? "production" : "researchAndDevelopment"),
            }
        );
        criteria.Add(
            new()
            {
                Attribute = "area",
                Op = Op.AtMost,
                Limit = new NumberValue(MostArea),
            }
        );
        if (answers.Industry is { } industry)
            criteria.Add(
                new()
                {
                    Attribute = "admission",
                    Op = Op.Allows,
                    Strength = Strength.Prefer,
                    Value = new CodeValue(industry),
                }
            );
        if (answers.Industry is "lifeAndHealth")
            criteria.Add(
                new()
                {
                    Attribute = "kind",
                    Op = Op.AnyOf,
                    Strength = Strength.Prefer,
                    Values = ["laboratory"],
                }
            );
        return criteria.ToImmutable();
    }

    private static Criterion Wished(string flag) =>
        new()
        {
            Attribute = flag,
            Op = Op.Is,
            Strength = Strength.Prefer,
            Value = new FlagValue(true),
        };
}
