using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>The worked examples of each programme with a rule, as its page gives them.</summary>
public class WorkedExampleTests
{
    [Theory]
    [InlineData(30_000_000, 10_000_000)]
    [InlineData(45_000_000, 15_000_000)]
    [InlineData(60_000_000, 15_000_000)]
    [InlineData(44_999_999, 14_999_999)]
    [InlineData(8_400_000, 2_800_000)]
    public void A_smart_line_gets_a_third_up_to_15_million(long cost, long amount)
    {
        var nifs = Of("nifs", Ideal with { Projects = Projects(ProjectKind.SmartLine, cost) });
        Assert.Equal((ProgrammeVerdict.Eligible, amount), (nifs.Verdict, nifs.Amount));
    }

    [Theory]
    [InlineData(
        new long[] { 45_000_000, 45_000_000, 45_000_000 },
        45_000_000L,
        new long[] { 15_000_000, 15_000_000, 15_000_000 }
    )]
    [InlineData(
        new long[] { 60_000_000, 45_000_000, 30_000_000 },
        40_000_000L,
        new long[] { 15_000_000, 15_000_000, 10_000_000 }
    )]
    [InlineData(
        new long[] { 45_000_000, 45_000_000, 45_000_000, 45_000_000 },
        null,
        new long[] { 15_000_000, 15_000_000, 15_000_000, 15_000_000 }
    )]
    public void Three_lines_may_run_at_the_same_time_and_a_fourth_waits(long[] costs, long? amount, long[] each)
    {
        var nifs = Of("nifs", Ideal with { Projects = Projects(ProjectKind.SmartLine, costs) });
        Assert.Equal(
            (amount is null ? ProgrammeVerdict.Ineligible : ProgrammeVerdict.Eligible, amount),
            (nifs.Verdict, nifs.Amount)
        );
        Assert.Equal(each, nifs.Projects!.Value.Select(project => project.Amount!.Value));
    }

    [Theory]
    [InlineData("2025-02-18", new long[] { 300_000_000 }, 100_000_000L, new long[] { 100_000_000 })]
    [InlineData("2025-02-18", new long[] { 299_999_997 }, null, new long[] { -1 })]
    [InlineData("2025-02-18", new long[] { 600_000_000 }, 200_000_000L, new long[] { 200_000_000 })]
    [InlineData("2025-02-18", new long[] { 900_000_000 }, 200_000_000L, new long[] { 200_000_000 })]
    [InlineData(
        "2025-02-18",
        new long[] { 300_000_000, 450_000_000 },
        200_000_000L,
        new long[] { 100_000_000, 100_000_000 }
    )]
    [InlineData("2025-02-18", new long[] { 600_000_000, 300_000_000 }, 200_000_000L, new long[] { 200_000_000, 0 })]
    [InlineData(
        "2025-02-18",
        new long[] { 300_000_000, 300_000_000, 300_000_000 },
        200_000_000L,
        new long[] { 100_000_000, 100_000_000, -1 }
    )]
    [InlineData("2025-11-18", new long[] { 150_000_000 }, 50_000_000L, new long[] { 50_000_000 })]
    [InlineData("2025-11-18", new long[] { 149_999_999 }, null, new long[] { -1 })]
    [InlineData("2025-11-18", new long[] { 240_000_000 }, 80_000_000L, new long[] { 80_000_000 })]
    [InlineData("2025-11-17", new long[] { 240_000_000 }, null, new long[] { -1 })]
    public void A_new_facility_gets_a_third_from_the_minimum_cost_on(string on, long[] costs, long? amount, long[] each)
    {
        var nias = Of(
            "nias",
            Ideal with
            {
                Projects = Projects(ProjectKind.NewFacility, costs),
            },
            DateOnly.Parse(on, null)
        );
        Assert.Equal(
            (amount is null ? ProgrammeVerdict.Ineligible : ProgrammeVerdict.Eligible, amount),
            (nias.Verdict, nias.Amount)
        );
        Assert.Equal(each, nias.Projects!.Value.Select(project => project.Amount ?? -1));
        Assert.All(
            nias.Projects!.Value,
            project =>
                Assert.Equal(
                    project.Amount is null ? ProgrammeVerdict.Ineligible : ProgrammeVerdict.Eligible,
                    project.Verdict
                )
        );
    }

    [Theory]
    [InlineData(ThresholdReading.CostAndOwn, null)]
    [InlineData(ThresholdReading.Cost, 66_666_666L)]
    [InlineData(ThresholdReading.Own, 0L)]
    public void The_threshold_can_be_read_in_three_ways(ThresholdReading reading, long? amount) =>
        Assert.Equal(
            amount,
            Of(
                "nias",
                Ideal with
                {
                    Projects = Projects(ProjectKind.NewFacility, 200_000_000),
                },
                readings: new(reading)
            ).Amount
        );

    [Theory]
    [InlineData(Degree.Bachelor, 4, 36, 4, 2_880_000L)]
    [InlineData(Degree.Doctor, 4, 36, 4, 6_480_000L)]
    [InlineData(Degree.Master, 6, 24, 4, 3_312_000L)]
    [InlineData(Degree.Bachelor, 5, 29, 5, null)]
    [InlineData(Degree.Bachelor, 5, 28, 5, null)]
    public void Four_talents_at_once_and_144_months_in_all(
        Degree degree,
        int count,
        int months,
        int atOnce,
        long? amount
    )
    {
        var rth = Of(
            "rth",
            Ideal with
            {
                ResearchTalents = Talents(TalentScheme.Hub, degree, count, months),
                TalentsAtOnce = atOnce,
            }
        );
        Assert.Equal(
            (amount is null ? ProgrammeVerdict.Ineligible : ProgrammeVerdict.Eligible, amount),
            (rth.Verdict, rth.Amount)
        );
    }

