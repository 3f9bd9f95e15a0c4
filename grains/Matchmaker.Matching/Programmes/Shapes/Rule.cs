using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes.Shapes;

/// <summary>The result of a rule's version for an applicant, before the verdict.</summary>
/// <param name="Amount">HK$, regardless of the verdict; null: none, or unknown.</param>
/// <param name="Projects">Each project with its amount, or rejected; null: the rule funds no projects.</param>
/// <param name="Asks">The unknown facts that the amount depends on; conditions list their own.</param>
internal sealed record RuleAnswer(long? Amount, ImmutableArray<FundedPart>? Projects, ImmutableArray<string> Asks)
{
    public static RuleAnswer Nothing { get; } = new(null, null, []);
}

/// <param name="Amount">HK$; null: the project itself is rejected.</param>
internal sealed record FundedPart(FundedProject Project, long? Amount);

/// <summary>Applies a rule by its shape: adds its conditions and computes a ceiling.</summary>
internal static class Rule
{
    public static RuleAnswer Of(
        RuleShape shape,
        ProgrammeVersion version,
        Facts facts,
        Readings readings,
        TalentScheme? scheme,
        Conditions conditions
    )
    {
        foreach (var need in version.Needs)
        {
            if (need.Fact == FactRules.Industry)
                conditions.Strategic(facts.StrategicIndustry, need.Source);
            else
                conditions.Flag(need, FactRules.Flag(facts, need.Fact));
        }

        return shape switch
        {
            RuleShape.MatchingGrant => MatchingGrant.Of(version, facts, readings, conditions),
            RuleShape.PersonMonths => PersonMonths.Of(version, facts, readings, scheme!.Value, conditions),
            RuleShape.Training => Training(version, facts),
            RuleShape.Accelerator => AcceleratorGrant.Of(version, facts, conditions),
            _ => RuleAnswer.Nothing,
        };
    }

    private static RuleAnswer Training(ProgrammeVersion version, Facts facts)
    {
        ImmutableArray<string> asks =
        [
            .. facts.TrainingCosts is null ? ["trainingCosts"] : Array.Empty<string>(),
            .. facts.TrainingGrantsThisYear is null ? ["trainingGrantsThisYear"] : Array.Empty<string>(),
        ];
        if (facts.TrainingCosts is not { } costs)
            return new(null, null, asks);
        var left = version.Cap is { } cap ? Math.Max(0, cap - (facts.TrainingGrantsThisYear ?? 0)) : long.MaxValue;
        return new(Math.Min(version.ShareOf(costs), left), null, asks);
    }
}
