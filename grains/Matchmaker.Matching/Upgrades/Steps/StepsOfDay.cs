using System.Collections.Immutable;

namespace Matchmaker.Matching.Upgrades.Steps;

/// <summary>
/// The steps of one day: those that are offered, and those that are not and that firms may still keep in their paths.
/// </summary>
/// <param name="Version">The number of the version of the day.</param>
/// <param name="Offered">The rows of that version.</param>
/// <param name="Withdrawn">Those that an earlier version had, each as it was offered last.</param>
/// <param name="Later">Those that only a version of a later day has.</param>
[GenerateSerializer, Immutable]
public sealed record StepsOfDay(
    int Version,
    ImmutableArray<UpgradeStep> Offered,
    ImmutableArray<UpgradeStep> Withdrawn,
    ImmutableArray<UpgradeStep> Later
)
{
    /// <summary>The step with that id, offered or not; null: no version has it.</summary>
    public UpgradeStep? Find(string? id) =>
        Offered.Concat(Withdrawn).Concat(Later).FirstOrDefault(step => step.Id == id);

    public bool IsOffered(string id) => Offered.Any(step => step.Id == id);
}
