using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>What a run of spaces has by itself, whoever asks (matching.md section 6).</summary>
public static class RunFacts
{
    /// <summary>
    /// The area together, the mean rent, the last day of availability, flags, the worst of each stated use, and what
    /// all members have in common.
    /// </summary>
    /// <param name="members">Each member's values by attribute code, in order of position; at least one.</param>
    public static ImmutableSortedDictionary<string, Value> Of(
        IReadOnlyList<ImmutableSortedDictionary<string, Value>> members
    )
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var areas = Readings(BoardTable.Sites.Attributes[RunRules.Area], members);
        for (var index = 0; index < BoardTable.Sites.Attributes.Length; index++)
        {
            var attribute = BoardTable.Sites.Attributes[index];
            if (ValueOf(index, attribute, members, areas) is { } value)
                values[attribute.Code] = value;
        }

        return values.ToImmutable();
    }

    /// <summary>
    /// These spaces as one profile, as a demand that combines them judges it; null: they are not neighbours on one
    /// floor in this order, or an area is not known.
    /// </summary>
    /// <param name="spaces">At least two.</param>
    public static Profile? Together(ImmutableArray<Profile> spaces) => SpaceRun.OfNeighbours(spaces);

    private static Value? ValueOf(
        int index,
        BoardAttribute attribute,
        IReadOnlyList<ImmutableSortedDictionary<string, Value>> members,
        int[] areas
    )
    {
        switch (attribute.Kind)
        {
            case AttributeKind.Number or AttributeKind.Date or AttributeKind.Flag:
                if (index == RunRules.Rent && areas.Contains(CompiledCriterion.Unknown))
                    return null;
                var reading = RunReadings.Of(index, null, Readings(attribute, members), areas);
                return reading == CompiledCriterion.Unknown ? null
                    : attribute.Kind is AttributeKind.Flag ? new FlagValue(reading == 1)
                    : Steps.ToValue(attribute, reading);
            case AttributeKind.Use:
                return Uses(index, attribute, members, areas);
            default:
                var first = members[0].GetValueOrDefault(attribute.Code);
                return members.All(member => member.GetValueOrDefault(attribute.Code) == first) ? first : null;
        }
    }

    private static UsesValue? Uses(
        int index,
        BoardAttribute attribute,
        IReadOnlyList<ImmutableSortedDictionary<string, Value>> members,
        int[] areas
    )
    {
        var uses = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        foreach (var use in attribute.Values)
        {
            int[] verdicts =
            [
                .. members.Select(member =>
                    member.GetValueOrDefault(attribute.Code) is UsesValue stated
                    && stated.Uses.TryGetValue(use.Code, out var verdict)
                        ? (int)verdict
                        : CompiledCriterion.Unknown
                ),
            ];
            if (RunReadings.Of(index, null, verdicts, areas) is var worst and not CompiledCriterion.Unknown)
                uses[use.Code] = (UseVerdict)worst;
        }

        return uses.Count == 0 ? null : new(uses.ToImmutable());
    }

    private static int[] Readings(
        BoardAttribute attribute,
        IReadOnlyList<ImmutableSortedDictionary<string, Value>> members
    ) =>
        [
            .. members.Select(member =>
                member.GetValueOrDefault(attribute.Code) switch
                {
                    FlagValue flag => flag.Yes ? 1 : 0,
                    var value => Steps.Of(attribute, value) ?? CompiledCriterion.Unknown,
                }
            ),
        ];
}
