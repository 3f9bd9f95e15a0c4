using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.Upgrades.Reminders;

/// <summary>Who pays for a step, where all steps together get the most.</summary>
/// <param name="Amount">HK$, a ceiling; more than 0.</param>
/// <param name="Until">The programme's last day; null: no known end.</param>
[GenerateSerializer, Immutable]
public sealed record StepPayer(string Programme, long Amount, DateOnly? Until);

/// <summary>A path's answer for one step.</summary>
/// <param name="Payer">Null: no programme is known to pay.</param>
[GenerateSerializer, Immutable]
public sealed record StepAnswer(string Step, StepPayer? Payer);

/// <summary>Who paid for a step before, and who pays now; null: no programme is known to.</summary>
[GenerateSerializer, Immutable]
public sealed record StepChange(string Step, StepPayer? Before, StepPayer? Now);

/// <summary>A programme that would pay for a step which is not applied for, and soon pays no more.</summary>
/// <param name="LastDay">The last day on which it is open.</param>
[GenerateSerializer, Immutable]
public sealed record ClosingWindow(string Step, string Programme, DateOnly LastDay);

/// <summary>What the people of a manufacturer are told of the path that it keeps. Pure.</summary>
public static class PathReminders
{
    /// <summary>So many days before a programme's last day its end is told.</summary>
    public const int DaysAhead = 30;

    /// <summary>The answer of each step that is planned or applied, in the path's order.</summary>
    /// <param name="grants">The grant of each step, in their order.</param>
    /// <param name="rules">The versions of the programmes' rules.</param>
    public static ImmutableArray<StepAnswer> Answers(
        ImmutableArray<ScheduledStep> steps,
        ImmutableArray<StepGrant?> grants,
        IReadOnlyDictionary<string, ImmutableArray<ProgrammeVersion>> rules
    ) =>
        [
            .. steps
                .Zip(grants)
                .Where(pair => pair.First.Chosen.Status is StepStatus.Planned or StepStatus.Applied)
                .Select(pair => new StepAnswer(
                    pair.First.Step.Id,
                    pair.Second is { } grant
                        ? new(
                            grant.Programme,
                            grant.Amount,
                            StepFunding.LastDay(rules[grant.Programme], pair.First.Start)
                        )
                        : null
                )),
        ];

    /// <summary>The steps of both answers for which another programme pays, or another amount, or until another day.
    /// </summary>
    public static ImmutableArray<StepChange> Changes(
        ImmutableArray<StepAnswer> before,
        ImmutableArray<StepAnswer> now
    ) =>
        [
            .. now.Join(before, answer => answer.Step, told => told.Step, (answer, told) => (told, answer))
                .Where(pair => pair.told.Payer != pair.answer.Payer)
                .Select(pair => new StepChange(pair.answer.Step, pair.told.Payer, pair.answer.Payer)),
        ];

    /// <summary>The windows that close within 30 days of a day, or on it, while their step is only planned.</summary>
    public static ImmutableArray<ClosingWindow> Closing(
        ImmutableArray<ScheduledStep> steps,
        ImmutableArray<StepAnswer> answers,
        DateOnly day
    ) =>
        [
            .. answers
                .Where(answer =>
                    answer.Payer?.Until is { } last
                    && last >= day
                    && last <= day.AddDays(DaysAhead)
                    && steps.Any(step => step.Step.Id == answer.Step && step.Chosen.Status is StepStatus.Planned)
                )
                .Select(answer => new ClosingWindow(answer.Step, answer.Payer!.Programme, answer.Payer.Until!.Value)),
        ];
}
