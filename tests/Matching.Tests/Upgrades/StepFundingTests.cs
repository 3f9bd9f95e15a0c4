using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>The best funding of steps, against every choice tried in the plainest way.</summary>
public class StepFundingTests
{
    private static readonly DateOnly Origin = new(2026, 1, 1);

    private static readonly Dictionary<string, ImmutableArray<ProgrammeVersion>> Rules = new()
    {
        ["nifs"] = ProgrammeCatalogue.Find("nifs")!.Versions,
        ["mpup"] = UpgradeTable.VersionsOf("mpup"),
        ["itf-cash-rebate"] = UpgradeTable.VersionsOf("itf-cash-rebate"),
    };

    private static readonly string[][] Choices =
    [
        [],
        ["nifs"],
        ["mpup", "nifs"],
        ["nifs", "itf-cash-rebate"],
        ["mpup", "nifs", "itf-cash-rebate"],
        ["itf"],
    ];

    private static readonly Gen<long> Costs = Gen.OneOf(
        Gen.OneOfConst(0L, 1, 2, 3, 749_999, 750_000, 750_003, 45_000_000, 45_000_003),
        Gen.Long[0, 60_000_000]
    );

    private static readonly Gen<ImmutableArray<StepCost>> Plans = Gen.Select(
            Gen.Int[0, 40],
            Gen.Int[1, 24],
            Costs,
            Gen.OneOfConst(Choices)
        )
        .Array[0, 5]
        .Select(steps =>
            steps
                .Select(
                    (step, i) =>
                    {
                        var start = Origin.AddMonths(step.Item1);
                        return new StepCost(
                            $"s{i}",
                            start,
                            start.AddMonths(step.Item2).AddDays(-1),
                            step.Item3,
                            [.. step.Item4]
                        );
                    }
                )
                .ToImmutableArray()
        );

    [Fact]
    public void It_is_the_largest_sum_of_all_choices() =>
        Gen.Select(Plans, Gen.OneOfConst<int?>(null, 0, 1, 3))
            .Sample(
                (steps, live) =>
                    Assert.Equal(
                        Every(steps.Length)
                            .Where(choice => IsAllowed(steps, choice, live ?? 0))
                            .Max(choice => SumOf(steps, choice)),
                        StepFunding.Sum(StepFunding.Best(steps, Rules, new(LiveNifsProjects: live), new()))
                    ),
                iter: 300
            );

    [Fact]
    public void No_grant_is_above_its_programmes_offer_or_cap() =>
        Plans.Sample(
            steps =>
            {
                var grants = StepFunding.Best(steps, Rules, new(), new());
                foreach (var (i, step) in steps.Index())
                {
                    if (grants[i] is not { } grant)
                        continue;
                    var offer = StepFunding
                        .Offers(step, Rules, new(), new())
                        .Single(offer => offer.Programme == grant.Programme);
                    Assert.InRange(grant.Amount, 1, offer.Amount!.Value);
                    Assert.True(grant.Amount < step.Cost, "Something is always left to the firm.");
                }

                Assert.InRange(
                    grants.Where(grant => grant?.Programme == "mpup").Sum(grant => grant!.Amount),
                    0,
                    250_000
                );
            },
            iter: 2_000
        );

    // The pilot is open from 18 November 2025 for two years: a step gets its share on those days alone.
    [Theory]
    [InlineData("2025-11-01", null)]
    [InlineData("2025-12-01", 140_000L)]
    [InlineData("2027-11-01", 140_000L)]
    [InlineData("2027-12-01", null)]
    public void A_share_holds_between_its_days(string start, long? amount)
    {
        var day = DateOnly.ParseExact(start, "yyyy-MM-dd");
        var step = new StepCost("s", day, day.AddMonths(2), 420_000, ["mpup"]);
        var offer = Assert.Single(StepFunding.Offers(step, Rules, new(), new()));
        Assert.Equal(
            (amount, "S09", new DateOnly(2025, 11, 18), new DateOnly(2027, 11, 17)),
            (offer.Amount, offer.Source, offer.From, offer.To)
        );
        Assert.Equal(amount, StepFunding.Best([step], Rules, new(), new())[0]?.Amount);
    }

