using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Paths;

/// <summary>What a criterion on machines takes, and what each step says (matching.md section 14).</summary>
public class PathRuleTests
{
    private static readonly Machine Mill = new()
    {
        Mass = 2500,
        Length = 2.5m,
        Width = 2,
        Height = 2.3m,
    };

    private static readonly Profile Upstairs = Some.Profile(
        "p",
        ("floor", Some.Number(3)),
        ("rampAccess", new FlagValue(false)),
        ("doorWidth", Some.Number(2)),
        ("doorHeight", Some.Number(2.3m)),
        ("headroom", Some.Number(2.3m)),
        ("liftCapacity", Some.Number(2500)),
        ("liftDoorWidth", Some.Number(2)),
        ("liftDoorHeight", Some.Number(2.3m)),
        ("liftCarWidth", Some.Number(2)),
        ("liftCarLength", Some.Number(2.5m)),
        ("liftCarHeight", Some.Number(2.3m)),
        ("floorLoading", Some.Number(5)),
        ("pointLoad", Some.Number(8.2m)),
        ("power", Some.Number(100))
    );

    // 2 500 kg on 5 m² are 4.903325 kPa, and on three feet 8.172208 kN: what fits to the last step just fits.
    [Theory]
    [InlineData(null, 0, "")]
    [InlineData("doorWidth", 1.99, "door")]
    [InlineData("doorHeight", 2.29, "door")]
    [InlineData("headroom", 2.29, "headroom")]
    [InlineData("liftCapacity", 2490, "wayUp")]
    [InlineData("liftDoorWidth", 1.99, "wayUp")]
    [InlineData("liftDoorHeight", 2.29, "wayUp")]
    [InlineData("liftCarWidth", 1.99, "wayUp")]
    [InlineData("liftCarLength", 2.49, "wayUp")]
    [InlineData("liftCarHeight", 2.29, "wayUp")]
    [InlineData("floorLoading", 4.9, "floorLoading")]
    [InlineData("pointLoad", 8.1, "pointLoad")]
    [InlineData("power", 99, "power")]
    public void One_step_below_what_is_needed_fails_and_names_both_numbers(string? code, object value, string step)
    {
        var space = code is null ? Upstairs : With(code, Some.Number(Convert.ToDecimal(value)));
        var part = PartOf(space, Mill with { Feet = 3, Power = 50, Count = 2 });
        Assert.Equal(
            ["door", "wayUp", "headroom", "floorLoading", "pointLoad", "power"],
            part.Steps!.Value.Select(one => Word(one.Step))
        );
        Assert.Equal(
            step.Length == 0 ? [] : [step],
            part.Steps.Value.Where(one => one.Outcome is Outcome.Unmet).Select(one => Word(one.Step))
        );
        if (code is null)
            return;
        var failing = part.Steps.Value.Single(one => one.Outcome is Outcome.Unmet);
        Assert.Equal(space.Values[code], failing.Actual![code]);
        Assert.Equal(Upstairs.Values[code], code is "floorLoading" ? Some.Number(5) : failing.Required![code]);
        Assert.True(Some.Key(failing.Required![code]) > Some.Key(failing.Actual[code]));
    }

    [Theory]
    [InlineData(0, false, 2490, WayUp.Ground)]
    [InlineData(3, true, 2490, WayUp.Ramp)]
    [InlineData(0, true, 2500, WayUp.Ground)]
    [InlineData(3, false, 2500, WayUp.Lift)]
    [InlineData(3, false, 2490, null)]
    public void The_way_up_is_the_ground_a_ramp_or_the_lift(int floor, bool ramp, int capacity, WayUp? by)
    {
        var space = Upstairs with
        {
            Values = Upstairs
                .Values.SetItem("floor", Some.Number(floor))
                .SetItem("rampAccess", new FlagValue(ramp))
                .SetItem("liftCapacity", Some.Number(capacity)),
        };
        var step = PartOf(space, Mill).Steps!.Value.Single(one => one.Step is PathStepKind.WayUp);
        Assert.Equal((by is null ? Outcome.Unmet : Outcome.Met, by), (step.Outcome, step.By));
    }

    [Fact]
    public void A_crate_may_go_into_the_lift_with_either_side_first()
    {
        var wide = Mill with { Length = 2, Width = 2.5m };
        Assert.Equal(Outcome.Met, PartOf(Upstairs, wide).Outcome);
        var step = PartOf(With("liftCarLength", Some.Number(2.4m)), wide)
            .Steps!.Value.Single(one => one.Step is PathStepKind.WayUp);
        Assert.Equal(Outcome.Unmet, step.Outcome);
    }

    [Fact]
    public void A_crate_travels_and_the_machine_stands()
    {
        var dismantled = Mill with
        {
            Mass = 2549,
            Crate = new()
            {
                Mass = 900,
                Length = 1,
                Width = 1,
                Height = 1,
            },
        };
        var steps = PartOf(Upstairs, dismantled).Steps!.Value;
        Assert.All(steps, step => Assert.Equal(Outcome.Met, step.Outcome));
        Assert.Equal(Some.Number(900), steps[1].Required!["liftCapacity"]);
        Assert.Equal(Some.Number(2.3m), steps[2].Required!["headroom"]);
        Assert.Equal(Some.Number(5), steps[3].Required!["floorLoading"]);
    }

