using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Upgrades;

/// <summary>What is known of a manufacturer when its path is drawn.</summary>
/// <param name="Capabilities">Its claimed capabilities; null: none.</param>
/// <param name="Certifications">Its claimed certifications; null: none.</param>
public sealed record UpgradeProfile(TagsValue? Capabilities, TagsValue? Certifications);

/// <summary>A published need, as far as claims decide it.</summary>
/// <param name="Needs">The capabilities that it asks for; null: none.</param>
/// <param name="Certifications">The certifications that it asks for; null: none.</param>
public sealed record PublishedNeed(string Id, TagsValue? Needs, TagsValue? Certifications);

/// <summary>How a step stands to a manufacturer's smart level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LevelFit>))]
public enum LevelFit
{
    [JsonStringEnumMemberName("fits")]
    Fits,

    /// <summary>It asks for a higher level first.</summary>
    [JsonStringEnumMemberName("later")]
    Later,

    /// <summary>The manufacturer is beyond it.</summary>
    [JsonStringEnumMemberName("passed")]
    Passed,

    /// <summary>The level is not told.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>How well a step fits a manufacturer, and why.</summary>
/// <param name="Symptoms">What hurts there and the step helps.</param>
/// <param name="Wanted">The manufacturer thinks of it.</param>
/// <param name="Held">The manufacturer claims its certification already.</param>
/// <param name="Opens">How many published needs its certification alone would open.</param>
/// <param name="Recommended">Whether it is among the first four that fit.</param>
[GenerateSerializer, Immutable]
public sealed record UpgradeSuggestion(
    string Step,
    ImmutableArray<string> Symptoms,
    bool Wanted,
    LevelFit Level,
    bool Held,
    int Opens,
    bool Recommended
);

/// <summary>A chosen step in its time, with its cost.</summary>
/// <param name="End">The last day of its last month.</param>
/// <param name="MonthsAssumed">Whether the months are our assumption.</param>
/// <param name="CostAssumed">Whether the cost is our assumption.</param>
public sealed record ScheduledStep(
    ChosenStep Chosen,
    UpgradeStep Step,
    DateOnly Start,
    DateOnly End,
    int Months,
    bool MonthsAssumed,
    long Cost,
    bool CostAssumed
)
{
    public StepCost ToCost() => new(Step.Id, Start, End, Cost, Step.Programmes);
}

/// <summary>The published needs that a manufacturer meets before and after a step.</summary>
/// <param name="Needs">The ids of those that the step opens.</param>
[GenerateSerializer, Immutable]
public sealed record OpenedNeeds(int Before, int After, ImmutableArray<string> Needs);

/// <summary>Money that goes out and comes in within a quarter of a year.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Cost">HK$ that the steps cost, spread evenly over their months.</param>
/// <param name="Grants">HK$ of programmes, which pay when a step has ended; ceilings.</param>
[GenerateSerializer, Immutable]
public sealed record QuarterMoney(int Year, int Quarter, long Cost, long Grants);

/// <summary>
/// How a manufacturer comes from where it stands to where it wants to be: which steps fit, when they happen, which
/// needs they open. Pure.
/// </summary>
public static class UpgradePath
{
    private const int MostRecommended = 4;

    /// <summary>
    /// All steps, the best first: those that the manufacturer thinks of, then by how much of what hurts they help, the
    /// needs that they open, whether they fit its level, and their least cost.
    /// </summary>
    /// <param name="steps">Those of the day; what is not offered is not suggested.</param>
    /// <param name="day">The day on which claims are judged.</param>
    public static ImmutableArray<UpgradeSuggestion> Suggest(
        StepsOfDay steps,
        UpgradeAnswers answers,
        UpgradeProfile profile,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    )
    {
        var met = Met(profile, needs, day).Count;
        var ordered = steps
            .Offered.Select(step => (Step: step, Suggestion: SuggestionOf(step)))
            .OrderBy(each => IsOver(each.Suggestion))
            .ThenByDescending(each => each.Suggestion.Wanted)
            .ThenByDescending(each => each.Suggestion.Symptoms.Length)
            .ThenByDescending(each => each.Suggestion.Opens)
            .ThenBy(each => each.Suggestion.Level is LevelFit.Later)
            .ThenBy(each => each.Step.CostLow)
            .ThenBy(each => each.Step.Id, StringComparer.Ordinal)
            .Select(each => each.Suggestion)
            .ToList();
        var recommended = ordered.Where(IsHelpful).Take(MostRecommended).ToHashSet();
        return [.. ordered.Select(each => each with { Recommended = recommended.Contains(each) })];

        UpgradeSuggestion SuggestionOf(UpgradeStep step) =>
            new(
                step.Id,
                [.. step.Symptoms.Where(symptom => answers.Symptoms?.Contains(symptom) is true)],
                answers.Wanted?.Contains(step.Id) is true,
                FitOf(step, answers.Level),
                IsHeld(step, profile, day),
                Met(With(profile, step), needs, day).Count - met,
                Recommended: false
            );
    }

    /// <summary>
    /// The steps in their order, each with its time: a step without a start begins in the month after the one before
    /// it, the first in the month after <paramref name="day"/>.
    /// </summary>
    /// <param name="steps">Those of the day; what is no longer offered is as it was offered last.</param>
    /// <param name="plan">As <see cref="UpgradeRules.Check"/> accepted it.</param>
    public static ImmutableArray<ScheduledStep> Schedule(
        StepsOfDay steps,
        ImmutableArray<ChosenStep> plan,
        DateOnly day
    )
    {
        var scheduled = ImmutableArray.CreateBuilder<ScheduledStep>(plan.Length);
        var next = FirstOfMonth(day).AddMonths(1);
        foreach (var chosen in plan)
        {
            var step = steps.Find(chosen.Step)!;
            var start = FirstOfMonth(chosen.Start ?? next);
            var months = chosen.Months ?? step.AssumedMonths;
            next = start.AddMonths(months);
            scheduled.Add(
                new(
                    chosen,
                    step,
                    start,
                    next.AddDays(-1),
                    months,
                    chosen.Months is null,
                    chosen.Cost ?? step.AssumedCost,
                    chosen.Cost is null
                )
            );
        }

        return scheduled.ToImmutable();
    }

