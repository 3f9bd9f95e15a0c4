using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>Which steps fit a manufacturer, when they happen, and which needs they open.</summary>
public class UpgradePathTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    private static readonly string[] Certifications = ["iso-9001", "iso-13485", "iso-14001", "gmp", "iatf-16949"];

    private static readonly string[] Capabilities = ["moulding", "moulding/injection", "machining", "testing"];

    private static readonly Gen<TagsValue?> Certified = Claims(Certifications);

    private static readonly Gen<TagsValue?> Capable = Claims(Capabilities);

    private static readonly Gen<ImmutableArray<PublishedNeed>> Needs = Gen.Select(Capable, Certified)
        .Array[0, 8]
        .Select(needs =>
            needs.Select((need, i) => new PublishedNeed($"n{i}", need.Item1, need.Item2)).ToImmutableArray()
        );

    private static readonly Gen<ImmutableArray<ChosenStep>> Plans = Gen.Select(
            Gen.Shuffle(StepTable.ShippedSteps.Offered.ToArray(), 0, UpgradeRules.MaxSteps),
            Gen.Int[0, 60].Array[UpgradeRules.MaxSteps],
            Gen.OneOfConst<long?>(null, 0, 1, 99_999_999, 1_000_000_000_000).Array[UpgradeRules.MaxSteps],
            Gen.OneOfConst<int?>(null, 1, 7, 120).Array[UpgradeRules.MaxSteps]
        )
        .Select(plan =>
            plan.Item1.Select(
                    (step, i) =>
                        new ChosenStep(
                            step.Id,
                            plan.Item2[i] < 30 ? null : new DateOnly(2027, 1, 1).AddMonths(plan.Item2[i] - 30),
                            plan.Item4[i],
                            plan.Item3[i]
                        )
                )
                .ToImmutableArray()
        );

    [Fact]
    public void A_step_never_lowers_the_needs_that_are_met() =>
        Gen.Select(Capable, Certified, Needs, Gen.Shuffle(StepTable.ShippedSteps.Offered.ToArray(), 0, 8))
            .Sample(
                (capabilities, certifications, needs, steps) =>
                {
                    var profile = new UpgradeProfile(capabilities, certifications);
                    var met = UpgradePath.Met(profile, needs, Day).Count;
                    foreach (var opened in UpgradePath.Opened(steps, profile, needs, Day))
                    {
                        Assert.Equal(met, opened.Before);
                        Assert.Equal(opened.After - opened.Before, opened.Needs.Length);
                        Assert.InRange(opened.After, opened.Before, needs.Length);
                        met = opened.After;
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void What_a_suggestion_opens_is_what_its_step_alone_opens() =>
        Gen.Select(Capable, Certified, Needs)
            .Sample(
                (capabilities, certifications, needs) =>
                {
                    var profile = new UpgradeProfile(capabilities, certifications);
                    foreach (var suggestion in UpgradePath.Suggest(StepTable.ShippedSteps, new(), profile, needs, Day))
                    {
                        var step = StepTable.ShippedSteps.Find(suggestion.Step)!;
                        var opened = Assert.Single(UpgradePath.Opened([step], profile, needs, Day));
                        Assert.Equal(opened.Needs.Length, suggestion.Opens);
                    }
                },
                iter: 200
            );

    [Fact]
    public void The_quarters_hold_every_dollar_of_the_steps_and_of_the_grants() =>
        Plans.Sample(
            plan =>
            {
                var steps = UpgradePath.Schedule(StepTable.ShippedSteps, plan, Day);
                var grants = steps
                    .Select(step => step.Cost > 2 ? new StepGrant("nifs", step.Cost / 3) : null)
                    .ToImmutableArray();
                var quarters = UpgradePath.Quarters(steps, grants);
                Assert.Equal(steps.Sum(step => step.Cost), quarters.Sum(quarter => quarter.Cost));
                Assert.Equal(StepFunding.Sum(grants), quarters.Sum(quarter => quarter.Grants));
                Assert.All(quarters, quarter => Assert.True(quarter.Cost >= 0));
                Assert.Equal(
                    quarters.Select(quarter => quarter.Year * 4 + quarter.Quarter).Distinct().Count(),
                    quarters.Length
                );
            },
            iter: 2_000
        );

    [Fact]
    public void A_step_without_a_start_begins_in_the_month_after_the_one_before_it() =>
        Plans.Sample(
            plan =>
            {
                DateOnly? before = null;
                foreach (var step in UpgradePath.Schedule(StepTable.ShippedSteps, plan, Day))
                {
                    Assert.Equal(1, step.Start.Day);
                    Assert.Equal(step.Start.AddMonths(step.Months), step.End.AddDays(1));
                    Assert.Equal(step.Chosen.Start ?? before?.AddDays(1) ?? new DateOnly(2026, 12, 1), step.Start);
                    before = step.End;
                }
            },
            iter: 1_000
        );

    [Fact]
    public void What_hurts_and_what_is_thought_of_lead_to_at_most_four_steps()
    {
        var suggestions = UpgradePath.Suggest(
            StepTable.ShippedSteps,
            new(Level: 1, Symptoms: ["labour", "quality"], Wanted: ["carbon-report"]),
            new(null, null),
            [],
            Day
        );
        Assert.Equal(
            ["carbon-report", "machine-monitoring", "vision-inspection", "automated-line"],
            suggestions.Where(suggestion => suggestion.Recommended).Select(suggestion => suggestion.Step)
        );
        Assert.Equal(["quality", "labour"], suggestions[1].Symptoms);
        Assert.Equal(StepTable.ShippedSteps.Offered.Length, suggestions.Length);
    }

    [Fact]
    public void Nothing_is_recommended_to_a_firm_that_has_said_nothing() =>
        Assert.DoesNotContain(
            UpgradePath.Suggest(StepTable.ShippedSteps, new(), new(null, null), [], Day),
            suggestion => suggestion.Recommended
        );

    [Fact]
    public void A_certification_is_held_until_its_last_day()
    {
        var profile = new UpgradeProfile(null, new([new("iso-9001", Day)]));
        Assert.True(Of(Day).Held);
        Assert.False(Of(Day).Recommended);
        Assert.False(Of(Day.AddDays(1)).Held);
        Assert.True(Of(Day.AddDays(1)).Recommended);

        UpgradeSuggestion Of(DateOnly day) =>
            UpgradePath
                .Suggest(StepTable.ShippedSteps, new(Symptoms: ["customers"]), profile, [], day)
                .Single(suggestion => suggestion.Step == "iso-9001");
    }

    [Theory]
    [InlineData(null, LevelFit.Unknown)]
    [InlineData(0, LevelFit.Later)]
    [InlineData(1, LevelFit.Fits)]
    [InlineData(2, LevelFit.Fits)]
    [InlineData(3, LevelFit.Passed)]
    public void A_step_belongs_to_its_levels(int? level, LevelFit fit) =>
        Assert.Equal(
            fit,
            UpgradePath
                .Suggest(StepTable.ShippedSteps, new(Level: level), new(null, null), [], Day)
                .Single(suggestion => suggestion.Step == "vision-inspection")
                .Level
        );

    private static Gen<TagsValue?> Claims(string[] codes) =>
        Gen.OneOf(
            Gen.Const(() => (TagsValue?)null),
            Gen.Shuffle(codes, 0, 3).Select(tags => (TagsValue?)new TagsValue([.. tags.Select(tag => new Tag(tag))]))
        );
}
