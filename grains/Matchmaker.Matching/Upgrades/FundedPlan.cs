using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.Upgrades;

/// <summary>What the best funding of a plan says of it.</summary>
/// <param name="Grants">The grant of each step, in their order; null: none.</param>
/// <param name="Certificates">As <see cref="PlannedCertificates.Of"/> gives them.</param>
/// <param name="Unused">The programmes that would pay for a step of it and are not used, in ordinal order.</param>
public sealed record FundedPlan(
    ImmutableArray<StepGrant?> Grants,
    ImmutableArray<PlannedCertificate> Certificates,
    ImmutableArray<string> Unused
)
{
    /// <param name="rules">The versions of the programmes' rules.</param>
    public static FundedPlan Of(
        ImmutableArray<ScheduledStep> steps,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules,
        Facts facts,
        Readings readings,
        DateOnly day
    )
    {
        var grants = StepFunding.Best([.. steps.Select(step => step.ToCost())], rules, facts, readings);
        var offered = steps
            .Where(step => step.Chosen.Status is not StepStatus.Done)
            .SelectMany(step => StepFunding.Offers(step.ToCost(), rules, facts, readings))
            .Where(offer => offer.Amount > 0)
            .Select(offer => offer.Programme);
        // A firm does not say which programme it asked, so the best funding says it.
        var used = steps
            .Zip(grants)
            .Where(each => each.First.Chosen.Status is not StepStatus.Planned)
            .Select(each => each.Second?.Programme)
            .OfType<string>();
        return new(
            grants,
            PlannedCertificates.Of(steps, grants, day),
            [.. offered.Except(used, StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        );
    }
}
