using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Xunit;

namespace Matchmaker.Matching.Tests.Programmes;

public sealed class VersionRulesTests
{
    private static readonly Programme Nias = ProgrammeCatalogue.Find("nias")!;

    [Fact]
    public void The_built_in_versions_are_valid() =>
        Assert.All(
            ProgrammeCatalogue.All,
            programme => Assert.Empty(VersionRules.Check(programme, programme.Versions).Errors)
        );

    public static TheoryData<string, string, Func<ProgrammeVersion, ProgrammeVersion>> Wrong =>
        new()
        {
            { "versions[0].from", "required", version => version with { From = default } },
            { "versions[0].to", "endsBefore", version => version with { To = version.From.AddDays(-1) } },
            { "versions[0].government", "outOfRange", version => version with { Government = 0 } },
            { "versions[0].applicant", "outOfRange", version => version with { Applicant = -1 } },
            { "versions[0].cap", "outOfRange", version => version with { Cap = -1 } },
            { "versions[0].leastCost", "outOfRange", version => version with { LeastCost = 1_000_000_000_001 } },
            { "versions[0].inAll", "outOfRange", version => version with { InAll = 0 } },
            { "versions[0].project", "required", version => version with { Project = null } },
            { "versions[0].salaries", "exactly", version => version with { Salaries = [1] } },
            { "versions[0].source", "required", version => version with { Source = " " } },
            { "versions[0].source", "tooLong", version => version with { Source = new('s', 301) } },
            { "versions[0].needs[0].fact", "notACode", version => version with { Needs = [new("rich", true, "S01")] } },
            {
                "versions[0].needs[0].yes",
                "notACode",
                version => version with { Needs = [new("strategicIndustry", false, "S01")] }
            },
            {
                "versions[0].needs[0].source",
                "required",
                version => version with { Needs = [new("manufacturer", true, null!)] }
            },
        };

    [Theory, MemberData(nameof(Wrong))]
    public void Each_wrong_value_is_reported_at_its_path(
        string path,
        string code,
        Func<ProgrammeVersion, ProgrammeVersion> change
    )
    {
        var error = Assert.Single(VersionRules.Check(Nias, [change(Nias.Versions[0])]).Errors);
        Assert.Equal((path, code), (error.Path, error.Code));
        Assert.Contains(code, ErrorTexts.All.Keys);
    }

    [Fact]
    public void Versions_must_not_overlap()
    {
        var (first, second) = (Nias.Versions[0], Nias.Versions[1]);
        Assert.Empty(Errors(first with { To = second.From.AddDays(-1) }, second));
        Assert.Empty(Errors(first with { To = second.From.AddDays(-100) }, second));
        Assert.Equal(["versions[1].from"], Errors(first with { To = second.From }, second));
        Assert.Equal(["versions[1].from"], Errors(first with { To = null }, second));
        Assert.Equal(
            ["versions[1].from"],
            Errors(second with { To = second.From.AddYears(1) }, first with { To = null })
        );
    }

    [Fact]
    public void A_programme_without_a_rule_takes_no_version_and_one_with_a_rule_needs_one()
    {
        Assert.Equal(
            "noRule",
            Assert.Single(VersionRules.Check(ProgrammeCatalogue.Find("itif")!, Nias.Versions).Errors).Code
        );
        Assert.Equal("required", Assert.Single(VersionRules.Check(Nias, []).Errors).Code);
        Assert.Equal("required", Assert.Single(VersionRules.Check(Nias, default).Errors).Code);
    }

    [Fact]
    public void Every_accepted_version_can_be_assessed()
    {
        var chance = new Random(20_261_125);
        var facts = new Facts(
            Listed: true,
            Subvented: true,
            Manufacturer: false,
            Projects: [new("p", 1_000_000, ProjectKind.SmartLine)],
            ResearchTalents: [new(Degree.Doctor, 36, TalentScheme.Hub)]
        );
        for (var round = 0; round < 2_000; round++)
        {
            var programme = ProgrammeCatalogue.All[chance.Next(ProgrammeCatalogue.All.Length)];
            var version = new ProgrammeVersion(
                new(2020 + chance.Next(8), 1, 1),
                null,
                "S01",
                [
                    .. FactRules
                        .Needable.Where(_ => chance.Next(3) == 0)
                        .Select(fact => new Need(fact, fact == "strategicIndustry" || chance.Next(2) == 0, "S01")),
                ],
                Maybe<ProjectKind>(ProjectKind.SmartLine),
                chance.Next(4),
                chance.Next(3),
                Maybe(1_000L),
                Maybe(5_000L),
                Maybe(2),
                Maybe(2),
                Maybe(100L),
                Maybe(50L),
                Maybe(3),
                Maybe(9),
                Maybe(144),
                Maybe(36),
                chance.Next(2) == 0 ? [1, 2, 3] : [],
                Maybe(10L)
            );
            var checkedVersions = VersionRules.Check(programme, [version]);
            if (!checkedVersions.IsOk)
                continue;
            var answer = new Assessor([programme with { Versions = checkedVersions.Value }]).Assess(
                new(2026, 11, 25),
                facts,
                new()
            );
            Assert.True(answer.Package.Total >= 0);
        }

        T? Maybe<T>(T value)
            where T : struct => chance.Next(2) == 0 ? value : null;
    }

    private static IEnumerable<string> Errors(params ImmutableArray<ProgrammeVersion> versions) =>
        VersionRules.Check(Nias, versions).Errors.Select(error => error.Path);
}
