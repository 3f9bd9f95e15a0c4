using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Boards;

/// <summary>What a demand that is not saved must keep to.</summary>
internal static class AdHocRules
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    /// <returns>The criteria, normalised.</returns>
    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static ImmutableArray<Criterion> Check(Board board, AdHocDemand demand, TaxonomySet taxonomies)
    {
        var criteria = DemandRules.Check(
            board,
            demand.Criteria.IsDefault ? [] : demand.Criteria,
            "criteria",
            taxonomies
        );
        var errors = criteria.Errors.ToBuilder();
        if (demand.Top is < 1 or > 500)
            errors.Add(new("top", "outOfRange", "1", "500", ""));
        errors.AddRange(DemandRules.CheckCombine(board, demand.Combine));
        CheckDay(demand.AsOf, errors);
        errors.AddRange(ListOrder.Parse(demand.Order, board).Errors);
        return errors.Count == 0 ? criteria.Value : throw new InvalidException(errors.ToImmutable());
    }

    /// <returns>The criteria, normalised, and the attributes asked for.</returns>
    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static (ImmutableArray<Criterion> Criteria, ImmutableArray<BoardAttribute> Attributes) Check(
        Board board,
        AdHocFacets question,
        TaxonomySet taxonomies
    )
    {
        var criteria = DemandRules.Check(
            board,
            question.Criteria.IsDefault ? [] : question.Criteria,
            "criteria",
            taxonomies
        );
        var errors = criteria.Errors.ToBuilder();
        var attributes = FacetRules.Check(
            board,
            criteria.IsOk ? criteria.Value : [],
            question.Attributes,
            question.Bins
        );
        errors.AddRange(attributes.Errors);
        errors.AddRange(DemandRules.CheckCombine(board, question.Combine));
        CheckDay(question.AsOf, errors);
        return errors.Count == 0
            ? (criteria.Value, attributes.Value)
            : throw new InvalidException(errors.ToImmutable());
    }

    private static void CheckDay(DateOnly? asOf, ImmutableArray<FieldError>.Builder errors)
    {
        if (asOf is { } day && (day < FirstDay || day > LastDay))
            errors.Add(new("asOf", "outOfRange", "2000-01-01", "2100-12-31", ""));
    }
}
