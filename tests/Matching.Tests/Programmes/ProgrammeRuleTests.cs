using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>The edges of each rule, what is unknown, and what is said of it.</summary>
public class ProgrammeRuleTests
{
    [Fact]
    public void Every_programme_of_the_paper_is_there_with_its_names_and_known_sources()
    {
        Assert.Equal(22, ProgrammeCatalogue.All.Select(programme => programme.Id).Distinct().Count());
        var sources = ProgrammeCatalogue.Sources.Select(source => source.Code).ToHashSet();
        foreach (var programme in ProgrammeCatalogue.All)
        {
            foreach (
                var text in new[]
                {
                    programme.Name,
                    programme.Summary,
                    programme.Body,
                    programme.ToCheck,
                }.OfType<LocalText>()
            )
                Assert.True(text is { En.Length: > 0, ZhHant.Length: > 0, ZhHans.Length: > 0 }, programme.Id);
            string[] named =
            [
                .. programme.Sources,
                .. programme.Versions.Select(version => version.Source),
                .. programme.Versions.SelectMany(version => version.Needs).Select(need => need.Source),
            ];
            Assert.All(named, source => Assert.Contains(source, sources));
            Assert.Equal(programme.Shape is RuleShape.Information, programme.Versions.IsEmpty);
            Assert.Equal(
                programme.Versions.Select(version => version.From).Order(),
                programme.Versions.Select(version => version.From)
            );
            foreach (var (version, next) in programme.Versions.Zip(programme.Versions.Skip(1)))
                Assert.Equal(next.From, version.To!.Value.AddDays(1));
        }
    }

    [Fact]
    public void Nothing_is_decided_where_the_paper_gives_no_rule()
    {
        var assessment = Assess(new());
        foreach (var programme in ProgrammeCatalogue.All.Where(programme => programme.Shape is RuleShape.Information))
        {
            var one = assessment.Programmes.Single(one => one.Id == programme.Id);
            Assert.Equal((ProgrammeVerdict.InformationOnly, null, 0), (one.Verdict, one.Amount, one.Conditions.Length));
        }
    }

    [Fact]
    public void Who_says_nothing_is_refused_nothing_and_asked_everything_that_matters()
    {
        var assessment = Assess(new());
        Assert.All(
            assessment.Programmes,
            one => Assert.True(one.Verdict is ProgrammeVerdict.Conditional or ProgrammeVerdict.InformationOnly, one.Id)
        );
        Assert.Equal(0, assessment.Package.Total);
        Assert.Equal(
            [
                "approvedNiasProject",
                "highEndTechnology",
                "incorporatedInHongKong",
                "liveNifsProjects",
                "manufacturer",
                "newSmartProductionInHongKong",
                "previousNiasGrants",
                "previousNiasProjects",
                "projects",
                "researchTalents",
                "strategicIndustry",
                "subvented",
                "talentsAtOnce",
                "trainingCosts",
                "trainingGrantsThisYear",
            ],
            assessment.Asks.Order()
        );
        Assert.Equal("incorporatedInHongKong", assessment.Asks[0]);
        Assert.Empty(Assess(Ideal).Asks);
    }

    [Fact]
    public void A_question_whose_answer_changes_nothing_is_not_asked()
    {
        var asks = Assess(new(StrategicIndustry: StrategicIndustry.Other, ApprovedNiasProject: false)).Asks;
        Assert.DoesNotContain("highEndTechnology", asks);
        Assert.DoesNotContain("previousNiasProjects", asks);
        Assert.Contains("manufacturer", asks);
    }

    [Theory]
    [InlineData("nifs")]
    [InlineData("nias")]
    [InlineData("nittp")]
    public void A_company_that_can_still_be_set_up_keeps_a_programme_open(string programme)
    {
        var facts = Ideal with
        {
            Projects =
            [
                .. Projects(ProjectKind.NewFacility, 300_000_000),
                new("line", 45_000_000, ProjectKind.SmartLine),
            ],
            TrainingCosts = 60_000,
        };
        Assert.Equal(ProgrammeVerdict.Eligible, Of(programme, facts).Verdict);
        var without = Of(programme, facts with { IncorporatedInHongKong = false });
        Assert.Equal((ProgrammeVerdict.Conditional, Of(programme, facts).Amount), (without.Verdict, without.Amount));
        Assert.Equal(Outcome.Unmet, without.Condition("incorporatedInHongKong").Outcome);
    }

