using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Programmes;

/// <summary>A programme, fund, platform, office or place of the policy paper, with the versions of its rule.</summary>
/// <param name="Id">The id in funding.md, such as <c>nias</c>.</param>
/// <param name="ShortName">The abbreviation, such as NIAS.</param>
/// <param name="Name">The name in the policy paper.</param>
/// <param name="Body">The body that runs the programme; null: no particular body.</param>
/// <param name="Summary">A description in one or two sentences.</param>
/// <param name="Paragraphs">The paragraphs of the policy paper; empty: not in the paper.</param>
/// <param name="Sources">Codes of <see cref="ProgrammeSource"/>.</param>
/// <param name="ToCheck">Requirements beyond our facts, which change no verdict; null: none.</param>
/// <param name="Versions">The versions, oldest first; empty: the paper gives no rule.</param>
[GenerateSerializer, Immutable]
public sealed record Programme(
    string Id,
    ProgrammeKind Kind,
    RuleShape Shape,
    string ShortName,
    LocalText Name,
    LocalText? Body,
    LocalText Summary,
    ImmutableArray<int> Paragraphs,
    ImmutableArray<string> Sources,
    LocalText? ToCheck,
    ImmutableArray<ProgrammeVersion> Versions
)
{
    /// <summary>The version in force on a day; null: the programme is not open.</summary>
    public ProgrammeVersion? On(DateOnly day) => Versions.FirstOrDefault(version => version.Holds(day));
}

/// <summary>The source of a fact.</summary>
/// <param name="Address">The web address; null: unknown.</param>
[GenerateSerializer, Immutable]
public sealed record ProgrammeSource(string Code, string Title, string? Address)
{
    /// <summary>The source with that code, in one line; the code alone where it is not among them.</summary>
    public static string Cite(string code, IEnumerable<ProgrammeSource> sources) =>
        sources.FirstOrDefault(source => source.Code == code) is { } source
            ? $"{code} {source.Title} {source.Address}".TrimEnd()
            : code;
}

/// <summary>
/// One version of a programme's rule. Every number is a limit, and null means no such limit; <see cref="RuleShape"/>
/// decides which numbers a rule reads. Amounts are whole HK$.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null: no known end.</param>
/// <param name="Source">The source of the numbers.</param>
/// <param name="Needs">The required yes-or-no facts, each with its source.</param>
/// <param name="Project">The kind of project that the programme funds; null: none.</param>
/// <param name="Government">
/// The Government's part of a cost in relation to <paramref name="Applicant"/>'s: 1 to 2 is a third of the total.
/// </param>
/// <param name="CapPerProject">The maximum for one project.</param>
/// <param name="Cap">The maximum for one enterprise; for training, in one financial year.</param>
/// <param name="AtOnce">The maximum number of projects that run at the same time.</param>
/// <param name="InAll">The maximum number of approved projects in total.</param>
/// <param name="LeastCost">The minimum cost of one project.</param>
/// <param name="LeastOwn">The minimum contribution of the enterprise to one project.</param>
/// <param name="PeopleAtOnce">The maximum number of people engaged at the same time.</param>
/// <param name="People">The maximum number of people engaged in total.</param>
/// <param name="MonthsInAll">The maximum months of all people together.</param>
/// <param name="MonthsEach">The maximum months of one person.</param>
/// <param name="Salaries">The monthly ceiling by <see cref="Degree"/>; empty: no salary is paid.</param>
/// <param name="Living">The monthly living allowance of a doctor.</param>
/// <param name="DaysSource">The source of the first and last day; null: that of the numbers.</param>
[GenerateSerializer, Immutable]
public sealed record ProgrammeVersion(
    DateOnly From,
    DateOnly? To,
    string Source,
    ImmutableArray<Need> Needs,
    ProjectKind? Project,
    int Government,
    int Applicant,
    long? CapPerProject,
    long? Cap,
    int? AtOnce,
    int? InAll,
    long? LeastCost,
    long? LeastOwn,
    int? PeopleAtOnce,
    int? People,
    int? MonthsInAll,
    int? MonthsEach,
    ImmutableArray<long> Salaries,
    long? Living,
    string? DaysSource = null
)
{
    /// <summary>Whether it is in force on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>The Government's share of a cost, rounded down.</summary>
    public long ShareOf(long cost) => (long)((Int128)cost * Government / (Government + Applicant));

    /// <summary>What the Government pays at most to whoever pays that much itself, in whole HK$, rounded down; without
    /// limit where the applicant need not pay.</summary>
    public long MatchOf(long own) => Applicant == 0 ? long.MaxValue : (long)((Int128)own * Government / Applicant);
}

/// <param name="Fact">The fact's name, such as <c>manufacturer</c>.</param>
/// <param name="Yes">Whether the fact must be yes; false: it must be no.</param>
[GenerateSerializer, Immutable]
public sealed record Need(string Fact, bool Yes, string Source);

/// <summary>The kind of support.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgrammeKind>))]
public enum ProgrammeKind
{
    [JsonStringEnumMemberName("funding")]
    Funding,

    [JsonStringEnumMemberName("talent")]
    Talent,

    [JsonStringEnumMemberName("training")]
    Training,

    [JsonStringEnumMemberName("equity")]
    Equity,

    [JsonStringEnumMemberName("startUps")]
    StartUps,

    [JsonStringEnumMemberName("research")]
    Research,

    [JsonStringEnumMemberName("office")]
    Office,

    [JsonStringEnumMemberName("place")]
    Place,
}

/// <summary>The algorithm of a rule; its numbers are data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleShape>))]
public enum RuleShape
{
    /// <summary>A share of each project's cost.</summary>
    [JsonStringEnumMemberName("matchingGrant")]
    MatchingGrant,

    /// <summary>An amount for each month of each person.</summary>
    [JsonStringEnumMemberName("personMonths")]
    PersonMonths,

    /// <summary>A share of a year's training costs.</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>A share of the cost of an institution's accelerator; information to whom it does not concern.</summary>
    [JsonStringEnumMemberName("accelerator")]
    Accelerator,

    /// <summary>A right, without money.</summary>
    [JsonStringEnumMemberName("quota")]
    Quota,

    /// <summary>The paper gives no rule that our facts can decide.</summary>
    [JsonStringEnumMemberName("information")]
    Information,
}
