using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>The validation of values and criteria against a board, with the paths of errors.</summary>
public class RulesTests
{
    private static readonly Criterion Area = new()
    {
        Attribute = "area",
        Op = Op.AtLeast,
        Limit = Some.Number(100),
    };
    private static readonly Criterion Zone = new()
    {
        Attribute = "zone",
        Op = Op.AnyOf,
        Values = ["I"],
    };
    private static readonly Criterion Near = new()
    {
        Attribute = "location",
        Op = Op.Within,
        Of = new(22.3, 114.2),
        Limit = Some.Number(500),
    };

    [Fact]
    public void The_boards_are_those_of_the_two_tables()
    {
        Assert.Equal([48, 20, 9, 8], BoardTable.All.Select(board => board.Attributes.Length));
        Assert.Equal("area", BoardTable.Sites.Attributes[0].Code);
        Assert.Equal(9, BoardTable.Sites.Find("uses")!.Values.Length);
        Assert.Equal(new PointValue(22.1, 113.8), BoardTable.Sites.Find("location")!.Min);
        Assert.Null(BoardTable.Find("nowhere"));
    }

    [Theory]
    [InlineData("headroom", 3.994, 3.99)]
    [InlineData("headroom", 3.995, 4.00)]
    [InlineData("floor", -2.5, -2)]
    [InlineData("floor", -2.51, -3)]
    [InlineData("liftCapacity", 1004, 1000)]
    [InlineData("liftCapacity", 1005, 1010)]
    public void A_number_is_rounded_to_the_nearest_step_half_towards_plus_infinity(
        string code,
        double given,
        double kept
    ) =>
        Assert.Equal(
            Some.Number((decimal)kept),
            ValueRules.CheckOne(BoardTable.Sites.Find(code)!, Some.Number((decimal)given)).Value
        );

    [Fact]
    public void The_range_is_checked_before_rounding() =>
        Assert.Equal(["values.area outOfRange 1 60000 m2"], ValueErrors(("area", Some.Number(0.9m))));

