using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes;

/// <summary>What a version of a rule says of an applicant, before a verdict is made of it.</summary>
/// <param name="Amount">HK$, whatever the verdict will be; null: none, or unknown.</param>
/// <param name="Projects">Each with its amount and whether it is refused by itself; null: the rule funds none.</param>
/// <param name="Asks">Unknown facts that its amount depends on; those of its conditions are seen there.</param>
internal sealed record RuleAnswer(long? Amount, ImmutableArray<FundedPart>? Projects, ImmutableArray<string> Asks)
{
    public static RuleAnswer Nothing { get; } = new(null, null, []);
}

/// <param name="Amount">HK$; null: refused by itself.</param>
internal sealed record FundedPart(FundedProject Project, long? Amount);

/// <summary>The shapes of rules. Each adds its conditions and works out a ceiling.</summary>
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
