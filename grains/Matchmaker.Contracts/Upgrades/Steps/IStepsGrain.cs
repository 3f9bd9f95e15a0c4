using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Upgrades.Steps;

/// <summary>
/// The published versions of the table of steps. Every path that is drawn after a version was published is drawn by it.
/// A table has 1 to 200 steps, each id once. Key: 0.
/// </summary>
[Alias("steps")]
public interface IStepsGrain : IDatedTableGrain<UpgradeStep, StepPreview>
{
    /// <summary>The steps of a day.</summary>
    /// <param name="day">Null: today in Hong Kong.</param>
    [Alias("on"), AlwaysInterleave, Repeatable]
    Task<StepsOfDay> On(DateOnly? day = null, CancellationToken cancellation = default);
}

/// <summary>
/// What another version would change for the firms that let the office count them: those whose kept path has a step
/// that is no longer offered, or other days, another cost, another payer or another certificate.
/// </summary>
/// <param name="On">The day in Hong Kong for which it was worked out: that from which the version holds.</param>
/// <param name="Firms">
/// How many such firms, told as the figures of the district are (upgrading.md, section 8): at least 5; null: withheld.
/// </param>
/// <param name="Members">The first 100 of them by id; empty where the number is withheld.</param>
[GenerateSerializer, Immutable]
public sealed record StepPreview(
    DateOnly On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Firms,
    ImmutableArray<DistrictMember> Members
);