    [Fact]
    public void A_programme_ends_with_its_last_version_and_not_between_two()
    {
        var first = Rules["mpup"][0] with { From = Origin, To = Origin.AddDays(99) };
        ImmutableArray<ProgrammeVersion> all =
        [
            first,
            first with
            {
                From = Origin.AddDays(100),
                To = Origin.AddDays(199),
            },
            first with
            {
                From = Origin.AddDays(300),
                To = null,
            },
        ];
        var step = new StepCost("s", Origin, Origin.AddMonths(2), 420_000, ["mpup"]);
        Assert.Equal(Origin.AddDays(199), EndWith(all));
        Assert.Equal(Origin.AddDays(99), EndWith(all[..1]));
        Assert.Null(EndWith([first, all[1] with { To = null }]));

        DateOnly? EndWith(ImmutableArray<ProgrammeVersion> versions) =>
            StepFunding
                .Offers(
                    step,
                    new Dictionary<string, ImmutableArray<ProgrammeVersion>> { ["mpup"] = versions },
                    new(),
                    new()
                )[0]
                .To;
    }

    [Fact]
    public void A_programme_without_a_rule_offers_no_amount()
    {
        var step = new StepCost("s", Origin, Origin.AddMonths(1), 420_000, ["itf", "rth"]);
        Assert.All(
            StepFunding.Offers(step, Rules, new(), new()),
            offer => Assert.Equal((null, null), (offer.Amount, offer.Source))
        );
        Assert.Null(StepFunding.Best([step], Rules, new(), new())[0]);
    }

    [Theory]
    [InlineData(null, 140_000L)]
    [InlineData(true, 140_000L)]
    [InlineData(false, null)]
    public void A_stated_fact_rules_a_programme_out(bool? manufacturer, long? amount)
    {
        var step = new StepCost("s", Origin, Origin.AddMonths(3), 420_000, ["nifs"]);
        Assert.Equal(amount, StepFunding.Best([step], Rules, new(Manufacturer: manufacturer), new())[0]?.Amount);
    }

    // As many steps as a plan may have, each with as many programmes as any step has.
    [Fact]
    public void The_largest_plan_takes_no_longer_than_a_look()
    {
        var steps = Enumerable
            .Range(0, UpgradeRules.MaxSteps)
            .Select(i => new StepCost(
                $"s{i}",
                Origin.AddMonths(i),
                Origin.AddMonths(i + 6),
                1_000_000 + i,
                ["mpup", "nifs", "itf-cash-rebate"]
            ))
            .ToImmutableArray();
        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(steps.Length, StepFunding.Best(steps, Rules, new(), new()).Count(grant => grant is not null));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 5);
    }

    private static IEnumerable<int[]> Every(int steps) =>
        steps == 0
            ?
            [
                [],
            ]
            : Every(steps - 1).SelectMany(rest => Enumerable.Range(-1, 4).Select(last => (int[])[.. rest, last]));

    private static string? Chosen(StepCost step, int option) =>
        option >= 0 && option < step.Programmes.Length ? step.Programmes[option] : null;

    private static bool IsAllowed(ImmutableArray<StepCost> steps, int[] choice, int live) =>
        Enumerable
            .Range(0, 80)
            .All(month =>
                Running(steps, choice, Origin.AddMonths(month)) is var running && (running == 0 || running + live <= 3)
            );

    private static int Running(ImmutableArray<StepCost> steps, int[] choice, DateOnly day) =>
        steps.Where((step, i) => Chosen(step, choice[i]) == "nifs" && step.Start <= day && day <= step.End).Count();

    private static long SumOf(ImmutableArray<StepCost> steps, int[] choice)
    {
        long Total(string programme, Func<StepCost, long> share) =>
            steps.Where((step, i) => Chosen(step, choice[i]) == programme).Sum(share);
        return Total("nifs", step => Math.Min(step.Cost / 3, 15_000_000))
            + Math.Min(250_000, Total("mpup", step => step.Start <= new DateOnly(2027, 11, 17) ? step.Cost / 3 : 0))
            + Total("itf-cash-rebate", step => step.Cost * 2 / 5);
    }
}
