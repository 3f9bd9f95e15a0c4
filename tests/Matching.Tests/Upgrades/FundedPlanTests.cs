using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>Which programmes would pay for a plan and are not used.</summary>
public class FundedPlanTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly DateOnly Start = new(2027, 1, 1);

    [Fact]
    public void A_programme_that_would_pay_for_a_planned_step_is_unused() =>
        Assert.Equal(["mpup", "nifs"], Unused(new ChosenStep("cobots", Start)));

    [Theory]
    [InlineData(StepStatus.Applied)]
    [InlineData(StepStatus.Approved)]
    public void It_is_used_once_a_step_is_applied_for_or_approved_under_it(StepStatus status) =>
        Assert.Equal(["mpup"], Unused(new ChosenStep("cobots", Start, Cost: 3_000_000, Status: status)));

    [Fact]
    public void It_is_used_also_where_it_would_pay_for_another_step() =>
        Assert.Equal(
            ["mpup"],
            Unused(
                new ChosenStep("cobots", Start, Cost: 3_000_000, Status: StepStatus.Applied),
                new ChosenStep("automated-line", Start)
            )
        );

    [Fact]
    public void A_step_that_is_done_needs_no_programme() =>
        Assert.Empty(Unused(new ChosenStep("cobots", Start, Status: StepStatus.Done)));

    [Fact]
    public void A_step_for_which_no_programme_pays_leaves_none_unused() =>
        Assert.Empty(Unused(new ChosenStep("iso-9001", Start)));

    private static ImmutableArray<string> Unused(params ImmutableArray<ChosenStep> steps) =>
        FundedPlan
            .Of(
                UpgradePath.Schedule(StepTable.ShippedSteps, steps, Day),
                StepFunding.RulesOf(ProgrammeCatalogue.All),
                new Facts(),
                new Readings(),
                Day
            )
            .Unused;
}
