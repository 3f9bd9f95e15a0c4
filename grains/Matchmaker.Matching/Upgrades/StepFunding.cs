using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

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
/// <param name="To">Its last day; null: no known end.</param>
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
    )
    {
        string?[][] options =
        [
            .. steps.Select(step =>
                (string?[])
                    [
                        .. Offers(step, rules, facts, readings)
                            .Where(offer => offer.Amount > 0)
                            .Select(offer => offer.Programme),
                        null,
                    ]
            ),
        ];
        var choice = new string?[steps.Length];
        var best = Grants(steps, choice, rules, facts, readings)!.Value;
        Try(0);
        return best;

        void Try(int at)
        {
            if (at < steps.Length)
            {
                foreach (var option in options[at])
                {
                    choice[at] = option;
                    Try(at + 1);
                }
            }
            else if (Grants(steps, choice, rules, facts, readings) is { } grants && Sum(grants) > Sum(best))
                best = grants;
        }
    }

    /// <summary>The sum of all grants in HK$.</summary>
    public static long Sum(ImmutableArray<StepGrant?> grants) => grants.Sum(grant => grant?.Amount ?? 0);

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
            return new(programme, Alone(version, step, facts, readings), version.From, version.To, version.Source);
        var next = versions.FirstOrDefault(later => later.From > step.Start) ?? versions[^1];
        return new(programme, null, next.From, next.To, next.Source);
    }

    // Null: the choice breaks a rule. A capped sum goes to the steps in their order.
    private static ImmutableArray<StepGrant?>? Grants(
        ImmutableArray<StepCost> steps,
        string?[] choice,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules,
        Facts facts,
        Readings readings
    )
    {
        var left = new Dictionary<string, long>();
        var grants = ImmutableArray.CreateBuilder<StepGrant?>(steps.Length);
        foreach (var (i, step) in steps.Index())
        {
            if (choice[i] is not { } programme)
            {
                grants.Add(null);
                continue;
            }

            var version = On(rules[programme], step.Start)!;
            var others = steps.Where((_, other) => choice[other] == programme);
            if (!HasPlaces(version, step, others, facts))
                return null;
            var rest = left.TryGetValue(programme, out var unused) ? unused : CapOf(version, facts);
            var amount = Math.Min(rest, Alone(version, step, facts, readings));
            left[programme] = rest - amount;
            grants.Add(amount > 0 ? new(programme, amount) : null);
        }

        return grants.ToImmutable();
    }

    // Each step that runs when this one starts takes one of the places at once.
    private static bool HasPlaces(ProgrammeVersion version, StepCost step, IEnumerable<StepCost> all, Facts facts) =>
        (
            version.AtOnce is not { } atOnce
            || all.Count(other => other.Start <= step.Start && step.Start <= other.End)
                <= atOnce - (facts.LiveNifsProjects ?? 0)
        ) && (version.InAll is not { } inAll || all.Count() <= inAll - (facts.PreviousNiasProjects ?? 0));

    // A cap on projects that run at once is kept by their number; the cap of each is in its own share.
    private static long CapOf(ProgrammeVersion version, Facts facts) =>
        version.Cap is not { } cap || version.AtOnce is not null ? long.MaxValue
        : version.InAll is null ? cap
        : Math.Max(0, cap - (facts.PreviousNiasGrants ?? 0));

    private static long Alone(ProgrammeVersion version, StepCost step, Facts facts, Readings readings) =>
        FactRules.RuleOut(version, facts)
            ? 0
            : MatchingGrant
                .Best(version, [new(step.Id, step.Cost, version.Project ?? ProjectKind.SmartLine)], facts, readings)
                .Amount;

    private static ProgrammeVersion? On(ImmutableArray<ProgrammeVersion> versions, DateOnly day) =>
        versions.FirstOrDefault(version => version.From <= day && (version.To is not { } last || day <= last));
}
