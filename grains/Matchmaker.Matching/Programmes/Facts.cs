using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Programmes;

/// <summary>
/// An applicant's statements about itself and its plans (funding.md). A missing fact is unknown, and no rule treats it
/// as a no.
/// </summary>
/// <param name="IncorporatedInHongKong">Incorporated under the Companies Ordinance (Cap. 622).</param>
/// <param name="Manufacturer">Produces or will produce goods in Hong Kong.</param>
/// <param name="Subvented">Receives recurrent public funding.</param>
/// <param name="Listed">Listed on a stock exchange; no known rule requires it.</param>
/// <param name="NewSmartProductionInHongKong">The production is new, smart, and in Hong Kong.</param>
/// <param name="HighEndTechnology">The facility involves high-end advanced technology.</param>
/// <param name="Projects">The planned projects, in the order of application.</param>
/// <param name="LiveNifsProjects">The number of running NIFS projects, without those applied for here.</param>
/// <param name="PreviousNiasGrants">The earlier NIAS grants in HK$.</param>
/// <param name="PreviousNiasProjects">The number of projects approved under NIAS earlier.</param>
/// <param name="ApprovedNiasProject">A NIAS project is already approved.</param>
/// <param name="ResearchTalents">The research talents to be engaged.</param>
/// <param name="TalentsAtOnce">The maximum number of talents engaged at the same time.</param>
/// <param name="TrainingCosts">The training costs in this financial year, in HK$.</param>
/// <param name="TrainingGrantsThisYear">The training grants already received in this financial year, in HK$.</param>
/// <param name="StartUpServiceInstitution">A professional institution that serves start-ups.</param>
/// <param name="AcceleratorBaseInHongKong">Sets up an accelerator's base in Hong Kong.</param>
/// <param name="AcceleratorCost">The accelerator's approved cost of setting up and running, in HK$.</param>
/// <param name="AcceleratorContribution">What the institution itself pays of that cost, in HK$.</param>
/// <param name="PreviousAcceleratorGrants">The earlier grants for an accelerator, in HK$.</param>
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
    long? TrainingGrantsThisYear = null,
    bool? StartUpServiceInstitution = null,
    bool? AcceleratorBaseInHongKong = null,
    long? AcceleratorCost = null,
    long? AcceleratorContribution = null,
    long? PreviousAcceleratorGrants = null
)
{
    /// <summary>Whether anything is stated of an institution that runs an accelerator.</summary>
    [JsonIgnore]
    public bool StatesAccelerator =>
        StartUpServiceInstitution is not null
        || AcceleratorBaseInHongKong is not null
        || AcceleratorCost is not null
        || AcceleratorContribution is not null
        || PreviousAcceleratorGrants is not null;
}

/// <param name="Id">The applicant's own id of the project, unique among its projects.</param>
/// <param name="ApprovedCost">The cost that a programme accepts, in HK$, without other costs.</param>
[GenerateSerializer, Immutable]
public sealed record FundedProject(string Id, long ApprovedCost, ProjectKind Kind);

/// <param name="Months">The length of the engagement in months.</param>
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

/// <summary>
/// The kind of production that a project sets up. Each kind has one programme, so no cost counts under two.
/// </summary>
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

/// <summary>The programme under which a research talent is engaged; JSON uses the programmes' ids.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TalentScheme>))]
public enum TalentScheme
{
    [JsonStringEnumMemberName("rth")]
    Hub,

    [JsonStringEnumMemberName("rth-nias")]
    HubOfNias,
}
