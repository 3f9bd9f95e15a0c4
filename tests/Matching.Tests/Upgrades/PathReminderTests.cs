using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Reminders;
using Matchmaker.Matching.Upgrades.Steps;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>What a path's answer is, and what of it is news (upgrading.md section 9).</summary>
public class PathReminderTests
{
    private static readonly DateOnly Today = new(2027, 10, 18);
    private static readonly StepPayer Pilot = new("mpup", 140_000, new(2027, 11, 17));

    private static readonly Dictionary<string, ImmutableArray<ProgrammeVersion>> Rules = new()
    {
        ["mpup"] = UpgradeTable.VersionsOf("mpup"),
        ["nifs"] = ProgrammeCatalogue.Find("nifs")!.Versions,
    };

    [Theory]
    [InlineData(StepStatus.Planned, 1)]
    [InlineData(StepStatus.Applied, 1)]
    [InlineData(StepStatus.Approved, 0)]
    [InlineData(StepStatus.Done, 0)]
    public void An_answer_is_given_for_what_is_not_granted_yet(StepStatus status, int answers)
    {
        var found = Answers(status);
        Assert.Equal(answers, found.Length);
        Assert.All(found, answer => Assert.Equal(Pilot, answer.Payer));
    }

    [Fact]
    public void Another_programme_amount_or_last_day_is_a_change_and_a_new_step_is_none()
    {
        ImmutableArray<StepAnswer> before = [new("a", Pilot), new("b", null), new("gone", Pilot)];
        Assert.Empty(PathReminders.Changes(before, [new("a", Pilot with { }), new("b", null), new("new", Pilot)]));
        foreach (
            var now in new[]
            {
                Pilot with
                {
                    Programme = "nifs",
                },
                Pilot with
                {
                    Amount = 1,
                },
                Pilot with
                {
                    Until = null,
                },
                null,
            }
        )
            Assert.Equal([new("a", Pilot, now)], PathReminders.Changes(before, [new("a", now), new("b", null)]));
        Assert.Equal([new("b", null, Pilot)], PathReminders.Changes(before, [new("b", Pilot)]));
    }

    // The pilot's last day is 30 days ahead.
    [Theory]
    [InlineData(-1, StepStatus.Planned, 0)]
    [InlineData(0, StepStatus.Planned, 1)]
    [InlineData(0, StepStatus.Applied, 0)]
    [InlineData(30, StepStatus.Planned, 1)]
    [InlineData(31, StepStatus.Planned, 0)]
    public void A_window_closes_from_thirty_days_ahead_to_its_last_day(int days, StepStatus status, int closing) =>
        Assert.Equal(closing, PathReminders.Closing(Steps(status), Answers(status), Today.AddDays(days)).Length);

    private static ImmutableArray<ScheduledStep> Steps(StepStatus status) =>
        UpgradePath.Schedule(
            StepTable.ShippedSteps,
            [new("machine-monitoring", new(2027, 11, 1), 5, 420_000, status)],
            Today
        );

    private static ImmutableArray<StepAnswer> Answers(StepStatus status)
    {
        var steps = Steps(status);
        var grants = StepFunding.Best([.. steps.Select(step => step.ToCost())], Rules, new(), new());
        return PathReminders.Answers(steps, grants, Rules);
    }
}