    [Fact]
    public void Each_no_that_cannot_be_cured_is_a_refusal_with_its_reason()
    {
        var facts = Ideal with
        {
            Projects =
            [
                .. Projects(ProjectKind.NewFacility, 300_000_000),
                new("line", 45_000_000, ProjectKind.SmartLine),
            ],
        };
        (string Programme, string Condition, Facts Facts)[] refusals =
        [
            ("nifs", "manufacturer", facts with { Manufacturer = false }),
            ("nifs", "newSmartProductionInHongKong", facts with { NewSmartProductionInHongKong = false }),
            ("nias", "newSmartProductionInHongKong", facts with { NewSmartProductionInHongKong = false }),
            ("nias", "strategicIndustry", facts with { StrategicIndustry = StrategicIndustry.Other }),
            ("nias", "subvented", facts with { Subvented = true }),
            ("nias", "highEndTechnology", facts with { HighEndTechnology = false }),
            ("nittp", "subvented", facts with { Subvented = true }),
        ];
        foreach (var (programme, condition, refused) in refusals)
        {
            var one = Of(programme, refused);
            Assert.Equal((ProgrammeVerdict.Ineligible, null), (one.Verdict, one.Amount));
            Assert.Equal(
                [condition],
                one.Conditions.Where(each => each.Outcome is Outcome.Unmet).Select(each => each.Id)
            );
        }
    }

    [Theory]
    [InlineData("nifs", "2020-07-26", ProgrammeVerdict.Ineligible)]
    [InlineData("nifs", "2020-07-27", ProgrammeVerdict.Eligible)]
    [InlineData("nias", "2024-09-15", ProgrammeVerdict.Ineligible)]
    [InlineData("nias", "2024-09-16", ProgrammeVerdict.Eligible)]
    [InlineData("nittp", "2018-08-21", ProgrammeVerdict.Ineligible)]
    [InlineData("nittp", "2018-08-22", ProgrammeVerdict.Eligible)]
    public void A_programme_that_was_not_open_yet_is_refused_with_the_day_on_which_it_opens(
        string programme,
        string on,
        ProgrammeVerdict verdict
    )
    {
        var facts = Ideal with
        {
            Projects =
            [
                new("line", 45_000_000, ProjectKind.SmartLine),
                new("facility", 300_000_000, ProjectKind.NewFacility),
            ],
            TrainingCosts = 60_000,
        };
        var one = Of(programme, facts, DateOnly.Parse(on, null));
        Assert.Equal(verdict, one.Verdict);
        if (verdict is ProgrammeVerdict.Eligible)
            return;
        Assert.Equal(Outcome.Unmet, one.Condition("open").Outcome);
        Assert.Equal(
            (DateOnly.Parse(on, null).AddDays(1), ProgrammeVerdict.Eligible),
            (one.ChangesOn!.Value[0].On, one.ChangesOn.Value[0].Verdict)
        );
    }

    [Theory]
    [InlineData("2024-01-07", 0, 1, true)]
    [InlineData("2024-01-07", 0, 2, false)]
    [InlineData("2024-01-07", 1, 1, false)]
    [InlineData("2024-01-08", 0, 3, true)]
    [InlineData("2024-01-08", 0, 4, false)]
    [InlineData("2024-01-08", 2, 1, true)]
    [InlineData("2024-01-08", 2, 2, false)]
    [InlineData("2024-01-08", 3, 1, false)]
    public void Lines_that_run_and_lines_that_are_asked_for_share_the_places(string on, int live, int asked, bool holds)
    {
        var facts = Ideal with
        {
            LiveNifsProjects = live,
            Projects = Projects(ProjectKind.SmartLine, [.. Enumerable.Repeat(45_000_000L, asked)]),
        };
        var nifs = Of("nifs", facts, DateOnly.Parse(on, null));
        Assert.Equal(holds ? ProgrammeVerdict.Eligible : ProgrammeVerdict.Ineligible, nifs.Verdict);
        var places = nifs.Condition("liveNifsProjects");
        Assert.Equal(holds ? null : live + asked - (on == "2024-01-07" ? 1 : 3), places.Shortfall);
    }

    [Fact]
    public void How_many_lines_run_does_not_matter_where_too_many_are_asked_for()
    {
        var facts = Ideal with { LiveNifsProjects = null };
        Assert.Equal(
            ProgrammeVerdict.Conditional,
            Of("nifs", facts with { Projects = Projects(ProjectKind.SmartLine, 1, 1, 1) }).Verdict
        );
        Assert.Equal(
            ProgrammeVerdict.Ineligible,
            Of("nifs", facts with { Projects = Projects(ProjectKind.SmartLine, 1, 1, 1, 1) }).Verdict
        );
    }

