using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>Applicants for tests, and shorthands to assess them.</summary>
internal static class Applicant
{
    public static readonly DateOnly Paper = new(2025, 2, 18);
    public static readonly DateOnly Lowered = new(2025, 11, 18);

    public static readonly Assessor Assessor = new(ProgrammeCatalogue.All);

    /// <summary>An applicant who meets every yes-or-no condition and has received nothing yet.</summary>
    public static readonly Facts Ideal = new(
        IncorporatedInHongKong: true,
        Manufacturer: true,
        StrategicIndustry: StrategicIndustry.LifeAndHealth,
        Subvented: false,
        Listed: false,
        NewSmartProductionInHongKong: true,
        HighEndTechnology: true,
        Projects: [],
        LiveNifsProjects: 0,
        PreviousNiasGrants: 0,
        PreviousNiasProjects: 0,
        ApprovedNiasProject: true,
        ResearchTalents: [],
        TalentsAtOnce: 0,
        TrainingCosts: 0,
        TrainingGrantsThisYear: 0
    );

    public static ImmutableArray<FundedProject> Projects(ProjectKind kind, params long[] costs) =>
        [.. costs.Select((cost, i) => new FundedProject($"p{i}", cost, kind))];

    public static ImmutableArray<ResearchTalent> Talents(
        TalentScheme scheme,
        Degree degree,
        int count,
        int months,
        long? salary = null
    ) => [.. Enumerable.Repeat(new ResearchTalent(degree, months, scheme, salary), count)];

    public static Assessment Assess(Facts facts, DateOnly? on = null, Readings? readings = null) =>
        Assessor.Assess(on ?? Paper, facts, readings ?? new());

    public static ProgrammeAssessment Of(
        string programme,
        Facts facts,
        DateOnly? on = null,
        Readings? readings = null
    ) => Assess(facts, on, readings).Programmes.Single(assessed => assessed.Id == programme);

    public static ConditionResult Condition(this ProgrammeAssessment assessment, string id) =>
        assessment.Conditions.Single(condition => condition.Id == id);
}
