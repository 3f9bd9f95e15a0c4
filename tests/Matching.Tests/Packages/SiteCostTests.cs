using System.Collections.Immutable;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Packages;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Packages;

public sealed class SiteCostTests
{
    private static readonly DateOnly Day = new(2026, 11, 29);

    [Fact]
    public void The_monthly_cost_is_rent_plus_fee_times_area_rounded_up_to_whole_dollars()
    {
        var cost = SiteCost.Of(
            Values(("area", 100.5m), ("rent", 150.3m), ("managementFee", 20m), ("leaseMonths", 36m)),
            36,
            Day,
            GateTable.Shipped
        );
        Assert.Equal(17_116, cost.Monthly); // 100.5 × 170.3 = 17 115.15
        Assert.Equal(17_116 * 36, cost.OverLease);
        Assert.False(cost.TooShort);
        Assert.Equal(["uses", "availableFrom"], cost.Unknown);
    }

    [Fact]
    public void Unknown_values_are_named_and_no_cost_is_invented()
    {
        var cost = SiteCost.Of(Values(("area", 100m)), 36, Day, GateTable.Shipped);
        Assert.Null(cost.Monthly);
        Assert.Null(cost.OverLease);
        Assert.Null(NetCost.Of(cost, new(), new(0, [])).Net);
        Assert.Equal(["rent", "managementFee", "leaseMonths", "uses", "availableFrom"], cost.Unknown);
        // The fee is unknown, so this is a minimum.
        Assert.Equal(15_000, SiteCost.Of(Values(("area", 100m), ("rent", 150m)), 12, Day, GateTable.Shipped).Monthly);
    }

    [Theory]
    [InlineData(36, false)]
    [InlineData(37, true)]
    public void A_lease_longer_than_the_owner_offers_is_flagged(int months, bool tooShort) =>
        Assert.Equal(tooShort, SiteCost.Of(Values(("leaseMonths", 36m)), months, Day, GateTable.Shipped).TooShort);

    [Fact]
    public void Salaries_are_neither_cost_nor_grant()
    {
        var facts = new Facts(Projects: [new("a", 45_000_000, ProjectKind.SmartLine)], TrainingCosts: 300_000);
        var net = NetCost.Of(
            SiteCost.Of(Values(("area", 100m), ("rent", 100m), ("managementFee", 0m)), 12, Day, GateTable.Shipped),
            facts,
            new(20_200_000, [new("nifs", 15_000_000, ["a"]), new("nittp", 200_000), new("rth", 5_000_000)])
        );
        Assert.Equal(
            new NetCost(
                120_000,
                45_000_000,
                300_000,
                15_200_000,
                5_000_000,
                120_000 + 45_000_000 + 300_000 - 15_200_000
            ),
            net
        );
    }

    [Fact]
    public void Production_fits_as_stated_or_else_by_plan_lease_and_waiver()
    {
        var values = Values(("area", 100m)).Add("zone", new CodeValue("OU(B)"));
        var waiver = new Waiver("production", new(2026, 1, 1), new(2026, 12, 31));
        var later = values.Add("availableFrom", new DayValue(new(2027, 1, 1)));

        Assert.Null(SiteCost.Of(values, 12, Day, GateTable.Shipped).Production); // nobody knows the lease
        Assert.Equal(UseVerdict.Fits, SiteCost.Of(values, 12, Day, GateTable.Shipped, [waiver]).Production);
        Assert.DoesNotContain("uses", SiteCost.Of(values, 12, Day, GateTable.Shipped, [waiver]).Unknown);
        Assert.Null(SiteCost.Of(later, 12, Day, GateTable.Shipped, [waiver]).Production); // the waiver ends before
        var stated = new UsesValue(
            ImmutableSortedDictionary<string, UseVerdict>.Empty.Add("production", UseVerdict.DoesNotFit)
        );
        Assert.True(SiteCost.Of(values.Add("uses", stated), 12, Day, GateTable.Shipped, [waiver]).RefusesProjects);
    }

    private static ImmutableSortedDictionary<string, Value> Values(params (string Code, decimal Number)[] values) =>
        values.ToImmutableSortedDictionary(
            pair => pair.Code,
            pair => (Value)new NumberValue(pair.Number),
            StringComparer.Ordinal
        );
}
