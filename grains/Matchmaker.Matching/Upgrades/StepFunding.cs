using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Programmes.Shapes;

namespace Matchmaker.Matching.Upgrades;

/// <summary>A step with its days and its cost, for which money is sought.</summary>
/// <param name="Start">The day on which a programme must be open.</param>
/// <param name="End">The last day.</param>
/// <param name="Cost">HK$.</param>
/// <param name="Programmes">The programmes that may pay, the preferred ones first.</param>
public sealed record StepCost(string Id, DateOnly Start, DateOnly End, long Cost, ImmutableArray<string> Programmes);

/// <summary>What one programme would pay for a step if it paid for no other.</summary>
/// <param name="Amount">
/// HK$, a ceiling; 0: the rule pays nothing for it; null: no rule is known, or the programme is not open that day.
/// </param>
/// <param name="From">The first day of the version that decides; null: no version is known.</param>
/// <param name="To">The programme's last day, by that version and those that follow it at once; null: no known end.
/// </param>
/// <param name="Source">The code of a <see cref="ProgrammeSource"/>; null: no version is known.</param>
[GenerateSerializer, Immutable]
public sealed record StepOffer(string Programme, long? Amount, DateOnly? From, DateOnly? To, string? Source);

/// <summary>The programme that pays for a step.</summary>
/// <param name="Amount">HK$, a ceiling; more than 0.</param>
[GenerateSerializer, Immutable]
public sealed record StepGrant(string Programme, long Amount);

/// <summary>
/// Which programme pays for which step, so that all together get the most: the cost of a step counts under one
/// programme at most, and no programme is asked for more than its rule gives.
/// </summary>
public static class StepFunding
{
    /// <summary>
    /// The versions of the rules by which steps are paid for, by programme: a programme's own rule comes before the
    /// shares that another page states. A programme without a known rule is left out.
    /// </summary>
    public static Dictionary<string, ImmutableArray<ProgrammeVersion>> RulesOf(IEnumerable<Programme> programmes) =>
        programmes
            .Select(programme =>
                (
                    programme.Id,
                    Versions: programme.Shape is RuleShape.MatchingGrant
                        ? programme.Versions
                        : UpgradeTable.VersionsOf(programme.Id)
                )
            )
            .Where(rule => !rule.Versions.IsEmpty)
            .ToDictionary(rule => rule.Id, rule => rule.Versions);

    /// <summary>What each programme would pay for the step alone, in the step's order.</summary>
    /// <param name="rules">The versions of the programmes' rules.</param>
    public static ImmutableArray<StepOffer> Offers(
        StepCost step,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules,
        Facts facts,
        Readings readings
    ) => [.. step.Programmes.Select(programme => Offer(step, programme, rules, facts, readings))];

    /// <summary>
    /// The grant of each step, in their order; null: none. The largest sum that breaks no rule; of equal sums, the one
    /// that asks for the preferred programmes of the first steps.
    /// </summary>
    public static ImmutableArray<StepGrant?> Best(
        ImmutableArray<StepCost> steps,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules,
        Facts facts,
        Readings readings
    ) =>
        new FundingSearch(
            steps,
            [
                .. steps.Select(step =>
                    Offers(step, rules, facts, readings)
                        .Where(offer => offer.Amount > 0)
                        .Select(offer => new FundingOption(
                            offer.Programme,
                            On(rules[offer.Programme], step.Start)!,
                            offer.Amount!.Value
                        ))
                        .ToImmutableArray()
                ),
            ],
            facts
        ).Best();

    /// <summary>The sum of all grants in HK$.</summary>
    public static long Sum(ImmutableArray<StepGrant?> grants) => grants.Sum(grant => grant?.Amount ?? 0);

    /// <summary>
    /// The last day of the programme that is open on a day, by the version of that day and those that follow it at
    /// once; null: no known end, or it is not open.
    /// </summary>
    internal static DateOnly? LastDay(ImmutableArray<ProgrammeVersion> versions, DateOnly day) =>
        On(versions, day) is { } version ? LastDay(versions, version) : null;

    private static StepOffer Offer(
        StepCost step,
        string programme,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules,
        Facts facts,
        Readings readings
    )
    {
        if (!rules.TryGetValue(programme, out var versions) || versions.IsEmpty)
            return new(programme, null, null, null, null);
        if (On(versions, step.Start) is { } version)
            return new(
                programme,
                Alone(version, step, facts, readings),
                version.From,
                LastDay(versions, version),
                version.Source
            );
        var next = versions.FirstOrDefault(later => later.From > step.Start) ?? versions[^1];
        return new(programme, null, next.From, LastDay(versions, next), next.Source);
    }

    // A version that another one follows at once is not the programme's end.
    private static DateOnly? LastDay(ImmutableArray<ProgrammeVersion> versions, ProgrammeVersion version)
    {
        while (version.To is { } last && versions.FirstOrDefault(next => next.From == last.AddDays(1)) is { } next)
            version = next;
        return version.To;
    }

    private static long Alone(ProgrammeVersion version, StepCost step, Facts facts, Readings readings) =>
        FactRules.RuleOut(version, facts)
            ? 0
            : MatchingGrant
                .Best(version, [new(step.Id, step.Cost, version.Project ?? ProjectKind.SmartLine)], facts, readings)
                .Amount;

    private static ProgrammeVersion? On(ImmutableArray<ProgrammeVersion> versions, DateOnly day) =>
        versions.FirstOrDefault(version => version.Holds(day));
}