    [Fact]
    public void An_unknown_value_leaves_a_step_unknown_unless_another_fails()
    {
        var part = PartOf(Without("headroom"), Mill);
        Assert.Equal((Outcome.Unknown, 0.25m, false, null), (part.Outcome, part.Utility, part.Stale, part.Actual));
        Assert.Null(part.Steps!.Value.Single(step => step.Step is PathStepKind.Headroom).Actual);
        Assert.Equal(Outcome.Unmet, PartOf(Without("headroom"), Mill with { Mass = 9000 }).Outcome);
        Assert.Equal(Outcome.Unmet, PartOf(Without("doorWidth"), Mill with { Height = 2.31m }).Outcome);
    }

    [Fact]
    public void The_path_is_stale_with_any_known_value_that_it_reads()
    {
        var old = Upstairs with { VerifiedOn = Upstairs.VerifiedOn.SetItem("rampAccess", Some.Today.AddDays(-366)) };
        Assert.Equal((true, 0.9m), (PartOf(old, Mill).Stale, PartOf(old, Mill).Utility));
        var unread = Upstairs with { VerifiedOn = Upstairs.VerifiedOn.Remove("pointLoad").Remove("power") };
        Assert.False(PartOf(unread, Mill).Stale);
        Assert.True(PartOf(unread, Mill with { Feet = 4 }).Stale);
        Assert.True(PartOf(unread, Mill with { Power = 10 }).Stale);
    }

    [Fact]
    public void Measures_come_onto_their_steps_and_the_criterion_is_fixed()
    {
        var rough = Mill with { Mass = 2500.5m, Length = 2.505m, Width = 1.994m, Power = 12.5m };
        var kept = DemandRules.Check(BoardTable.Sites, [SomePaths.Takes(rough)], "criteria").Value[0];
        Assert.True(kept.Fixed);
        Assert.Equal(
            (2501m, 2.51m, 1.99m, 13m),
            (
                kept.Machines!.Value[0].Mass,
                kept.Machines.Value[0].Length,
                kept.Machines.Value[0].Width,
                kept.Machines.Value[0].Power
            )
        );
    }

    public static TheoryData<string, Machine[]?> Bad =>
        new()
        {
            { "criteria[0].machines", null },
            { "criteria[0].machines", [] },
            { "criteria[0].machines", [.. Enumerable.Repeat(Mill, 21)] },
            { "criteria[0].machines[1].mass", [Mill, Mill with { Mass = 0.9m }] },
            { "criteria[0].machines[0].length", [Mill with { Length = 0 }] },
            { "criteria[0].machines[0].width", [Mill with { Width = -1 }] },
            { "criteria[0].machines[0].height", [Mill with { Height = 1_000.01m }] },
            { "criteria[0].machines[0].feet", [Mill with { Feet = 2 }] },
            { "criteria[0].machines[0].feet", [Mill with { Feet = 101 }] },
            { "criteria[0].machines[0].count", [Mill with { Count = 0 }] },
            { "criteria[0].machines[0].count", [Mill with { Count = 1_001 }] },
            { "criteria[0].machines[0].power", [Mill with { Power = -1 }] },
            { "criteria[0].machines[0].name", [Mill with { Name = new('x', 101) }] },
            {
                "criteria[0].machines[0].crate.mass",
                [
                    Mill with
                    {
                        Crate = new()
                        {
                            Mass = 0,
                            Length = 1,
                            Width = 1,
                            Height = 1,
                        },
                    },
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_machine_is_refused_at_its_path(string path, Machine[]? machines)
    {
        var criterion = SomePaths.Takes() with { Machines = machines is null ? null : [.. machines] };
        var errors = DemandRules.Check(BoardTable.Sites, [criterion], "criteria").Errors;
        Assert.Equal([path], errors.Select(error => error.Path));
    }

    [Fact]
    public void No_other_op_takes_machines_and_no_record_states_a_path()
    {
        var headroom = new Criterion
        {
            Attribute = "headroom",
            Op = Op.AtLeast,
            Limit = Some.Number(3),
            Machines = [Mill],
        };
        Assert.Equal(
            ["criteria[0].machines"],
            DemandRules.Check(BoardTable.Sites, [headroom], "criteria").Errors.Select(error => error.Path)
        );
        var stated = new Dictionary<string, Value> { ["path"] = new FlagValue(true) };
        Assert.Equal(
            ["values.path"],
            ValueRules.Check(BoardTable.Sites, stated, "values").Errors.Select(error => error.Path)
        );
    }

    private static Part PartOf(Profile space, params Machine[] machines) =>
        Evaluator.Evaluate(BoardTable.Sites, [SomePaths.Takes(machines)], space, Some.Today).Parts[0];

    private static Profile With(string code, Value value) =>
        Upstairs with
        {
            Values = Upstairs.Values.SetItem(code, value),
        };

    private static Profile Without(string code) => Upstairs with { Values = Upstairs.Values.Remove(code) };

    private static string Word(PathStepKind step) => char.ToLowerInvariant($"{step}"[0]) + $"{step}"[1..];
}
