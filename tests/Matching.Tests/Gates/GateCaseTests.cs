using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>What plan, lease and neighbours say of a use, case by case (matching.md section 12).</summary>
public class GateCaseTests
{
    private static readonly DateOnly Day = new(2026, 11, 29);

    public static TheoryData<string> Cases =>
        [
            .. Csv.Embedded(typeof(GateCaseTests).Assembly, "Gates.cases.csv")
                .Select(row => string.Join(';', row.Values)),
        ];

    /// <summary>cases.csv: both sides of each day on which a rule or waiver turns; empty: unknown.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_gate_answers_as_its_rule_says_on_that_day(string written)
    {
        var cells = written.Split(';');
        var day = DateOnly.Parse(cells[5], CultureInfo.InvariantCulture);
        var part = PartOf(Space(cells[0], cells[1], cells[2], cells[3], day), cells[4], day);

        Assert.Equal(cells[6..9], part.Gates!.Value.Select(gate => Word(gate.Verdict)));
        Assert.Equal(cells[9], (part.Actual as CodeValue)?.Code ?? "");
        Assert.Equal([GateKind.Plan, GateKind.Lease, GateKind.Neighbours], part.Gates.Value.Select(gate => gate.Kind));
        Assert.Equal(
            cells[9] switch
            {
                "fits" => 1m,
                "needsPermission" => 0.5m,
                "" => 0.25m,
                _ => 0,
            },
            part.Utility
        );
    }

    [Fact]
    public void A_stated_verdict_stands_as_it_is_and_the_other_uses_are_worked_out()
    {
        var space = Space("I", "industrial", "no", "", Day);
        var stated = space with
        {
            Values = space.Values.Add("uses", new UsesValue(Some.Uses(("production", UseVerdict.DoesNotFit)))),
            VerifiedOn = space.VerifiedOn.Add("uses", Day),
        };
        var (production, testing) = (PartOf(stated, "production", Day), PartOf(stated, "testing", Day));
        Assert.Equal((Outcome.Unmet, null), (production.Outcome, production.Gates));
        Assert.Equal((Outcome.Met, 3), (testing.Outcome, testing.Gates!.Value.Length));
    }

