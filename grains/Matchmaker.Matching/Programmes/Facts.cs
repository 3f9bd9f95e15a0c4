using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Programmes;

/// <summary>What an applicant says of itself and its plans (funding.md). What is absent is unknown, and no rule takes it for a no.</summary>
/// <param name="IncorporatedInHongKong">Under the Companies Ordinance (Cap. 622).</param>
/// <param name="Manufacturer">Produces or will produce goods in Hong Kong.</param>
/// <param name="Subvented">Lives on public money.</param>
/// <param name="Listed">On a stock exchange; no rule that is known asks for it.</param>
/// <param name="NewSmartProductionInHongKong">The production is new, smart, and in Hong Kong.</param>
/// <param name="HighEndTechnology">The facility involves high-end advanced technology.</param>
/// <param name="Projects">In the order in which they are applied for.</param>
/// <param name="LiveNifsProjects">Projects under NIFS that run now, those asked for here not counted.</param>
/// <param name="PreviousNiasGrants">HK$ granted under NIAS before.</param>
/// <param name="PreviousNiasProjects">Projects approved under NIAS before.</param>
/// <param name="ApprovedNiasProject">One is approved already.</param>
/// <param name="ResearchTalents">Those to be engaged.</param>
/// <param name="TalentsAtOnce">The most who are engaged at one time.</param>
/// <param name="TrainingCosts">HK$ in this financial year.</param>
/// <param name="TrainingGrantsThisYear">HK$ granted already in this financial year.</param>
[GenerateSerializer, Immutable]
public sealed record Facts(
    bool? IncorporatedInHongKong = null,
    bool? Manufacturer = null,
    StrategicIndustry? StrategicIndustry = null,
    bool? Subvented = null,
    bool? Listed = null,
    bool? NewSmartProductionInHongKong = null,
    bool? HighEndTechnology = null,
    ImmutableArray<FundedProject>? Projects = null,
    int? LiveNifsProjects = null,
    long? PreviousNiasGrants = null,
    int? PreviousNiasProjects = null,
    bool? ApprovedNiasProject = null,
    ImmutableArray<ResearchTalent>? ResearchTalents = null,
    int? TalentsAtOnce = null,
    long? TrainingCosts = null,
    long? TrainingGrantsThisYear = null
);

/// <param name="Id">As the applicant calls it, once.</param>
/// <param name="ApprovedCost">HK$ of the costs that a programme takes; what it does not take is not in it.</param>
[GenerateSerializer, Immutable]
public sealed record FundedProject(string Id, long ApprovedCost, ProjectKind Kind);

/// <param name="Months">How long one is engaged.</param>
/// <param name="MonthlySalary">HK$; null: at least the programme's ceiling.</param>
[GenerateSerializer, Immutable]
public sealed record ResearchTalent(Degree Degree, int Months, TalentScheme Scheme, long? MonthlySalary = null);

/// <summary>The industries that the policy paper calls strategic.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StrategicIndustry>))]
public enum StrategicIndustry
{
    [JsonStringEnumMemberName("lifeAndHealth")]
    LifeAndHealth,

    [JsonStringEnumMemberName("aiAndData")]
    AiAndData,

    [JsonStringEnumMemberName("advancedManufacturingNewEnergy")]
    AdvancedManufacturingNewEnergy,

    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>What a project sets up; each kind has one programme, so no cost is counted under two.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProjectKind>))]
public enum ProjectKind
{
    [JsonStringEnumMemberName("smartLine")]
    SmartLine,

    [JsonStringEnumMemberName("newFacility")]
    NewFacility,
}

/// <summary>The highest degree of a research talent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Degree>))]
public enum Degree
{
    [JsonStringEnumMemberName("bachelor")]
    Bachelor,

    [JsonStringEnumMemberName("master")]
    Master,

    [JsonStringEnumMemberName("doctor")]
    Doctor,
}

/// <summary>Under which programme a research talent is engaged; the words are the programmes' ids.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TalentScheme>))]
public enum TalentScheme
{
    [JsonStringEnumMemberName("rth")]
    Hub,

    [JsonStringEnumMemberName("rth-nias")]
    HubOfNias,
}