    [Fact]
    public void Every_shortfall_is_a_number_and_stands_in_its_text()
    {
        var nias = Of("nias", Ideal with { Projects = Projects(ProjectKind.NewFacility, 250_000_000) });
        Assert.Equal(
            (50_000_000, 33_333_333),
            (nias.Condition("approvedCost").Shortfall, nias.Condition("ownContribution").Shortfall)
        );
        Assert.Equal(new NumberValue(166_666_667), nias.Condition("ownContribution").Actual);
        var text = nias.Condition("approvedCost").Text;
        Assert.Equal("A project's approved cost of at least HK$300,000,000. HK$50,000,000 short.", text.En);
        Assert.Equal("項目核准成本不少於 300,000,000 港元。尚欠 50,000,000 港元。", text.ZhHant);
    }

    [Theory]
    [InlineData(144, ProgrammeVerdict.Eligible)]
    [InlineData(145, ProgrammeVerdict.Ineligible)]
    public void One_month_too_many_is_one_month_too_many(int months, ProgrammeVerdict verdict)
    {
        var talents = Talents(TalentScheme.Hub, Degree.Bachelor, 4, 36)
            .SetItem(0, new(Degree.Bachelor, months - 108, TalentScheme.Hub));
        var rth = Of("rth", Ideal with { ResearchTalents = talents, TalentsAtOnce = 4 });
        Assert.Equal(verdict, rth.Verdict);
        Assert.Equal(verdict is ProgrammeVerdict.Eligible ? null : 1, rth.Condition("personMonths").Shortfall);
        Assert.Equal(verdict is ProgrammeVerdict.Eligible ? null : 1, rth.Condition("monthsEach").Shortfall);
    }

    [Fact]
    public void Few_talents_cannot_be_too_many_at_once()
    {
        var four = Ideal with
        {
            TalentsAtOnce = null,
            ResearchTalents = Talents(TalentScheme.Hub, Degree.Master, 4, 12),
        };
        Assert.Equal(ProgrammeVerdict.Eligible, Of("rth", four).Verdict);
        Assert.Equal(
            ProgrammeVerdict.Conditional,
            Of("rth", four with { ResearchTalents = Talents(TalentScheme.Hub, Degree.Master, 5, 12) }).Verdict
        );
    }

    [Fact]
    public void The_range_of_an_open_point_is_shown()
    {
        var hub = Of(
            "rth-nias",
            Ideal with
            {
                ResearchTalents = Talents(TalentScheme.HubOfNias, Degree.Doctor, 36, 36),
            }
        );
        Assert.Equal([new OtherReading("OP-06", "B", ProgrammeVerdict.Eligible, 29_160_000)], hub.Readings!.Value);
        var nias = Of("nias", Ideal with { Projects = Projects(ProjectKind.NewFacility, 250_000_000) });
        Assert.Equal(
            [
                new OtherReading("OP-01", "B", ProgrammeVerdict.Eligible, 83_333_333),
                new("OP-01", "C", ProgrammeVerdict.Eligible, 50_000_000),
            ],
            nias.Readings!.Value
        );
    }

    [Fact]
    public void Training_is_answered_with_the_later_rule_beside_it_until_that_is_in_force()
    {
        var facts = Ideal with { TrainingCosts = 900_000 };
        var before = Of("nittp", facts, new(2025, 12, 31));
        Assert.Equal(500_000, before.Amount);
        Assert.Equal([new LaterAnswer(new(2026, 1, 1), ProgrammeVerdict.Eligible, 250_000)], before.ChangesOn!.Value);
        var after = Of("nittp", facts, new(2026, 1, 1));
        Assert.Equal((250_000, null), (after.Amount, after.ChangesOn));
    }

    [Fact]
    public void Wrong_facts_are_told_all_at_once()
    {
        var wrong = FactRules.Check(
            new(
                Projects:
                [
                    new("a", -1, ProjectKind.SmartLine),
                    new("a", 1, ProjectKind.SmartLine),
                    new("", 1, ProjectKind.SmartLine),
                ],
                LiveNifsProjects: -1,
                ResearchTalents: [new(Degree.Doctor, 0, TalentScheme.Hub, -5)],
                TrainingCosts: long.MaxValue
            )
        );
        Assert.Equal(
            [
                "liveNifsProjects",
                "trainingCosts",
                "projects[0].approvedCost",
                "projects[1].id",
                "projects[2].id",
                "researchTalents[0].months",
                "researchTalents[0].monthlySalary",
            ],
            wrong.Errors.Select(error => error.Path)
        );
        Assert.True(FactRules.Check(Ideal).IsOk && FactRules.Check(new()).IsOk);
    }
}
