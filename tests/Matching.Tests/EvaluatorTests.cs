using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>The rules of matching.md sections 2 to 4, one by one.</summary>
public class EvaluatorTests
{
    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0.5)]
    [InlineData(101, 0.666667)]
    [InlineData(102, 0.833333)]
    [InlineData(103, 1)]
    [InlineData(500, 1)]
    public void At_least_rises_from_one_half_at_the_limit_to_one_at_the_ideal(int area, double utility) =>
        Assert.Equal(
            (decimal)utility,
            Sites(
                new()
                {
                    Attribute = "area",
                    Op = Op.AtLeast,
                    Limit = Some.Number(100),
                    Ideal = Some.Number(103),
                },
                ("area", Some.Number(area))
            ).Utility
        );

    [Theory]
    [InlineData(103.1, 0)]
    [InlineData(103, 0.5)]
    [InlineData(102.9, 0.516667)]
    [InlineData(100, 1)]
    public void At_most_falls_from_one_at_the_ideal_to_one_half_at_the_limit(double rent, double utility) =>
        Assert.Equal(
            (decimal)utility,
            Sites(
                new()
                {
                    Attribute = "rent",
                    Op = Op.AtMost,
                    Limit = Some.Number(103),
                    Ideal = Some.Number(100),
                },
                ("rent", Some.Number((decimal)rent))
            ).Utility
        );

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.666667)]
    [InlineData(3, 1)]
    [InlineData(4, 0.928571)]
    [InlineData(10, 0.5)]
    [InlineData(11, 0)]
    public void Between_is_best_at_its_ideal(int floor, double utility) =>
        Assert.Equal(
            (decimal)utility,
            Sites(
                new()
                {
                    Attribute = "floor",
                    Op = Op.Between,
                    Min = Some.Number(0),
                    Max = Some.Number(10),
                    Ideal = Some.Number(3),
                },
                ("floor", Some.Number(floor))
            ).Utility
        );

    [Theory]
    [InlineData("I", 1)]
    [InlineData("C", 0.5)]
    [InlineData("GIC", 0)]
    public void Any_of_is_best_for_the_preferred_codes(string zone, double utility) =>
        Assert.Equal(
            (decimal)utility,
            Sites(
                new()
                {
                    Attribute = "zone",
                    Op = Op.AnyOf,
                    Values = ["I", "C"],
                    Preferred = ["I"],
                },
                ("zone", Some.Code(zone))
            ).Utility
        );

    [Theory]
    [InlineData(UseVerdict.Fits, 1)]
    [InlineData(UseVerdict.NeedsPermission, 0.5)]
    [InlineData(UseVerdict.DoesNotFit, 0)]
    public void A_use_that_needs_permission_has_half_the_utility(UseVerdict verdict, double utility) =>
        Assert.Equal(
            (decimal)utility,
            Sites(
                new()
                {
                    Attribute = "uses",
                    Op = Op.Allows,
                    Value = Some.Code("storage"),
                },
                ("uses", new UsesValue(ImmutableSortedDictionary<string, UseVerdict>.Empty.Add("storage", verdict)))
            ).Utility
        );

    [Fact]
    public void A_distance_is_evaluated_and_shown_in_whole_metres()
    {
        var part = Sites(
            new()
            {
                Attribute = "location",
                Op = Op.Within,
                Of = new(22.3, 114.2),
                Limit = Some.Number(1112),
            },
            ("location", new PointValue(22.31, 114.2))
        );
        Assert.Equal((Some.Number(1112), 1m), (part.Actual, part.Utility));
    }

    [Theory]
    [InlineData("a/b", Outcome.Met)]
    [InlineData("a/b/c", Outcome.Met)]
    [InlineData("a", Outcome.Unknown)]
    [InlineData("a/bc", Outcome.Unmet)]
    [InlineData("e", Outcome.Unmet)]
    public void A_narrower_code_covers_and_a_broader_code_is_unknown(string claimed, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Partners(
                new()
                {
                    Attribute = "capabilities",
                    Op = Op.Covers,
                    Value = Some.Code("a/b"),
                },
                ("capabilities", Some.Tags(new Tag(claimed)))
            ).Outcome
        );

    [Theory]
    [InlineData(0, Outcome.Met)]
    [InlineData(-1, Outcome.Unmet)]
    public void A_certification_is_claimed_up_to_and_including_its_last_day(int days, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Partners(
                new()
                {
                    Attribute = "certifications",
                    Op = Op.Covers,
                    Value = Some.Code("iso"),
                },
                ("certifications", Some.Tags(new Tag("iso", Some.Today.AddDays(days))))
            ).Outcome
        );

    [Fact]
    public void Missing_tags_claim_nothing_and_are_not_unknown() =>
        Assert.Equal(
            Outcome.Unmet,
            Partners(
                new()
                {
                    Attribute = "capabilities",
                    Op = Op.Covers,
                    Value = Some.Code("a"),
                }
            ).Outcome
        );

    [Fact]
    public void An_unknown_value_has_a_quarter_utility_and_is_never_stale()
    {
        var part = Sites(
            new()
            {
                Attribute = "gas",
                Op = Op.Is,
                Value = new FlagValue(true),
            }
        );
        Assert.Equal((Outcome.Unknown, 0.25m, false, null), (part.Outcome, part.Utility, part.Stale, part.Actual));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_value_is_stale_from_the_day_after_its_fresh_days(int age, bool stale)
    {
        var profile = Some.Profile("p", ("rent", Some.Number(100)));
        profile = profile with { VerifiedOn = profile.VerifiedOn.SetItem("rent", Some.Today.AddDays(-age)) };
        var part = Evaluator.Evaluate(BoardTable.Sites, [Rent], profile, Some.Today).Parts[0];
        Assert.Equal((Outcome.Met, stale, stale ? 0.9m : 1m), (part.Outcome, part.Stale, part.Utility));
    }

    [Fact]
    public void A_value_that_was_never_verified_is_stale()
    {
        var profile = Some.Profile("p", ("rent", Some.Number(100))) with
        {
            VerifiedOn = ImmutableSortedDictionary<string, DateOnly>.Empty,
        };
        Assert.True(Evaluator.Evaluate(BoardTable.Sites, [Rent], profile, Some.Today).Parts[0].Stale);
    }

    [Fact]
    public void A_demand_without_criteria_scores_a_hundred_and_accepts_all()
    {
        var match = Evaluator.Evaluate(BoardTable.Sites, [], Some.Profile("p"), Some.Today);
        Assert.Equal((Verdict.Match, 100.0, 1.0), (match.Verdict, match.Score, match.Certainty));
    }

    [Fact]
    public void Preferences_move_the_score_and_never_the_verdict()
    {
        var match = Evaluator.Evaluate(
            BoardTable.Sites,
            [Rent with { Strength = Strength.Prefer }],
            Some.Profile("p", ("rent", Some.Number(500))),
            Some.Today
        );
        Assert.Equal((Verdict.Match, 0.0), (match.Verdict, match.Score));
    }

    [Fact]
    public void A_score_notifies_from_its_exact_bound()
    {
        var demand = new StandingDemand("d", "sites", "enterprises/e1", [Rent], 50);
        var match = Evaluator.Evaluate(
            BoardTable.Sites,
            [Rent with { Ideal = Some.Number(0) }],
            Some.Profile("p", ("rent", Some.Number(200))),
            Some.Today
        );
        Assert.True(demand.Notifies(match));
        Assert.False((demand with { NotifyAbove = 50.0000000000000000000000001m }).Notifies(match));
    }

    private static Criterion Rent { get; } =
        new()
        {
            Attribute = "rent",
            Op = Op.AtMost,
            Limit = Some.Number(200),
        };

    private static Part Sites(Criterion criterion, params (string, Value)[] values) =>
        Part(BoardTable.Sites, criterion, values);

    private static Part Partners(Criterion criterion, params (string, Value)[] values) =>
        Part(BoardTable.Partners, criterion, values);

    private static Part Part(Board board, Criterion criterion, (string, Value)[] values) =>
        Evaluator
            .Evaluate(
                board,
                DemandRules.Check(board, [criterion], "criteria").Value,
                Some.Profile("p", values),
                Some.Today
            )
            .Parts[0];
}
