using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Criteria;

/// <summary>
/// The validation of a demand's criteria against a board, and the rounding of their operands to the attributes' steps
/// (matching.md section 3).
/// </summary>
public static class DemandRules
{
    /// <summary>The maximum number of criteria of one demand.</summary>
    public const int MaxCriteria = 100;

    /// <summary>
    /// The criteria with operands on their steps, or every error, at paths such as <c>criteria[2].limit</c>. Never
    /// throws.
    /// </summary>
    /// <param name="path">The path of the criteria in the request, such as <c>criteria</c>.</param>
    /// <param name="taxonomies">
    /// The terms that tags name; null: the tags are the codes of terms already, as those of a search are.
    /// </param>
    public static Validated<ImmutableArray<Criterion>> Check(
        Board board,
        ImmutableArray<Criterion> criteria,
        string path,
        TaxonomySet? taxonomies = null
    )
    {
        var errors = new FieldErrors();
        var given = criteria.IsDefault ? [] : criteria;
        if (given.Length > MaxCriteria)
            errors.Add(path, "tooMany", $"{MaxCriteria}");

        var kept = ImmutableArray.CreateBuilder<Criterion>(given.Length);
        for (var i = 0; i < given.Length && i < MaxCriteria; i++)
            kept.Add(Normal(board, given[i], $"{path}[{i}]", errors, taxonomies));

        return errors.ToResult(kept.ToImmutable());
    }

    /// <summary>What is wrong with how many adjacent spaces may be taken together: 2 to 6, on sites alone.</summary>
    /// <param name="combine">Null: single spaces alone.</param>
    public static ImmutableArray<FieldError> CheckCombine(Board board, int? combine) =>
        combine is not null && (combine is < 2 or > 6 || board != BoardTable.Sites)
            ? [new("combine", "outOfRange", "2", "6", "")]
            : [];

    private static Criterion Normal(
        Board board,
        Criterion? criterion,
        string path,
        FieldErrors errors,
        TaxonomySet? taxonomies
    )
    {
        if (criterion is null)
        {
            errors.Add(path, "required");
            return null!; // Never read: the result carries the error.
        }

        if (criterion.Weight is < 1 or > 10)
            errors.Add($"{path}.weight", "outOfRange", "1", "10", "");
        if (!Enum.IsDefined(criterion.Strength))
            errors.Add($"{path}.strength", "unknownStrength");

        if (criterion.Attribute is null || board.Find(criterion.Attribute) is not { } attribute)
            errors.Add($"{path}.attribute", "unknownAttribute", criterion.Attribute ?? "");
        else if (!attribute.Ops.Contains(criterion.Op))
            errors.Add($"{path}.op", "unknownOp", string.Join(", ", attribute.Ops.Select(Word)));
        else
            return new Operands(attribute, criterion, path, errors, NamesOf(board, attribute, taxonomies)).Normal() with
            {
                Fixed = criterion.Fixed || attribute.IsFixed,
            };
        return criterion;
    }

    private static CodeNames? NamesOf(Board board, BoardAttribute attribute, TaxonomySet? taxonomies) =>
        attribute switch
        {
            { Kind: AttributeKind.Tags } when taxonomies is not null => CodeNames.OfTerms(
                taxonomies,
                board.Code,
                attribute.Code
            ),
            { ListCode: not null } => CodeNames.OfList(attribute),
            _ => null,
        };

    /// <summary>The op's JSON name.</summary>
    internal static string Word(Op op)
    {
        var name = op.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