    [Fact]
    public void Every_wrong_value_is_reported_at_its_path()
    {
        var errors = ValueErrors(
            ("colour", Some.Code("red")),
            ("area", Some.Code("big")),
            ("availableFrom", Some.Day(1999, 12, 31)),
            ("gas", Some.Number(1)),
            ("tenure", Some.Code("gift")),
            ("location", new PointValue(30, 114)),
            ("rent", new FlagValue(true)),
            ("uses", new UsesValue(ImmutableSortedDictionary<string, UseVerdict>.Empty.Add("golf", UseVerdict.Fits)))
        );
        Assert.Equal(
            [
                "values.area notANumber",
                "values.availableFrom outOfRange",
                "values.colour unknownAttribute",
                "values.gas notAFlag",
                "values.location.lat outOfRange",
                "values.rent notANumber",
                "values.tenure notACode",
                "values.uses.golf notACode",
            ],
            errors.Select(error => string.Join(' ', error.Split(' ').Take(2))).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a|b")]
    [InlineData("a b")]
    [InlineData("iso@soon")]
    [InlineData("a//b")]
    public void A_tag_that_is_no_path_is_rejected(string code) =>
        Assert.Equal(
            "capabilities[1] notATag",
            Short(
                ValueRules
                    .CheckOne(
                        BoardTable.Partners.Find("capabilities")!,
                        Some.Tags(new("a/b"), new(code)),
                        "capabilities"
                    )
                    .Errors[0]
            )
        );

    [Fact]
    public void Tags_are_sorted_and_the_longer_of_two_claims_holds()
    {
        var given = Some.Tags(new("b", Some.Today), new("a/b"), new("b"), new("a"));
        Assert.Equal(
            Some.Tags(new("a"), new("a/b"), new("b")),
            ValueRules.CheckOne(BoardTable.Partners.Find("certifications")!, given).Value
        );
    }

    [Fact]
    public void Operands_are_rounded_to_the_step()
    {
        var kept = DemandRules
            .Check(
                BoardTable.Sites,
                [Area with { Limit = Some.Number(99.5m) }, Near with { Limit = Some.Number(499.5m) }],
                "criteria"
            )
            .Value;
        Assert.Equal([Some.Number(100), Some.Number(500)], kept.Select(criterion => criterion.Limit));
    }

    [Fact]
    public void An_ideal_that_equals_the_limit_after_rounding_is_valid() =>
        Assert.Empty(Errors(Area with { Limit = Some.Number(100.4m), Ideal = Some.Number(100.1m) }));

    [Fact]
    public void Every_broken_rule_is_reported_at_once() =>
        Assert.Equal(
            [
                "criteria[0].weight outOfRange",
                "criteria[0].max notTaken",
                "criteria[0].limit required",
                "criteria[1].attribute unknownAttribute",
            ],
            Errors(Area with { Weight = 0, Limit = null, Max = Some.Number(3) }, Area with { Attribute = "colour" })
        );

    [Fact]
    public void A_list_of_more_than_a_hundred_criteria_is_rejected() =>
        Assert.Equal(["criteria tooMany"], Errors([.. Enumerable.Repeat(Area, 101)]));

    public static TheoryData<Criterion, string> Wrong =>
        new()
        {
            { Area with { Op = Op.AnyOf }, "op unknownOp" },
            { Area with { Op = (Op)99 }, "op unknownOp" },
            { Area with { Weight = 11 }, "weight outOfRange" },
            { Area with { Limit = Some.Code("big") }, "limit notANumber" },
            { Area with { Limit = Some.Number(60_001) }, "limit outOfRange" },
            { Area with { Ideal = Some.Number(99) }, "ideal order" },
            { Area with { Op = Op.AtMost, Ideal = Some.Number(101) }, "ideal order" },
            { Area with { Op = Op.Between, Limit = null, Min = Some.Number(9), Max = Some.Number(8) }, "max order" },
            {
                Area with
                {
                    Op = Op.Between,
                    Limit = null,
                    Min = Some.Number(7),
                    Max = Some.Number(8),
                    Ideal = Some.Number(9),
                },
                "ideal order"
            },
            { Area with { Attribute = "availableFrom" }, "limit notADay" },
            { Zone with { Values = null }, "values required" },
            { Zone with { Values = [] }, "values empty" },
            { Zone with { Values = ["X"] }, "values[0] unknownCode" },
            { Zone with { Preferred = ["C"] }, "preferred[0] notSubset" },
            { Near with { Of = null }, "of required" },
            { Near with { Of = new(22.3, 100) }, "of.lon outOfRange" },
            { Near with { Limit = Some.Number(-0.4m) }, "limit outOfRange" },
            { Near with { Ideal = Some.Number(501) }, "ideal order" },
            {
                new()
                {
                    Attribute = "gas",
                    Op = Op.Is,
                    Value = Some.Code("yes"),
                },
                "value notAFlag"
            },
            {
                new() { Attribute = "gas", Op = Op.Is },
                "value required"
            },
            {
                new()
                {
                    Attribute = "uses",
                    Op = Op.Allows,
                    Value = Some.Code("golf"),
                },
                "value unknownCode"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_criterion_that_breaks_a_rule_is_rejected_at_its_operand(Criterion criterion, string error) =>
        Assert.Equal([$"criteria[0].{error}"], Errors(criterion));

    [Fact]
    public void An_empty_list_of_preferred_codes_equals_none() =>
        Assert.Null(DemandRules.Check(BoardTable.Sites, [Zone with { Preferred = [] }], "criteria").Value[0].Preferred);

    [Fact]
    public void Every_error_code_of_the_rules_has_a_text() =>
        Assert.All(
            Wrong
                .Select(row => row.Data.Item2.Split(' ')[1])
                .Concat(["unknownAttribute", "notTaken", "tooMany", "notATag", "notTags", "notUses", "notAPoint"]),
            code => Assert.Contains(code, ErrorTexts.All.Keys)
        );

    private static IEnumerable<string> Errors(params ImmutableArray<Criterion> criteria) =>
        DemandRules.Check(BoardTable.Sites, criteria, "criteria").Errors.Select(Short);

    private static IEnumerable<string> ValueErrors(params (string Code, Value Value)[] values) =>
        ValueRules
            .Check(BoardTable.Sites, values.ToDictionary(pair => pair.Code, pair => pair.Value), "values")
            .Errors.Select(error => $"{error.Path} {error.Code} {string.Join(' ', error.Args)}");

    private static string Short(FieldError error) => $"{error.Path} {error.Code}";
}