    [Theory]
    [InlineData(Degree.Doctor, 36, null, HalfReading.Salary, 22_680_000L)]
    [InlineData(Degree.Doctor, 36, null, HalfReading.SalaryAndLiving, 29_160_000L)]
    [InlineData(Degree.Doctor, 37, null, HalfReading.Salary, null)]
    [InlineData(Degree.Bachelor, 10, 18_000L, HalfReading.Salary, 3_240_000L)]
    public void Thirty_six_talents_more_on_one_to_one(
        Degree degree,
        int count,
        long? salary,
        HalfReading reading,
        long? amount
    )
    {
        var hub = Of(
            "rth-nias",
            Ideal with
            {
                ResearchTalents = Talents(TalentScheme.HubOfNias, degree, count, 36, salary),
            },
            readings: new(Half: reading)
        );
        Assert.Equal(
            (amount is null ? ProgrammeVerdict.Ineligible : ProgrammeVerdict.Eligible, amount),
            (hub.Verdict, hub.Amount)
        );
    }

    [Theory]
    [InlineData("2025-02-18", 60_000, 0, 40_000)]
    [InlineData("2025-02-18", 750_000, 0, 500_000)]
    [InlineData("2025-02-18", 900_000, 0, 500_000)]
    [InlineData("2025-02-18", 150_000, 450_000, 50_000)]
    [InlineData("2025-02-18", 90_000, 480_000, 20_000)]
    [InlineData("2026-01-01", 60_000, 0, 30_000)]
    [InlineData("2026-01-01", 500_000, 0, 250_000)]
    [InlineData("2026-01-01", 900_000, 0, 250_000)]
    public void Training_gets_its_share_up_to_the_annual_cap(string on, long costs, long granted, long amount)
    {
        var nittp = Of(
            "nittp",
            Ideal with
            {
                TrainingCosts = costs,
                TrainingGrantsThisYear = granted,
            },
            DateOnly.Parse(on, null)
        );
        Assert.Equal((ProgrammeVerdict.Eligible, amount), (nittp.Verdict, nittp.Amount));
    }

    [Fact]
    public void The_whole_package_of_a_life_science_enterprise()
    {
        ImmutableArray<ResearchTalent> talents =
        [
            .. Talents(TalentScheme.Hub, Degree.Doctor, 4, 36),
            .. Talents(TalentScheme.HubOfNias, Degree.Bachelor, 36, 36),
        ];
        var facts = Ideal with
        {
            ApprovedNiasProject = false,
            Projects = Projects(ProjectKind.NewFacility, 600_000_000),
            ResearchTalents = talents,
            TalentsAtOnce = 40,
            TrainingCosts = 750_000,
        };
        var package = Assess(facts).Package;
        Assert.Equal(
            [("nias", 200_000_000L), ("rth", 6_480_000), ("rth-nias", 12_960_000), ("nittp", 500_000)],
            package.Items.Select(item => (item.Programme, item.Amount))
        );
        Assert.Equal(219_940_000, package.Total);
        Assert.Equal(ProgrammeVerdict.Conditional, Of("techtas-nias", facts).Verdict);
    }

    [Theory]
    [InlineData("2025-02-18", 14_592_000)]
    [InlineData("2026-01-01", 14_582_000)]
    public void The_whole_package_of_a_manufacturer_in_Kwun_Tong(string on, long total) =>
        Assert.Equal(
            total,
            Assess(
                Ideal with
                {
                    StrategicIndustry = StrategicIndustry.Other,
                    ApprovedNiasProject = false,
                    Projects = Projects(ProjectKind.SmartLine, 42_000_000),
                    ResearchTalents = Talents(TalentScheme.Hub, Degree.Master, 1, 24),
                    TalentsAtOnce = 1,
                    TrainingCosts = 60_000,
                },
                DateOnly.Parse(on, null)
            ).Package.Total
        );

    [Fact]
    public void An_enterprise_below_the_threshold_has_the_talent_routes_when_the_threshold_is_lowered()
    {
        var facts = Ideal with
        {
            StrategicIndustry = StrategicIndustry.AiAndData,
            ApprovedNiasProject = false,
            Projects = Projects(ProjectKind.NewFacility, 240_000_000),
            ResearchTalents = Talents(TalentScheme.HubOfNias, Degree.Bachelor, 10, 36),
        };
        var nias = Of("nias", facts);
        Assert.Equal(60_000_000, nias.Condition("approvedCost").Shortfall);
        Assert.Equal([new LaterAnswer(Lowered, ProgrammeVerdict.Eligible, 80_000_000)], nias.ChangesOn!.Value);
        foreach (var programme in new[] { "rth-nias", "techtas-nias" })
        {
            Assert.Equal(ProgrammeVerdict.Ineligible, Of(programme, facts).Verdict);
            Assert.Equal(ProgrammeVerdict.Conditional, Of(programme, facts, Lowered).Verdict);
            Assert.Equal(Lowered, Of(programme, facts).ChangesOn!.Value.Single().On);
        }
    }
}
