using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Taxonomies;

/// <summary>
/// Codes as they stand now: what claims or asks for a code that was renamed or merged means the one that stands for it.
/// </summary>
internal static class Wording
{
    /// <summary>The profile with the present codes; the same one where none moved.</summary>
    public static Profile Current(this TaxonomySet taxonomies, Board board, Profile profile)
    {
        var values = profile.Values;
        foreach (var (code, value) in profile.Values)
        {
            if (value is TagsValue tags && Current(taxonomies, board, code, tags) is { } moved)
                values = values.SetItem(code, moved);
        }

        return ReferenceEquals(values, profile.Values) ? profile : profile with { Values = values };
    }

    /// <summary>The criteria with the present codes.</summary>
    public static ImmutableArray<Criterion> Current(
        this TaxonomySet taxonomies,
        Board board,
        ImmutableArray<Criterion> criteria
    ) =>
        [
            .. criteria.Select(criterion =>
                criterion is { Op: Op.Covers, Value: CodeValue asked }
                    ? criterion with
                    {
                        Value = new CodeValue(taxonomies.Current(board.Code, criterion.Attribute, asked.Code)),
                    }
                    : criterion
            ),
        ];

    // Null: none of them moved.
    private static TagsValue? Current(TaxonomySet taxonomies, Board board, string attribute, TagsValue value)
    {
        if (value.Tags.All(tag => taxonomies.Current(board.Code, attribute, tag.Code) == tag.Code))
            return null;
        var moved = new TagsValue([
            .. value.Tags.Select(tag => tag with { Code = taxonomies.Current(board.Code, attribute, tag.Code) }),
        ]);
        // Two codes may have become one: the later expiry holds.
        return ValueRules.CheckOne(board.Find(attribute)!, moved) is { IsOk: true, Value: TagsValue joined }
            ? joined
            : moved;
    }
}
