using CsCheck;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>The accelerator pilot: information to most applicants, a verdict for an institution.</summary>
public class AcceleratorTests
{
    private const long Cap = 30_000_000;

    private static readonly DateOnly First = new(2026, 1, 29);
    private static readonly DateOnly Last = new(2026, 4, 30);

    private static readonly Facts Institution = new(
        StartUpServiceInstitution: true,
        AcceleratorBaseInHongKong: true,
        PreviousAcceleratorGrants: 0
    );

    private static readonly Gen<long?> Money = Gen.OneOf(
        Gen.Const(() => (long?)null),
        Gen.Select(
            Gen.OneOfConst(0L, 30, 60_000_000, 90_000_000),
            Gen.Long[0, 5],
            (edge, more) => (long?)(edge + more)
        ),
        Gen.Long[0, 200_000_000].Select(some => (long?)some)
    );

    private static readonly Gen<Facts> Institutions = Gen.Select(
        Gen.OneOfConst<bool?>(true, true, false, null),
        Gen.OneOfConst<bool?>(true, true, false, null),
        Money,
        Money,
        Gen.OneOfConst<long?>(0, 1, 10_000_000, Cap, 2 * Cap, null),
        (serves, sets, cost, own, earlier) =>
            new Facts(
                StartUpServiceInstitution: serves,
                AcceleratorBaseInHongKong: sets,
                AcceleratorCost: cost,
                AcceleratorContribution: own,
                PreviousAcceleratorGrants: earlier
            )
    );

    [Theory]
    [InlineData(60_000_000, 20_000_000)]
    [InlineData(90_000_000, 30_000_000)]
    [InlineData(120_000_000, 30_000_000)]
    [InlineData(89_999_999, 29_999_999)]
    [InlineData(2, 0)]
    public void A_third_of_the_cost_up_to_the_cap(long cost, long amount)
    {
        var answer = Of("iaps", Institution with { AcceleratorCost = cost }, First);
        Assert.Equal((ProgrammeVerdict.Conditional, amount), (answer.Verdict, answer.Amount));
        Assert.Equal(Cap, answer.Cap);
        var paid = Of(
            "iaps",
            Institution with
            {
                AcceleratorCost = cost,
                AcceleratorContribution = cost - amount,
            },
            First
        );
        Assert.Equal((ProgrammeVerdict.Eligible, amount), (paid.Verdict, paid.Amount));
    }

    [Theory]
    [InlineData(40_000_000, 20_000_000)]
    [InlineData(60_000_001, 30_000_000)]
    [InlineData(3, 1)]
    public void Half_of_what_the_institution_pays_where_the_cost_is_unknown(long own, long amount)
    {
        var answer = Of("iaps", Institution with { AcceleratorContribution = own }, First);
        Assert.Equal((ProgrammeVerdict.Conditional, amount), (answer.Verdict, answer.Amount));
        Assert.Equal(Outcome.Unknown, answer.Condition("acceleratorContribution").Outcome);
        Assert.Contains("acceleratorCost", Assess(Institution, First).Asks);
    }

