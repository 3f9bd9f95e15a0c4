using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Search.Topics;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades.Steps;

/// <summary>Which steps a day has, what a version must keep to, and what differs between two.</summary>
public class StepVersionTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);
    private static readonly ImmutableArray<UpgradeStep> Rows = StepTable.Shipped.Versions[0].Rows;
    private static readonly UpgradeStep Line = StepTable.ShippedSteps.Find("automated-line")!;

    [Fact]
    public void The_shipped_version_could_be_published_as_it_is()
    {
        Assert.Equal(Rows, Check(Rows).Value);
        Assert.Empty(StepDifference.Between(Rows, [.. Rows.Reverse()]));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_its_row()
    {
        var errors = StepVersionRules
            .Check(
                [
                    Line with
                    {
                        Id = "Automated line",
                        Name = new("Line", null, "线"),
                        Dimension = "gold",
                        Symptoms = ["labour", "love"],
                    },
                    Line with
                    {
                        LevelFrom = -1,
                        LevelTo = 5,
                        Builders = ["digital/wizardry"],
                        Fields = ["alchemy"],
                        Certification = "iso-0",
                    },
                    Line with
                    {
                        Id = "gmp",
                        LevelFrom = 3,
                        LevelTo = 2,
                        MonthsLow = 0,
                        CostLow = -1,
                        CostHigh = -2,
                        Programmes = ["nifs", "nifs"],
                        Training = ["nobody"],
                    },
                    Line with
                    {
                        Needs = ["power", "sunshine"],
                        Basis = "  ",
                        Builders = default,
                    },
                ],
                Day.AddDays(-1),
                Day,
                TaxonomySet.BuiltIn
            )
            .Errors;
        Assert.Equal(
            [
                ("from", "endsBefore"),
                ("rows[0].id", "stepId"),
                ("rows[0].name", "eachLanguage"),
                ("rows[0].dimension", "notACode"),
                ("rows[0].symptoms[1]", "notACode"),
                ("rows[1].levelFrom", "outOfRange"),
                ("rows[1].levelTo", "outOfRange"),
                ("rows[1].builders[0]", "unknownTerm"),
                ("rows[1].fields[0]", "unknownTerm"),
                ("rows[1].certification", "unknownTerm"),
                ("rows[2].levelTo", "belowLow"),
                ("rows[2].programmes[1]", "repeated"),
                ("rows[2].training[0]", "notACode"),
                ("rows[2].monthsLow", "outOfRange"),
                ("rows[2].costLow", "outOfRange"),
                ("rows[2].costHigh", "outOfRange"),
                ("rows[2].costHigh", "belowLow"),
                ("rows[3].needs[1]", "notACode"),
                ("rows[3].basis", "required"),
                ("rows[3].id", "repeated"),
            ],
            errors.Select(error => (error.Path, error.Code))
        );
        Assert.Equal("required", Assert.Single(Check([]).Errors).Code);
        Assert.Equal("required", Assert.Single(Check(default).Errors).Code);
        Assert.Equal("tooMany", Assert.Single(Check([.. Enumerable.Repeat(Line, 201)]).Errors).Code);
    }

    [Fact]
    public void A_step_is_offered_on_the_days_of_the_versions_that_have_it_and_never_lost()
    {
        var without = Rows.Remove(Line);
        var dearer = Line with { CostHigh = 60_000_000 };
        var robot = Line with { Id = "humanoid", Name = new("Humanoid", "人形機械人", "人形机器人") };
        var table = StepTable
            .Shipped.Next(Day, Rows.Replace(Line, dearer))
            .Next(Day.AddDays(10), without)
            .Next(Day.AddDays(20), without.Add(robot));

        Assert.Equal((0, Line, true), Of(-1));
        Assert.Equal((1, dearer, true), Of(0));
        Assert.Equal((1, dearer, true), Of(9));
        Assert.Equal((2, dearer, false), Of(10));
        Assert.Equal((3, dearer, false), Of(20));
        Assert.Equal([robot], table.StepsOn(Day.AddDays(19)).Later);
        Assert.Equal([dearer], table.StepsOn(Day.AddDays(19)).Withdrawn);
        Assert.True(table.StepsOn(Day.AddDays(20)).IsOffered("humanoid"));
        Assert.Null(table.StepsOn(Day).Find("nothing"));

        (int, UpgradeStep?, bool) Of(int days)
        {
            var steps = table.StepsOn(Day.AddDays(days));
            return (steps.Version, steps.Find(Line.Id), steps.IsOffered(Line.Id));
        }
    }

    [Fact]
    public void Whatever_is_published_every_step_of_every_version_is_found_on_every_day() =>
        Gen.Select(Gen.Int[0, 12], Gen.Shuffle(Rows.ToArray(), 1, Rows.Length))
            .Select(pair => (From: Day.AddDays(pair.Item1), Rows: pair.Item2.ToImmutableArray()))
            .Array[1, 5]
            .Sample(
                versions =>
                {
                    var table = versions.Aggregate(StepTable.Shipped, (all, next) => all.Next(next.From, next.Rows));
                    for (var day = Day.AddDays(-1); day < Day.AddDays(14); day = day.AddDays(1))
                    {
                        // The plain reading: the last version that has begun, the later published one of a day.
                        var expected = versions
                            .Where(version => version.From <= day)
                            .Select((version, at) => (version.From, At: at, version.Rows))
                            .OrderBy(version => version.From)
                            .ThenBy(version => version.At)
                            .Select(version => version.Rows)
                            .DefaultIfEmpty(Rows)
                            .Last();
                        var steps = table.StepsOn(day);
                        Assert.Equal(expected, steps.Offered);
                        var all = steps.Offered.Concat(steps.Withdrawn).Concat(steps.Later).Select(step => step.Id);
                        Assert.Equal(Rows.Select(step => step.Id).Order(), all.Order());
                    }
                },
                iter: 200
            );

    [Fact]
    public void A_kept_step_stands_after_it_was_withdrawn_and_nobody_takes_it_anew()
    {
        var steps = StepTable.Shipped.Next(Day, Rows.Remove(Line)).StepsOn(Day);
        ImmutableArray<ChosenStep> plan = [new(Line.Id)];
        Assert.Empty(UpgradeRules.Check(steps, new(Wanted: [Line.Id]), plan, [Line.Id]));
        Assert.Equal(
            ["answers.wanted[0] notACode", "steps[0].step notACode"],
            UpgradeRules.Check(steps, new(Wanted: [Line.Id]), plan, []).Select(error => $"{error.Path} {error.Code}")
        );
        Assert.Equal(Line, Assert.Single(UpgradePath.Schedule(steps, plan, Day)).Step);
        Assert.DoesNotContain(
            UpgradePath.Suggest(steps, new(), new(null, null), [], Day),
            suggestion => suggestion.Step == Line.Id
        );
        Assert.DoesNotContain(
            new TopicSearch(steps.Offered).In("automated line 智能生產線"),
            topic => topic.Id == Line.Id
        );
    }

    [Fact]
    public void Differences_are_steps_that_changed_came_or_went()
    {
        var other = Line with { Symptoms = [.. Line.Symptoms.Reverse()] };
        var robot = Line with { Id = "humanoid" };
        Assert.Equal(
            [new(Line, other), new(null, robot), new(Rows[0], null)],
            StepDifference.Between(Rows, [.. Rows.Remove(Rows[0]).Replace(Line, other), robot])
        );
    }

    private static Validated<ImmutableArray<UpgradeStep>> Check(ImmutableArray<UpgradeStep> rows) =>
        StepVersionRules.Check(rows, Day, Day, TaxonomySet.BuiltIn);
}
