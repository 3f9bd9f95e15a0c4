using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search;

/// <summary>Compiles the terms of a search into a question to one board.</summary>
internal sealed class QueryCompiler(Lexicon lexicon, Board board)
{
    // The attributes of which less is better: a cheaper rent, an earlier delivery, a finer tolerance.
    private static readonly string[] LowerIsBetter =
    [
        "rent",
        "managementFee",
        "leadTime",
        "smallestOrder",
        "tolerance",
    ];

    private readonly List<Criterion> _criteria = [];
    private readonly List<ImmutableArray<ImmutableArray<string>>> _words = [];

    public BoardQuestion Compile(ImmutableArray<SearchTerm> terms)
    {
        foreach (var term in terms)
            Add(term);
        var criteria = _criteria
            .DistinctBy(Key)
            .OrderBy(criterion => board.IndexOf(criterion.Attribute))
            .ThenBy(Key, StringComparer.Ordinal);
        return new([.. criteria], BoardQuestion.InOrder(_words));
    }

    private void Add(SearchTerm term)
    {
        if (term.Interpretations.IsEmpty)
        {
            _words.Add(BoardQuestion.InOrder([Tokens.Of(term.Text)]));
            return;
        }

        foreach (var interpretation in term.Interpretations)
        {
            if (Of(interpretation) is not { } criterion)
                continue;
            AddCriterion(criterion);
            return;
        }

        if (term.Interpretations[0] is CodeInterpretation or FlagInterpretation or TagInterpretation)
            _words.Add(lexicon.Alternatives(term.Interpretations[0]));
    }

    private Criterion? Of(Interpretation interpretation) =>
        interpretation switch
        {
            CodeInterpretation code => OfCode(code),
            FlagInterpretation flag when board.Find(flag.Attribute) is { Kind: AttributeKind.Flag } => new()
            {
                Attribute = flag.Attribute,
                Op = Op.Is,
                Value = new FlagValue(true),
            },
            TagInterpretation tag => OfTag(tag),
            PresetInterpretation preset => OfNumber(preset.Attribute, preset.Number),
            AttributeInterpretation { Default: { } number } name => OfNumber(name.Attribute, number),
            AmountInterpretation amount => OfAmount(amount),
            _ => null,
        };

    private Criterion? OfCode(CodeInterpretation code) =>
        board.Attributes.FirstOrDefault(attribute => attribute.ListCode == code.List) switch
        {
            null => null,
            { Kind: AttributeKind.Use } uses => new()
            {
                Attribute = uses.Code,
                Op = Op.Allows,
                Value = new CodeValue(code.Code),
            },
            var choice => new()
            {
                Attribute = choice.Code,
                Op = Op.AnyOf,
                Values = [code.Code],
            },
        };

    private Criterion? OfTag(TagInterpretation tag) =>
        TaxonomySet.AttributesOf(tag.Taxonomy).FirstOrDefault(pair => pair.Board == board.Code).Attribute switch
        {
            null => null,
            var attribute => new()
            {
                Attribute = attribute,
                Op = Op.Covers,
                Value = new CodeValue(tag.Code),
            },
        };

    private Criterion? OfNumber(string attribute, decimal number) =>
        board.Find(attribute) is null
            ? null
            : new()
            {
                Attribute = attribute,
                Op = Op.AtLeast,
                Limit = new NumberValue(number),
            };

    private Criterion? OfAmount(AmountInterpretation amount)
    {
        var unit = amount.Unit;
        foreach (
            var code in amount.Attributes.IsEmpty
                ? QuantityReader.AttributesMeant(amount.Number, ref unit)
                : [.. amount.Attributes]
        )
        {
            if (
                board.Find(code) is { } attribute
                && QuantityReader.Convert(attribute, amount.Number, unit) is { } value
            )
                return Bounded(
                    attribute,
                    value,
                    amount.To is { } to ? QuantityReader.Convert(attribute, to, unit) : null,
                    amount.Comparison
                );
        }

        return null;
    }

    private static Criterion Bounded(BoardAttribute attribute, decimal value, decimal? to, Comparison? comparison)
    {
        if (to is { } end && end >= value)
            return Between(attribute, value, end);
        if (comparison is Comparison.About)
            return Between(attribute, value * 0.8m, value * 1.25m);
        var isAtMost =
            comparison is Comparison.AtMost
            || (comparison is not Comparison.AtLeast && LowerIsBetter.Contains(attribute.Code));
        return new()
        {
            Attribute = attribute.Code,
            Op = isAtMost ? Op.AtMost : Op.AtLeast,
            Limit = new NumberValue(value),
        };
    }

    private static Criterion Between(BoardAttribute attribute, decimal low, decimal high)
    {
        var (min, max) = (((NumberValue)attribute.Min!).Number, ((NumberValue)attribute.Max!).Number);
        return new()
        {
            Attribute = attribute.Code,
            Op = Op.Between,
            Min = new NumberValue(Math.Max(min, low)),
            Max = new NumberValue(Math.Min(max, high)),
        };
    }

    // Two districts, such as 觀塘 and 九龍灣, are alternatives: a space lies in one of them.
    private void AddCriterion(Criterion criterion)
    {
        var check = DemandRules.Check(board, [criterion], "criteria");
        if (!check.IsOk)
            return;
        var normal = check.Value[0];
        var existing =
            normal.Op is Op.AnyOf
                ? _criteria.FindIndex(other => other.Attribute == normal.Attribute && other.Op is Op.AnyOf)
                : -1;
        if (existing < 0)
            _criteria.Add(normal);
        else
            _criteria[existing] = normal with
            {
                Values = InOrder(normal.Attribute, [.. normal.Values!.Value, .. _criteria[existing].Values!.Value]),
            };
    }

    private ImmutableArray<string> InOrder(string attribute, string[] codes) =>
        [.. board.Find(attribute)!.Values.Select(entry => entry.Code).Where(codes.Contains)];

    private static string Key(Criterion criterion) =>
        $"{criterion.Attribute} {criterion.Op} {criterion.Limit} {criterion.Min} {criterion.Max} {criterion.Value} {string.Join(' ', criterion.Values.GetValueOrDefault([]))}";
}
