using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Matching.Facets;

/// <summary>What a question for facets must keep to.</summary>
public static class FacetRules
{
    /// <summary>The maximum number of attributes of one question.</summary>
    public const int MaxAttributes = 12;

    /// <summary>The number of bins of a number or date, if none is asked for.</summary>
    public const int DefaultBins = 24;

    /// <summary>The maximum number of bins.</summary>
    public const int MaxBins = 100;

    /// <summary>The attributes without repeats, or every error, at <c>attributes[2]</c> and <c>bins</c>.</summary>
    /// <param name="attributes">
    /// Null or empty: those that the criteria name, then the board's first, as many as may be asked for.
    /// </param>
    public static Validated<ImmutableArray<BoardAttribute>> Check(
        Board board,
        ImmutableArray<Criterion> criteria,
        ImmutableArray<string>? attributes,
        int bins
    )
    {
        var errors = new FieldErrors();
        errors.CheckRange("bins", bins, 1, MaxBins, "");
        var codes = attributes is { IsDefaultOrEmpty: false } given ? given : [];
        if (codes.Length > MaxAttributes)
            errors.Add("attributes", "tooMany", $"{MaxAttributes}");
        for (var i = 0; i < codes.Length && i < MaxAttributes; i++)
        {
            if (codes[i] is null || board.Find(codes[i]) is not { } attribute)
                errors.Add($"attributes[{i}]", "unknownAttribute", codes[i] ?? "");
            else if (!HasFacets(attribute))
                errors.Add($"attributes[{i}]", "noFacets");
        }

        return errors.ToResult(errors.Count > 0 ? [] : Chosen(board, criteria, codes));
    }

    private static ImmutableArray<BoardAttribute> Chosen(
        Board board,
        ImmutableArray<Criterion> criteria,
        ImmutableArray<string> codes
    ) =>
        codes.IsEmpty
            ?
            [
                .. criteria
                    .Select(criterion => board.Find(criterion.Attribute)!)
                    .Concat(board.Attributes)
                    .Distinct()
                    .Where(HasFacets)
                    .Take(MaxAttributes),
            ]
            : [.. codes.Distinct().Select(code => board.Find(code)!)];

    private static bool HasFacets(BoardAttribute attribute) =>
        attribute.Kind is not (AttributeKind.Tags or AttributeKind.Point or AttributeKind.Path);
}
