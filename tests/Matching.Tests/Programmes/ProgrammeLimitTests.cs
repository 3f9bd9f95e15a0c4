using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>The limits on projects, people and months, and the shortfalls shown.</summary>
public class ProgrammeLimitTests
{
    [Theory]
    [InlineData("2024-01-07", 0, 1, true)]
    [InlineData("2024-01-07", 0, 2, false)]
    [InlineData("2024-01-07", 1, 1, false)]
    [InlineData("2024-01-08", 0, 3, true)]
    [InlineData("2024-01-08", 0, 4, false)]
    [InlineData("2024-01-08", 2, 1, true)]
    [InlineData("2024-01-08", 2, 2, false)]
    [InlineData("2024-01-08", 3, 1, false)]
    public void Running_lines_and_requested_lines_count_together(string on, int live, int asked, bool holds)
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
    public void The_number_of_running_lines_is_not_asked_if_too_many_are_requested()
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
    public void Every_shortfall_is_a_number_and_appears_in_its_text()
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
    public void One_month_over_the_limit_is_a_shortfall_of_one(int months, ProgrammeVerdict verdict)
    {
        var talents = Talents(TalentScheme.Hub, Degree.Bachelor, 4, 36)
            .SetItem(0, new(Degree.Bachelor, months - 108, TalentScheme.Hub));
        var rth = Of("rth", Ideal with { ResearchTalents = talents, TalentsAtOnce = 4 });
        Assert.Equal(verdict, rth.Verdict);
        Assert.Equal(verdict is ProgrammeVerdict.Eligible ? null : 1, rth.Condition("personMonths").Shortfall);
        Assert.Equal(verdict is ProgrammeVerdict.Eligible ? null : 1, rth.Condition("monthsEach").Shortfall);
    }

    [Fact]
    public void A_short_list_of_talents_meets_the_limit_at_one_time()
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
}
