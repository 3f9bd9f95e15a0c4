using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.StartUps;

/// <summary>A step that is for a start-up.</summary>
/// <param name="Helps">Those of its needs that the step helps; of one that names none, all that it helps.</param>
/// <param name="Checks">What other pages ask, with what the start-up says to it.</param>
/// <param name="OpensOn">The later day from which there is such a step; null: there is one.</param>
/// <param name="EndedOn">The earlier day on which it ended; null: it has not.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpPathStep(
    StartUpStep Step,
    StartUpTime When,
    ImmutableArray<StartUpNeed> Helps,
    ImmutableArray<StartUpCheckResult> Checks,
    DateOnly? OpensOn,
    DateOnly? EndedOn
);

/// <summary>A step that is not for a start-up, with the first reason against it.</summary>
[GenerateSerializer, Immutable]
public sealed record LeftStartUpStep(string Id, LocalText Name, StartUpLeftReason Reason);

/// <param name="Actual">Full months since it was founded, 0 before; null: unknown, or not asked for.</param>
/// <param name="Shortfall">The months that are too many, at least 1; null: the check is met or asks for none.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpCheckResult(StartUpCheck Check, Outcome Outcome, int? Actual, int? Shortfall);

/// <summary>When a step is taken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartUpTime>))]
public enum StartUpTime
{
    [JsonStringEnumMemberName("now")]
    Now,

    /// <summary>At a later stage than the present one.</summary>
    [JsonStringEnumMemberName("later")]
    Later,
}

/// <summary>Why a step is no part of a path.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartUpLeftReason>))]
public enum StartUpLeftReason
{
    /// <summary>The start-up has passed its stages.</summary>
    [JsonStringEnumMemberName("stage")]
    Stage,

    [JsonStringEnumMemberName("industry")]
    Industry,

    /// <summary>It is for start-ups of universities.</summary>
    [JsonStringEnumMemberName("university")]
    University,

    /// <summary>It is done: the company is one of Hong Kong.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It helps none of the needs.</summary>
    [JsonStringEnumMemberName("need")]
    Need,
}

/// <summary>Which steps are for a start-up, when, and what speaks for and against each. Pure.</summary>
public static class StartUpPath
{
    /// <summary>
    /// The steps of the path, those of now first, else in the table's order, and the steps that are left out. An
    /// answer that is not given leaves nothing out.
    /// </summary>
    /// <param name="answers">As <see cref="StartUpRules"/> accepted them.</param>
    /// <param name="on">The day.</param>
    public static (ImmutableArray<StartUpPathStep> Steps, ImmutableArray<LeftStartUpStep> Left) Of(
        ImmutableArray<StartUpStep> steps,
        StartUpAnswers answers,
        DateOnly on
    )
    {
        var path = ImmutableArray.CreateBuilder<StartUpPathStep>();
        var left = ImmutableArray.CreateBuilder<LeftStartUpStep>();
        foreach (var step in steps)
        {
            if (ReasonAgainst(step, answers) is { } reason)
                left.Add(new(step.Id, step.Name, reason));
            else
                path.Add(
                    new(
                        step,
                        answers.Stage < step.Stages[0] ? StartUpTime.Later : StartUpTime.Now,
                        Helps(step, answers),
                        [.. step.Checks.Select(check => Result(check, answers, on))],
                        on < step.From ? step.From : null,
                        on > step.To ? step.To : null
                    )
                );
        }

        return ([.. path.OrderBy(step => step.When)], left.ToImmutable());
    }

    private static StartUpLeftReason? ReasonAgainst(StartUpStep step, StartUpAnswers answers) =>
        answers.Stage > step.Stages[^1] ? StartUpLeftReason.Stage
        : answers.Industry is { } industry && !step.Industries.IsEmpty && !step.Industries.Contains(industry)
            ? StartUpLeftReason.Industry
        : step.University is { } university && answers.University == !university ? StartUpLeftReason.University
        : step.Incorporated is { } incorporated && answers.IncorporatedInHongKong == !incorporated
            ? StartUpLeftReason.Done
        : Helps(step, answers).IsEmpty ? StartUpLeftReason.Need
        : null;

    private static ImmutableArray<StartUpNeed> Helps(StartUpStep step, StartUpAnswers answers) =>
        answers.Needs is { IsDefaultOrEmpty: false } needs ? [.. step.Needs.Where(needs.Contains)] : step.Needs;

    private static StartUpCheckResult Result(StartUpCheck check, StartUpAnswers answers, DateOnly on)
    {
        if (check.Most is not { } most)
            return new(
                check,
                answers.IncorporatedInHongKong switch
                {
                    true => Outcome.Met,
                    false => Outcome.Unmet,
                    null => Outcome.Unknown,
                },
                null,
                null
            );
        if (answers.Founded is not { } founded)
            return new(check, Outcome.Unknown, null, null);
        var months = FullMonths(founded, on);
        // On the very day on which it becomes two years old it is not older than two years.
        var isOver = on > founded.AddMonths(most);
        return new(
            check,
            isOver ? Outcome.Unmet : Outcome.Met,
            months,
            isOver ? months - most + (founded.AddMonths(months) < on ? 1 : 0) : null
        );
    }

    private static int FullMonths(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