    [Fact]
    public void A_contribution_that_is_too_small_says_by_how_much()
    {
        var answer = Of(
            "iaps",
            Institution with
            {
                AcceleratorCost = 120_000_000,
                AcceleratorContribution = 85_000_000,
            },
            First
        );
        var share = answer.Condition("acceleratorContribution");
        Assert.Equal((ProgrammeVerdict.Ineligible, null), (answer.Verdict, answer.Amount));
        Assert.Equal(
            (Outcome.Unmet, new NumberValue(90_000_000), 5_000_000L),
            (share.Outcome, share.Required, share.Shortfall)
        );
        Assert.Contains("HK$5,000,000 short", share.Text.En, StringComparison.Ordinal);
        Assert.Contains("尚欠 5,000,000 港元", share.Text.ZhHant, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_in_and_after_its_window()
    {
        var facts = Institution with { AcceleratorCost = 90_000_000, AcceleratorContribution = 60_000_000 };
        var before = Of("iaps", facts, Paper);
        Assert.Equal((ProgrammeVerdict.Ineligible, null, null), (before.Verdict, before.Amount, before.Version));
        var open = before.Condition("open");
        Assert.Equal((Outcome.Unmet, "S30"), (open.Outcome, open.Source));
        Assert.Equal(new DayValue(First), open.Required);
        Assert.Equal(
            [(First, ProgrammeVerdict.Eligible, Cap), (Last.AddDays(1), ProgrammeVerdict.Ineligible, null)],
            before.ChangesOn!.Value.Select(change => (change.On, change.Verdict, change.Amount))
        );
        foreach (var day in new[] { First, Last })
        {
            var now = Of("iaps", facts, day);
            Assert.Equal((ProgrammeVerdict.Eligible, Cap, First), (now.Verdict, now.Amount, now.Version));
        }

        var after = Of("iaps", facts, Last.AddDays(1));
        Assert.Equal((ProgrammeVerdict.Ineligible, null), (after.Verdict, after.Amount));
        Assert.Contains("closed on 30 Apr 2026", after.Condition("open").Text.En, StringComparison.Ordinal);
        Assert.Null(after.ChangesOn);
    }

    [Fact]
    public void Another_kind_of_body_or_another_place_is_refused()
    {
        var facts = Institution with { AcceleratorCost = 90_000_000, AcceleratorContribution = 60_000_000 };
        foreach (
            var other in new[]
            {
                facts with
                {
                    StartUpServiceInstitution = false,
                },
                facts with
                {
                    AcceleratorBaseInHongKong = false,
                },
            }
        )
            Assert.Equal(ProgrammeVerdict.Ineligible, Of("iaps", other, First).Verdict);
        Assert.Equal(
            ProgrammeVerdict.Conditional,
            Of("iaps", facts with { AcceleratorBaseInHongKong = null }, First).Verdict
        );
        Assert.Equal(
            ["acceleratorBaseInHongKong"],
            Assess(facts with { AcceleratorBaseInHongKong = null }, First)
                .Asks.Where(ask => ask.StartsWith("acc", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_applicant_that_says_nothing_of_an_accelerator_is_only_informed()
    {
        foreach (var day in new[] { Paper, First, Last.AddDays(1) })
        foreach (var facts in new[] { Ideal, new Facts() })
        {
            var answer = Of("iaps", facts, day);
            Assert.Equal(
                new("iaps", null, ProgrammeVerdict.InformationOnly, null, null, []),
                answer with
                {
                    Conditions = [],
                }
            );
            Assert.Empty(answer.Conditions);
            Assert.DoesNotContain(Assess(facts, day).Asks, ask => ask.Contains("ccelerator", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_amount_is_that_of_a_plain_calculation() =>
        Institutions.Sample(facts =>
        {
            var answer = Of("iaps", facts, First);
            if (!facts.StatesAccelerator)
            {
                Assert.Equal(ProgrammeVerdict.InformationOnly, answer.Verdict);
                return;
            }

            var left = Math.Max(0, Cap - (facts.PreviousAcceleratorGrants ?? 0));
            // The largest grant in whole dollars of which twice is no more than what the institution pays.
            long? amount = null;
            if (facts.AcceleratorCost is { } cost)
                amount = Math.Min(left, (cost - (cost % 3)) / 3);
            if (facts.AcceleratorContribution is { } own)
                amount = Math.Min(amount ?? left, own / 2);
            if (facts is { AcceleratorCost: { } all, AcceleratorContribution: { } paid })
                amount = Math.Min(amount!.Value, Math.Max(0, all - paid));
            var isShort =
                facts is { AcceleratorCost: { } whole, AcceleratorContribution: { } part }
                && part + Math.Min(left, whole / 3) < whole;
            var isOut = isShort || facts.StartUpServiceInstitution == false || facts.AcceleratorBaseInHongKong == false;
            var isKnown =
                facts is
                {
                    StartUpServiceInstitution: not null,
                    AcceleratorBaseInHongKong: not null,
                    AcceleratorCost: not null,
                    AcceleratorContribution: not null
                };
            Assert.Equal(
                isOut ? ProgrammeVerdict.Ineligible
                    : isKnown ? ProgrammeVerdict.Eligible
                    : ProgrammeVerdict.Conditional,
                answer.Verdict
            );
            Assert.Equal(isOut ? null : amount, answer.Amount);
        });

    [Fact]
    public void It_changes_nothing_else_and_is_never_in_the_package() =>
        Gen.Select(Institutions, Gen.Int[0, 700].Select(Paper.AddDays))
            .Sample(
                (facts, on) =>
                {
                    var manufacturer = Ideal with
                    {
                        Projects = Projects(ProjectKind.SmartLine, 30_000_000),
                        TrainingCosts = 90_000,
                    };
                    var both = manufacturer with
                    {
                        StartUpServiceInstitution = facts.StartUpServiceInstitution,
                        AcceleratorBaseInHongKong = facts.AcceleratorBaseInHongKong,
                        AcceleratorCost = facts.AcceleratorCost,
                        AcceleratorContribution = facts.AcceleratorContribution,
                        PreviousAcceleratorGrants = facts.PreviousAcceleratorGrants,
                    };
                    var (with, without) = (Assess(both, on), Assess(manufacturer, on));
                    Assert.Equal(without.Package.Total, with.Package.Total);
                    Assert.Equal(
                        without.Package.Items.Select(item => (item.Programme, item.Amount)),
                        with.Package.Items.Select(item => (item.Programme, item.Amount))
                    );
                    Assert.DoesNotContain(with.Package.Items, item => item.Programme == "iaps");
                    foreach (
                        var (one, other) in with
                            .Programmes.Zip(without.Programmes)
                            .Where(pair => pair.First.Id != "iaps")
                    )
                        Assert.Equal((other.Verdict, other.Amount), (one.Verdict, one.Amount));
                }
            );

    [Fact]
    public void What_is_unknown_excludes_no_institution_and_what_is_not_asked_changes_nothing() =>
        Gen.Select(Institutions, Institutions)
            .Sample(
                (facts, other) =>
                {
                    if (!facts.StatesAccelerator)
                        return;
                    var asks = Assess(facts, First).Asks;
                    var before = Of("iaps", facts, First);
                    var after = Of("iaps", Completed(facts, other, _ => true), First);
                    if (before.Verdict is ProgrammeVerdict.Ineligible or ProgrammeVerdict.Eligible)
                        Assert.Equal(before.Verdict, after.Verdict);
                    var untouched = Of("iaps", Completed(facts, other, fact => !asks.Contains(fact)), First);
                    Assert.Equal((before.Verdict, before.Amount), (untouched.Verdict, untouched.Amount));
                }
            );

    private static Facts Completed(Facts facts, Facts other, Func<string, bool> may) =>
        facts with
        {
            StartUpServiceInstitution =
                facts.StartUpServiceInstitution
                ?? (may("startUpServiceInstitution") ? other.StartUpServiceInstitution : null),
            AcceleratorBaseInHongKong =
                facts.AcceleratorBaseInHongKong
                ?? (may("acceleratorBaseInHongKong") ? other.AcceleratorBaseInHongKong : null),
            AcceleratorCost = facts.AcceleratorCost ?? (may("acceleratorCost") ? other.AcceleratorCost : null),
            AcceleratorContribution =
                facts.AcceleratorContribution
                ?? (may("acceleratorContribution") ? other.AcceleratorContribution : null),
            PreviousAcceleratorGrants =
                facts.PreviousAcceleratorGrants
                ?? (may("previousAcceleratorGrants") ? other.PreviousAcceleratorGrants : null),
        };
}
