using System.Collections.Immutable;
using Matchmaker.Matching.Packages;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Packages;

public sealed class SiteCostTests
{
    [Fact]
    public void Rent_and_fee_are_for_the_area_and_each_month_rounded_up_to_whole_dollars()
    {
        var cost = SiteCost.Of(
            Values(("area", 100.5m), ("rent", 150.3m), ("managementFee", 20m), ("leaseMonths", 36m)),
            36
        );
        Assert.Equal(17_116, cost.Monthly); // 100.5 × 170.3 = 17 115.15
        Assert.Equal(17_116 * 36, cost.OverLease);
        Assert.False(cost.TooShort);
        Assert.Equal(["uses", "availableFrom"], cost.Unknown);
    }

    [Fact]
    public void What_is_unknown_is_named_and_no_cost_is_invented()
    {
        var cost = SiteCost.Of(Values(("area", 100m)), 36);
        Assert.Null(cost.Monthly);
        Assert.Null(cost.OverLease);
        Assert.Null(NetCost.Of(cost, new(), new(0, [])).Net);
        Assert.Equal(["rent", "managementFee", "leaseMonths", "uses", "availableFrom"], cost.Unknown);
        Assert.Equal(15_000, SiteCost.Of(Values(("area", 100m), ("rent", 150m)), 12).Monthly); // the fee is unknown: this is the least
    }

    [Theory]
    [InlineData(36, false)]
    [InlineData(37, true)]
    public void A_lease_longer_than_the_owner_offers_is_told(int months, bool tooShort) =>
        Assert.Equal(tooShort, SiteCost.Of(Values(("leaseMonths", 36m)), months).TooShort);

    [Fact]
    public void Salaries_are_neither_cost_nor_relief()
    {
        var facts = new Facts(Projects: [new("a", 45_000_000, ProjectKind.SmartLine)], TrainingCosts: 300_000);
        var net = NetCost.Of(
            SiteCost.Of(Values(("area", 100m), ("rent", 100m), ("managementFee", 0m)), 12),
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

    private static ImmutableSortedDictionary<string, Value> Values(params (string Code, decimal Number)[] values) =>
        values.ToImmutableSortedDictionary(
            one => one.Code,
            one => (Value)new NumberValue(one.Number),
            StringComparer.Ordinal
        );
}