    [Fact]
    public void A_gate_carries_its_rule_with_key_days_condition_and_source()
    {
        var part = PartOf(Space("OU(B)", "industrial", "no", "", Day), "testing", Day);
        var (plan, lease) = (part.Gates!.Value[0], part.Gates.Value[1]);
        Assert.Equal(("OU(B)", null, null), (plan.Key, plan.From, plan.To));
        Assert.Contains("no clinical testing", plan.Condition, StringComparison.Ordinal);
        Assert.Equal("industrial", lease.Key);
        Assert.Equal((new DateOnly(2019, 2, 1), new DateOnly(2027, 12, 31)), (lease.From, lease.To));
        Assert.Contains("HKCTC", lease.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_carries_its_days_and_reference_and_no_key()
    {
        var waived = Space("OU(B)", "industrial", "no", "", Day) with
        {
            Waivers =
            [
                new("office", new(2026, 1, 1), new(2026, 12, 31), "short"),
                new("office", new(2025, 1, 1), new(2028, 12, 31), "LW 12"),
            ],
        };
        var lease = PartOf(waived, "office", Day).Gates!.Value[1];
        Assert.Equal((UseVerdict.Fits, null, "LW 12", false), (lease.Verdict, lease.Key, lease.Source, lease.Stale));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2028, 12, 31)), (lease.From, lease.To));
    }

    [Theory]
    [InlineData("testing", "", "zone", true)]
    [InlineData("testing", "", "leaseUser", true)]
    [InlineData("testing", "", "dangerousGoodsNeighbour", false)]
    [InlineData("showroom", "", "dangerousGoodsNeighbour", true)]
    [InlineData("testing", "testing=2026-01-01..", "leaseUser", false)]
    [InlineData("testing", "testing=2026-01-01..2026-11-28", "leaseUser", true)]
    public void A_verdict_is_stale_with_what_its_gates_read(string use, string waiver, string old, bool stale)
    {
        var space = Space("OU(B)", "industrial", "no", waiver, Day);
        Assert.False(PartOf(space, use, Day).Stale);
        foreach (var days in new[] { space.VerifiedOn.Remove(old), space.VerifiedOn.SetItem(old, Day.AddDays(-366)) })
        {
            var part = PartOf(space with { VerifiedOn = days }, use, Day);
            var utility = use == "testing" ? 1m : 0.5m;
            Assert.Equal((stale, stale ? utility * 0.9m : utility), (part.Stale, part.Utility));
            Assert.Equal(stale ? 1 : 0, part.Gates!.Value.Count(gate => gate.Stale));
        }

        var lastDay = space with { VerifiedOn = space.VerifiedOn.SetItem(old, Day.AddDays(-365)) };
        Assert.False(PartOf(lastDay, use, Day).Stale);
    }

    [Fact]
    public void An_unknown_verdict_is_never_stale()
    {
        var space = Space("OU(B)", "", "", "", Day) with
        {
            VerifiedOn = ImmutableSortedDictionary<string, DateOnly>.Empty,
        };
        var part = PartOf(space, "testing", Day);
        Assert.Equal((Outcome.Unknown, false, 0.25m, null), (part.Outcome, part.Stale, part.Utility, part.Actual));
    }

    [Theory]
    [InlineData("fits fits fits", "fits")]
    [InlineData("fits needsPermission fits", "needsPermission")]
    [InlineData("fits unknown needsPermission", "unknown")]
    [InlineData("unknown doesNotFit fits", "doesNotFit")]
    [InlineData("needsPermission fits doesNotFit", "doesNotFit")]
    public void The_worst_gate_decides(string gates, string whole) =>
        Assert.Equal(Verdict(whole), UseGates.Worst([.. gates.Split(' ').Select(Verdict)]));

    [Fact]
    public void No_two_shipped_rules_of_one_gate_key_and_use_hold_on_one_day()
    {
        Assert.Equal(42, GateTable.Shipped.Versions[0].Rows.Length);
        foreach (var rules in GateTable.Shipped.Versions[0].Rows.GroupBy(row => (row.Gate, row.Key, row.Use)))
        {
            var days = rules.SelectMany(row => new[] { row.From, row.To }).OfType<DateOnly>();
            foreach (var day in days.SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }))
                Assert.True(rules.Count(row => row.HoldsOn(day)) <= 1, $"{rules.Key} on {day}");
        }
    }

    [Fact]
    public void Every_rule_names_codes_of_the_lists_and_a_source()
    {
        foreach (var row in GateTable.Shipped.Versions[0].Rows)
        {
            var keys = BoardTable.Sites.Find(row.Gate is GateKind.Plan ? "zone" : "leaseUser")!.Values;
            Assert.Contains(keys, key => key.Code == row.Key);
            Assert.Contains(BoardTable.Sites.Find("uses")!.Values, use => use.Code == row.Use);
            Assert.NotEmpty(row.Source);
        }
    }

    private static Part PartOf(Profile space, string use, DateOnly day)
    {
        Criterion criterion = new()
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = Some.Code(use),
        };
        return Evaluator.Evaluate(BoardTable.Sites, [criterion], space, day).Parts[0];
    }

    private static Profile Space(string zone, string leaseUser, string neighbours, string waiver, DateOnly day)
    {
        var values = new List<(string, Value)>();
        if (zone.Length > 0)
            values.Add(("zone", Some.Code(zone)));
        if (leaseUser.Length > 0)
            values.Add(("leaseUser", Some.Code(leaseUser)));
        if (neighbours.Length > 0)
            values.Add(("dangerousGoodsNeighbour", new FlagValue(neighbours == "yes")));
        var space = Some.Profile("p", [.. values]);
        return space with
        {
            VerifiedOn = space.Values.Keys.ToImmutableSortedDictionary(code => code, _ => day, StringComparer.Ordinal),
            Waivers = waiver.Length > 0 ? [Waiver(waiver)] : null,
        };
    }

    private static Waiver Waiver(string written)
    {
        var cells = written.Split('=', '.');
        return new(cells[0], Of(cells[1])!.Value, Of(cells[^1]));

        static DateOnly? Of(string day) => day.Length > 0 ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
    }

    private static UseVerdict? Verdict(string word) =>
        Enum.TryParse<UseVerdict>(word, ignoreCase: true, out var verdict) ? verdict : null;

    private static string Word(UseVerdict? verdict) => verdict is { } known ? ValueJson.Name(known) : "";
}
