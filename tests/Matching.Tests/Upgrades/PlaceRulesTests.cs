using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Matchmaker.Matching.Visits;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>What steps ask of places (upgrading.md section 10).</summary>
public class PlaceRulesTests
{
    private static readonly UpgradeStep Line = StepTable.ShippedSteps.Find("automated-line")!;
    private static readonly UpgradeStep Cooling = StepTable.ShippedSteps.Find("clean-heat-cooling")!;
    private static readonly UpgradeStep CleanRoom = StepTable.ShippedSteps.Find("clean-room")!;
    private static readonly PointValue Home = new(22.31, 114.22);

    [Theory]
    [InlineData(null, null, Carrying.ToCheck)]
    [InlineData(null, 7.5, Carrying.ToCheck)]
    [InlineData(7.5, null, Carrying.ToCheck)]
    [InlineData(7.5, 7.4, Carrying.Not)]
    [InlineData(7.5, 7.5, Carrying.Carries)]
    public void A_number_is_carried_where_both_are_known_and_what_is_there_is_enough(
        double? needed,
        double? actual,
        Carrying outcome
    )
    {
        var found = PlaceRules.At(Line, new(FloorLoading: (decimal?)needed), Values(("floorLoading", actual)));
        var fact = found.Facts.Single(each => each.Attribute == "floorLoading");
        Assert.Equal((outcome, (decimal?)needed), (fact.Outcome, fact.Needed));
    }

    [Theory]
    [InlineData("exhaust", true, Carrying.Carries)]
    [InlineData("exhaust", false, Carrying.Not)]
    [InlineData("exhaust", null, Carrying.ToCheck)]
    [InlineData("cleanRoom", false, Carrying.ToCheck)]
    [InlineData("cleanRoom", true, Carrying.Carries)]
    public void What_is_there_or_not_decides_and_a_clean_room_can_be_fitted(
        string code,
        bool? there,
        Carrying outcome
    ) =>
        Assert.Equal(
            outcome,
            PlaceRules
                .At(code == "exhaust" ? Cooling : CleanRoom, new(), Values((code, there)))
                .Facts.Single(fact => fact.Attribute == code)
                .Outcome
        );

    [Fact]
    public void A_step_is_as_its_worst_fact_and_one_that_asks_for_nothing_is_carried()
    {
        var needs = new PlaceNeeds(FloorLoading: 5, PointLoad: 5, Headroom: 4, Power: 100);
        var enough = Values(("floorLoading", 5.0), ("pointLoad", 5.0), ("headroom", 4.0), ("power", 100.0));
        // How machines get in is never known without their measures.
        Assert.Equal(Carrying.ToCheck, PlaceRules.At(Line, needs, enough).Outcome);
        Assert.Equal(Carrying.Not, PlaceRules.At(Line, needs, enough.SetItem("power", new NumberValue(99))).Outcome);
        Assert.Equal(Carrying.Carries, PlaceRules.At(StepTable.ShippedSteps.Find("iso-9001")!, needs, enough).Outcome);
    }

    [Fact]
    public void A_unit_nearby_must_have_what_is_stated_and_is_wished_to_have_what_is_here()
    {
        var criteria = PlaceRules.Criteria(
            [Line, Cooling, CleanRoom],
            new(Power: 200),
            Home,
            area: 300,
            Values(("floorLoading", 7.5), ("power", 60.0))
        );
        Assert.Equal(
            [
                ("location", Op.Within, Strength.Must),
                ("uses", Op.Allows, Strength.Must),
                ("area", Op.AtLeast, Strength.Must),
                ("floorLoading", Op.AtLeast, Strength.Prefer),
                ("power", Op.AtLeast, Strength.Must),
                ("exhaust", Op.Is, Strength.Must),
                ("cleanRoom", Op.Is, Strength.Prefer),
                ("airConditioning24h", Op.Is, Strength.Must),
            ],
            criteria.Select(each => (each.Attribute, each.Op, each.Strength))
        );
        Assert.Equal(new NumberValue(200), criteria.Single(each => each.Attribute == "power").Limit);
        Assert.Equal(new NumberValue(7.5m), criteria.Single(each => each.Attribute == "floorLoading").Limit);
        // The farthest of them, to the north, is still within the walk.
        var limit = (double)((NumberValue)criteria[0].Limit!).Number;
        var farthest = new PointValue(Home.Lat + limit / 111_195, Home.Lon);
        Assert.InRange(Walking.Minutes(Home, farthest), PlaceRules.WalkMinutes - 1, PlaceRules.WalkMinutes);
        Assert.DoesNotContain(
            PlaceRules.Criteria([Line], new(), Home, null, Values()),
            each => each.Attribute is "area" or "power"
        );
    }

    [Fact]
    public void An_operator_says_the_best_of_its_answers_to_the_firms_industries()
    {
        var admission = new UsesValue(
            ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                new Dictionary<string, UseVerdict>
                {
                    ["robotics"] = UseVerdict.NeedsPermission,
                    ["fintech"] = UseVerdict.DoesNotFit,
                }
            )
        );
        Assert.Equal(UseVerdict.NeedsPermission, PlaceRules.Admitted(admission, ["fintech", "robotics", "other"]));
        Assert.Equal(UseVerdict.DoesNotFit, PlaceRules.Admitted(admission, ["fintech"]));
        Assert.Null(PlaceRules.Admitted(admission, ["other"]));
        Assert.Null(PlaceRules.Admitted(admission, []));
    }

    [Fact]
    public void A_number_out_of_its_attributes_range_is_an_error_at_its_place()
    {
        Assert.Empty(PlaceRules.Check(new(300, 50_000, 7.5m, 10, 4, 200)));
        Assert.Equal(
            ["needs.monthlyRent", "needs.area", "needs.headroom"],
            PlaceRules.Check(new(Area: 0, MonthlyRent: -1, Headroom: 51)).Select(error => error.Path)
        );
    }

    private static ImmutableSortedDictionary<string, Value> Values(params (string Code, object? Value)[] values) =>
        values
            .Where(value => value.Value is not null)
            .ToImmutableSortedDictionary(
                value => value.Code,
                value =>
                    value.Value is bool flag
                        ? (Value)new FlagValue(flag)
                        : new NumberValue((decimal)(double)value.Value!),
                StringComparer.Ordinal
            );
}