    /// <summary>What each step adds to the published needs that the manufacturer meets, one after the other.</summary>
    public static ImmutableArray<OpenedNeeds> Opened(
        IEnumerable<UpgradeStep> steps,
        UpgradeProfile profile,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    )
    {
        var opened = ImmutableArray.CreateBuilder<OpenedNeeds>();
        var met = Met(profile, needs, day);
        foreach (var step in steps)
        {
            profile = With(profile, step);
            var after = Met(profile, needs, day);
            opened.Add(new(met.Count, after.Count, [.. after.Except(met)]));
            met = after;
        }

        return opened.ToImmutable();
    }

    /// <summary>
    /// The published needs that each step alone would open, by its certification; a step that opens none is left out.
    /// </summary>
    public static IEnumerable<(string Step, ImmutableArray<string> Needs)> OpenedBy(
        StepsOfDay steps,
        UpgradeProfile profile,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    )
    {
        var capable = profile with { Certifications = null };
        var unmet = needs
            .Where(need => Meets(capable, need with { Certifications = null }, day) && !Meets(profile, need, day))
            .ToList();
        return steps
            .Offered.Where(step => step.Certification is not null)
            .Select(step => (step.Id, Needs: Met(With(profile, step), unmet, day).ToImmutableArray()))
            .Where(each => !each.Needs.IsEmpty);
    }

    /// <summary>The ids of the published needs that a manufacturer meets, as far as claims decide it.</summary>
    public static IReadOnlyList<string> Met(
        UpgradeProfile profile,
        IReadOnlyCollection<PublishedNeed> needs,
        DateOnly day
    ) => [.. needs.Where(need => Meets(profile, need, day)).Select(need => need.Id)];

    /// <summary>The money of each quarter from the first to the last in which any moves.</summary>
    /// <param name="grants">The grant of each step, in their order.</param>
    public static ImmutableArray<QuarterMoney> Quarters(
        ImmutableArray<ScheduledStep> steps,
        ImmutableArray<StepGrant?> grants
    )
    {
        var costs = new Dictionary<int, long>();
        var incomes = new Dictionary<int, long>();
        foreach (var (i, step) in steps.Index())
        {
            for (var month = 0; month < step.Months; month++)
                Add(costs, QuarterOf(step.Start.AddMonths(month)), PartOf(step.Cost, month, step.Months));
            Add(incomes, QuarterOf(step.End), grants[i]?.Amount ?? 0);
        }

        return costs.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(costs.Keys.Min(), costs.Keys.Max() - costs.Keys.Min() + 1)
                    .Select(quarter => new QuarterMoney(
                        quarter / 4,
                        quarter % 4 + 1,
                        costs.GetValueOrDefault(quarter),
                        incomes.GetValueOrDefault(quarter)
                    )),
            ];

        static void Add(Dictionary<int, long> sums, int quarter, long amount) =>
            sums[quarter] = sums.GetValueOrDefault(quarter) + amount;
    }

    private static bool IsOver(UpgradeSuggestion suggestion) => suggestion.Held || suggestion.Level is LevelFit.Passed;

    private static bool IsHelpful(UpgradeSuggestion suggestion) =>
        !IsOver(suggestion) && (suggestion.Wanted || suggestion.Symptoms.Length > 0);

    // The parts of all months are the whole cost to the dollar.
    private static long PartOf(long cost, int month, int months) => cost * (month + 1) / months - cost * month / months;

    private static int QuarterOf(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static LevelFit FitOf(UpgradeStep step, int? level) =>
        level is null ? LevelFit.Unknown
        : level < step.LevelFrom ? LevelFit.Later
        : level > step.LevelTo && step.Certification is null ? LevelFit.Passed
        : LevelFit.Fits;

    /// <summary>Whether a certification, or a narrower one, is claimed on that day.</summary>
    internal static bool IsHeld(string certification, TagsValue? claims, DateOnly day) =>
        Coverage(claims, certification, day) == 1;

    /// <summary>The claims with these certifications beside them.</summary>
    internal static TagsValue With(TagsValue? claims, params IEnumerable<string> certifications) =>
        new([.. claims?.Tags ?? [], .. certifications.Select(code => new Tag(code))]);

    private static bool IsHeld(UpgradeStep step, UpgradeProfile profile, DateOnly day) =>
        step.Certification is { } code && IsHeld(code, profile.Certifications, day);

    private static UpgradeProfile With(UpgradeProfile profile, UpgradeStep step) =>
        step.Certification is { } code ? profile with { Certifications = With(profile.Certifications, code) } : profile;

    // A broader claim may mean what is asked, so it leaves the need open to the manufacturer.
    private static bool Meets(UpgradeProfile profile, PublishedNeed need, DateOnly day) =>
        need.Needs is { Tags.IsEmpty: false } needs
        && needs.Tags.All(tag => Coverage(profile.Capabilities, tag.Code, day) != 0)
        && (need.Certifications?.Tags ?? []).All(tag => Coverage(profile.Certifications, tag.Code, day) != 0);

    private static int Coverage(TagsValue? claims, string code, DateOnly day) =>
        Tags.Coverage(claims?.Tags ?? [], code, day);
}
