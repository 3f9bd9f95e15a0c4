using System.Collections.Immutable;
using Matchmaker.Matching.DatedTables;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>Which version of the table holds on a day, what one must keep to, and what differs between two.</summary>
public class GateVersionTests
{
    private static readonly GateRow Rule = new(
        GateKind.Plan,
        "GIC",
        "office",
        UseVerdict.Fits,
        null,
        null,
        null,
        "Notes of the plan"
    );

    private static readonly DateOnly First = new(2027, 1, 1);

    [Theory]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 1)]
    [InlineData("2027-02-28", 1)]
    [InlineData("2027-03-01", 3)]
    [InlineData("2027-12-31", 3)]
    [InlineData("2028-01-01", 5)]
    public void A_version_holds_from_its_day_until_the_next_one_begins(string day, int number)
    {
        var table = Table(
            (5, new(2028, 1, 1)),
            (1, First),
            // From one day on two were published: the later one holds.
            (2, new(2027, 3, 1)),
            (3, new(2027, 3, 1)),
            (4, new(2028, 1, 1))
        );
        Assert.Equal(number, table.On(DateOnly.Parse(day, null)).Number);
    }

    [Fact]
    public void A_version_that_was_published_is_never_another()
    {
        var table = Table((1, First));
        Assert.Same(table, table.With(new(1, First.AddDays(9), [])));
        Assert.Same(GateTable.Shipped.On(First.AddDays(-1)), table.On(First.AddDays(-1)));
    }

    [Fact]
    public void A_rule_is_found_in_the_version_of_the_day_on_the_days_of_its_own()
    {
        var ends = Rule with { To = First.AddDays(5) };
        var table = GateTable.Shipped.With(new(1, First, [ends]));
        Assert.Null(table.Find(GateKind.Plan, "GIC", "office", First.AddDays(-1)));
        Assert.Equal(ends, table.Find(GateKind.Plan, "GIC", "office", First));
        Assert.Equal(ends, table.Find(GateKind.Plan, "GIC", "office", First.AddDays(5)));
        Assert.Null(table.Find(GateKind.Plan, "GIC", "office", First.AddDays(6)));
        Assert.True(table.Covers(GateKind.Plan, "office", First.AddDays(5)));
        Assert.False(table.Covers(GateKind.Plan, "office", First.AddDays(6)));
        Assert.True(table.Covers(GateKind.Lease, "storage", First.AddDays(-1)));
        Assert.False(table.Covers(GateKind.Lease, "storage", First));
        // What the shipped version alone has does not hold any longer.
        Assert.Null(table.Find(GateKind.Lease, "godown", "storage", First));
    }

    [Fact]
    public void What_turns_between_two_states_is_what_a_comparison_of_every_rule_finds()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var some = new Some(seed);
            var (one, other) = (SomeTables.Table(some, Some.Today), SomeTables.Table(some, Some.Today));
            var (day, otherDay) = (Some.Today.AddDays(some.Int(8) - 4), Some.Today.AddDays(some.Int(8) - 4));
            var turned = one.TurnedIn(day, other, otherDay);
            foreach (var gate in new[] { GateKind.Plan, GateKind.Lease })
            {
                var keys =
                    from key in Boards.BoardTable.Sites.Find(gate is GateKind.Plan ? "zone" : "leaseUser")!.Values
                    where
                        Boards
                            .BoardTable.Sites.Find("uses")!
                            .Values.Any(use =>
                                one.Find(gate, key.Code, use.Code, day)
                                != other.Find(gate, key.Code, use.Code, otherDay)
                            )
                    select key.Code;
                Assert.Equal(keys.Order(StringComparer.Ordinal), turned.Of(gate).Order(StringComparer.Ordinal));
                found += turned.Of(gate).Count;
            }

            Assert.True(one.TurnedIn(day, one, day).IsEmpty);
        }

        Assert.True(found > 1000, $"{found} keys: too few to show anything.");
    }

    [Fact]
    public void The_shipped_version_could_be_published_as_it_is()
    {
        var shipped = GateTable.Shipped.Versions[0].Rows;
        Assert.Equal(shipped, Check(shipped).Value);
        Assert.Empty(GateDifference.Between(shipped, [.. shipped.Reverse()]));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_its_row()
    {
        var errors = GateVersionRules
            .Check(
                [
                    Rule with
                    {
                        Gate = GateKind.Neighbours,
                    },
                    Rule with
                    {
                        Key = "industrial",
                    },
                    Rule with
                    {
                        Gate = GateKind.Lease,
                        Use = "casino",
                    },
                    Rule with
                    {
                        Use = "testing",
                        From = First,
                        To = First.AddDays(-1),
                    },
                    Rule with
                    {
                        Use = "training",
                        Source = "  ",
                        Condition = new('x', 1_001),
                        Note = "a\u0007b",
                    },
                ],
                First.AddDays(-1),
                First
            )
            .Errors;
        Assert.Equal(
            [
                ("from", "endsBefore"),
                ("rows[0].gate", "notACode"),
                ("rows[1].key", "notACode"),
                ("rows[2].key", "notACode"),
                ("rows[2].use", "notACode"),
                ("rows[3].to", "endsBefore"),
                ("rows[4].source", "required"),
                ("rows[4].condition", "tooLong"),
                ("rows[4].note", "controlSigns"),
            ],
            errors.Select(error => (error.Path, error.Code))
        );
        Assert.Equal("required", Assert.Single(Check([]).Errors).Code);
        Assert.Equal("required", Assert.Single(Check(default).Errors).Code);
        Assert.Equal("tooMany", Assert.Single(Check([.. Enumerable.Repeat(Rule, 2_001)]).Errors).Code);
    }

    [Theory]
    [InlineData("..", "..", true)]
    [InlineData("..2027-01-01", "2027-01-02..", false)]
    [InlineData("..2027-01-01", "2027-01-01..", true)]
    [InlineData("2027-01-02..", "..2027-01-01", false)]
    [InlineData("2027-01-01..2027-01-31", "2027-01-10..2027-01-11", true)]
    [InlineData("2027-01-01..2027-01-31", "2027-02-01..2027-02-28", false)]
    public void Two_rules_for_the_same_never_hold_on_one_day(string one, string other, bool overlap)
    {
        var errors = Check([On(one), On(other)]).Errors;
        Assert.Equal(overlap, errors.Any(error => error.Code == "ruleOverlap"));
        // Whatever else it names, an overlap is one between the two.
        Assert.Empty(Check([On(one), On(other) with { Use = "storage" }]).Errors);

        static GateRow On(string days) => Rule with { From = Day(days.Split("..")[0]), To = Day(days.Split("..")[1]) };
    }

    [Fact]
    public void Overlaps_are_found_wherever_one_day_has_two_rules()
    {
        var overlapping = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var some = new Some(seed);
            ImmutableArray<GateRow> rows =
            [
                .. Enumerable
                    .Range(0, 1 + some.Int(4))
                    .Select(_ =>
                    {
                        var from = First.AddDays(some.Int(12));
                        return Rule with
                        {
                            From = some.Chance(0.9) ? from : null,
                            To = some.Chance(0.8) ? from.AddDays(some.Int(4)) : null,
                        };
                    }),
            ];
            var twice = Enumerable.Range(-2, 30).Any(day => rows.Count(row => row.HoldsOn(First.AddDays(day))) > 1);
            Assert.True(twice == !Check(rows).IsOk, $"seed {seed}");
            overlapping += twice ? 1 : 0;
        }

        Assert.InRange(overlapping, 100, 450);
    }

    [Fact]
    public void Differences_are_rows_that_changed_ended_came_or_went()
    {
        var (early, late) = (Rule with { To = First }, Rule with { From = First.AddDays(1) });
        var other = Rule with { Key = "R(E)" };
        var differences = GateDifference.Between(
            [late, other, early],
            [early with { Verdict = UseVerdict.DoesNotFit }, Rule with { Use = "storage" }, other]
        );
        Assert.Equal(
            [
                new RowDifference<GateRow>(early, early with { Verdict = UseVerdict.DoesNotFit }),
                new(late, null),
                new(null, Rule with { Use = "storage" }),
            ],
            differences
        );
    }

    [Fact]
    public void Differences_lead_from_one_version_to_the_other()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var some = new Some(seed);
            var before = GateTable.Shipped.Versions[0].Rows;
            var after = SomeTables.Changed(some, before);
            var differences = GateDifference.Between(before, after);
            var made = before
                .Except(differences.Select(pair => pair.Before).OfType<GateRow>())
                .Concat(differences.Select(pair => pair.After).OfType<GateRow>());
            Assert.Equal(after.ToHashSet(), made.ToHashSet());
            Assert.All(differences, pair => Assert.NotEqual(pair.Before, pair.After));
        }
    }

    private static Validated<ImmutableArray<GateRow>> Check(ImmutableArray<GateRow> rows) =>
        GateVersionRules.Check(rows, First, First);

    private static DateOnly? Day(string text) => text.Length > 0 ? DateOnly.Parse(text, null) : null;

    private static GateTable Table(params (int Number, DateOnly From)[] versions) =>
        versions.Aggregate(
            GateTable.Shipped,
            (table, version) => table.With(new(version.Number, version.From, [Rule]))
        );
}
