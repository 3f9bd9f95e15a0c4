using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>The edges of each rule, and unknown facts.</summary>
public class ProgrammeRuleTests
{
    [Fact]
    public void A_profile_states_each_strategic_industry_of_the_taxonomy_by_its_code()
    {
        var codes = TaxonomySet
            .BuiltIn.Find("industries")!
            .Terms.Select(term => term.Code)
            .Where(code => code.StartsWith("strategic/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(8, codes.Count);
        Assert.All(codes, code => Assert.Equal(code, $"strategic/{StrategicIndustries.StatedIn(["hsic/25", code])}"));
        Assert.Null(StrategicIndustries.StatedIn(codes));
    }

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
    public void A_programme_without_a_rule_decides_nothing()
    {
        var assessment = Assess(new());
        foreach (var programme in ProgrammeCatalogue.All.Where(programme => programme.Shape is RuleShape.Information))
        {
            var assessed = assessment.Programmes.Single(assessed => assessed.Id == programme.Id);
            Assert.Equal(
                (ProgrammeVerdict.InformationOnly, null, 0),
                (assessed.Verdict, assessed.Amount, assessed.Conditions.Length)
            );
        }
    }

    [Fact]
    public void Without_facts_no_programme_is_refused_and_every_relevant_fact_is_asked()
    {
        var assessment = Assess(new());
        Assert.All(
            assessment.Programmes,
            assessed =>
                Assert.True(
                    assessed.Verdict is ProgrammeVerdict.Conditional or ProgrammeVerdict.InformationOnly,
                    assessed.Id
                )
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
    public void A_company_not_yet_incorporated_leaves_a_programme_open(string programme)
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
    public void Each_irreversible_no_makes_ineligible_with_its_reason()
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
            var assessed = Of(programme, refused);
            Assert.Equal((ProgrammeVerdict.Ineligible, null), (assessed.Verdict, assessed.Amount));
            Assert.Equal(
                [condition],
                assessed.Conditions.Where(each => each.Outcome is Outcome.Unmet).Select(each => each.Id)
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
    public void A_programme_that_is_not_open_yet_is_ineligible_with_its_opening_day(
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
        var assessed = Of(programme, facts, DateOnly.Parse(on, null));
        Assert.Equal(verdict, assessed.Verdict);
        if (verdict is ProgrammeVerdict.Eligible)
            return;
        Assert.Equal(Outcome.Unmet, assessed.Condition("open").Outcome);
        Assert.Equal(
            (DateOnly.Parse(on, null).AddDays(1), ProgrammeVerdict.Eligible),
            (assessed.ChangesOn!.Value[0].On, assessed.ChangesOn.Value[0].Verdict)
        );
    }

    [Fact]
    public void The_results_of_other_readings_are_shown()
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
    public void Training_shows_the_later_rule_until_it_is_in_force()
    {
        var facts = Ideal with { TrainingCosts = 900_000 };
        var before = Of("nittp", facts, new(2025, 12, 31));
        Assert.Equal(500_000, before.Amount);
        Assert.Equal([new LaterAnswer(new(2026, 1, 1), ProgrammeVerdict.Eligible, 250_000)], before.ChangesOn!.Value);
        var after = Of("nittp", facts, new(2026, 1, 1));
        Assert.Equal((250_000, null), (after.Amount, after.ChangesOn));
    }

    [Fact]
    public void All_wrong_facts_are_reported_at_once()
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
