using System.Collections.Immutable;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Matching.Upgrades.Steps;

/// <summary>What one version of the table of steps says otherwise than another.</summary>
public static class StepDifference
{
    /// <summary>The steps that differ, by their ids: those of the later version in its order, then those that are gone.
    /// </summary>
    public static ImmutableArray<RowDifference<UpgradeStep>> Between(
        ImmutableArray<UpgradeStep> before,
        ImmutableArray<UpgradeStep> after
    )
    {
        var known = before.ToDictionary(step => step.Id, StringComparer.Ordinal);
        var left = after.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after
                .Select(step => new RowDifference<UpgradeStep>(known.GetValueOrDefault(step.Id), step))
                .Where(pair => pair.Before != pair.After),
            .. before.Where(step => !left.Contains(step.Id)).Select(step => new RowDifference<UpgradeStep>(step, null)),
        ];
    }
}
