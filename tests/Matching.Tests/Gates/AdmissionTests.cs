using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>Which industries a space admits (matching.md section 13).</summary>
public class AdmissionTests
{
    [Theory]
    [InlineData("kwunTong", "", Outcome.Met, 1)]
    [InlineData("elsewhere", "", Outcome.Met, 1)]
    [InlineData("sciencePark", "", Outcome.Unknown, 0.25)]
    [InlineData("cyberport", "", Outcome.Unknown, 0.25)]
    [InlineData("hetao", "", Outcome.Unknown, 0.25)]
    [InlineData("", "", Outcome.Unknown, 0.25)]
    [InlineData("hetao", "robotics=NeedsPermission", Outcome.Met, 0.5)]
    [InlineData("hetao", "robotics=DoesNotFit", Outcome.Unmet, 0)]
    [InlineData("hetao", "fintech=Fits", Outcome.Unknown, 0.25)]
    [InlineData("elsewhere", "fintech=Fits", Outcome.Unknown, 0.25)]
    [InlineData("elsewhere", "robotics=DoesNotFit", Outcome.Unmet, 0)]
    public void An_industry_is_admitted_as_stated_or_outside_the_campuses(
        string district,
        string stated,
        Outcome outcome,
        double utility
    )
    {
        var part = PartOf(Space(district, stated, Some.Today), Some.Today);
        Assert.Equal((outcome, (decimal)utility, null), (part.Outcome, part.Utility, part.Gates));
    }

    [Fact]
    public void What_follows_from_the_district_is_as_fresh_as_the_district()
    {
        var fresh = BoardTable.Sites.Find("district")!.FreshDays;
        Assert.False(PartOf(Space("kwunTong", "", Some.Today.AddDays(-fresh)), Some.Today).Stale);
        Assert.True(PartOf(Space("kwunTong", "", Some.Today.AddDays(-fresh - 1)), Some.Today).Stale);
        Assert.True(PartOf(Space("kwunTong", "", null), Some.Today).Stale);
    }

    [Fact]
    public void A_criterion_on_it_is_fixed() =>
        Assert.True(DemandRules.Check(BoardTable.Sites, [Robotics], "criteria").Value[0].Fixed);

    private static Criterion Robotics =>
        new()
        {
            Attribute = "admission",
            Op = Op.Allows,
            Value = Some.Code("robotics"),
        };

    private static Part PartOf(Profile space, DateOnly day) =>
        Evaluator.Evaluate(BoardTable.Sites, [Robotics], space, day).Parts[0];

    private static Profile Space(string district, string stated, DateOnly? verified)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        if (district.Length > 0)
            values["district"] = Some.Code(district);
        if (stated.Split('=') is [var industry, var verdict])
            values["admission"] = new UsesValue(Some.Uses((industry, Enum.Parse<UseVerdict>(verdict))));
        foreach (var code in values.Keys)
        {
            if (verified is { } day)
                days[code] = day;
        }

        Admission.AddTo(values, days);
        return new("p", values.ToImmutable(), days.ToImmutable(), Public: true, Owner: null);
    }
}
