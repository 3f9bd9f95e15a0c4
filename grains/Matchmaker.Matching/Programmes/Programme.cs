using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Programmes;

/// <summary>A programme, fund, platform, office or place of the policy paper, with the versions of its rule.</summary>
/// <param name="Id">As funding.md names it, such as <c>nias</c>.</param>
/// <param name="ShortName">Such as NIAS.</param>
/// <param name="Name">The policy paper's own name.</param>
/// <param name="Body">Who runs it; null: nobody in particular.</param>
/// <param name="Summary">What it is, in one or two sentences.</param>
/// <param name="Paragraphs">Of the policy paper; empty: not in it.</param>
/// <param name="Sources">Codes of <see cref="ProgrammeSource"/>.</param>
/// <param name="ToCheck">What a page asks beyond the facts that we know, which changes no verdict; null: nothing.</param>
/// <param name="Versions">From the oldest on; empty: the paper gives no rule.</param>
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
    /// <summary>The version in force on a day; null: it is not open then.</summary>
    public ProgrammeVersion? On(DateOnly day) =>
        Versions.FirstOrDefault(version => version.From <= day && (version.To is not { } last || day <= last));
}

/// <summary>Where a fact was read.</summary>
/// <param name="Address">Null: not known.</param>
[GenerateSerializer, Immutable]
public sealed record ProgrammeSource(string Code, string Title, string? Address);

/// <summary>
/// One version of a programme's rule. Every number is a limit, and null is no such limit; which of them a rule reads is its
/// <see cref="RuleShape"/>. Amounts are whole HK$.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null: not known to end.</param>
/// <param name="Source">Where the numbers stand.</param>
/// <param name="Needs">The yes-or-no facts that it asks for, each with its source.</param>
/// <param name="Project">The kind of project that it funds; null: none.</param>
/// <param name="Government">The Government's part of a cost, to <paramref name="Applicant"/>'s: 1 to 2 is a third of the whole.</param>
/// <param name="CapPerProject">The most for one project.</param>
/// <param name="Cap">The most for one enterprise; for training, in one financial year.</param>
/// <param name="AtOnce">Projects that may run at the same time.</param>
/// <param name="InAll">Projects that may be approved in all.</param>
/// <param name="LeastCost">Of one project.</param>
/// <param name="LeastOwn">What the enterprise itself must pay of one project.</param>
/// <param name="PeopleAtOnce">Engaged at the same time.</param>
/// <param name="People">Engaged in all.</param>
/// <param name="MonthsInAll">Of all together.</param>
/// <param name="MonthsEach">Of one.</param>
/// <param name="Salaries">A month's ceiling by <see cref="Degree"/>; empty: none is paid.</param>
/// <param name="Living">A doctor's living allowance a month.</param>
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
    long? Living
)
{
    /// <summary>The Government's share of a cost, rounded down.</summary>
    public long ShareOf(long cost) => (long)((Int128)cost * Government / (Government + Applicant));
}

/// <param name="Fact">Such as <c>manufacturer</c>.</param>
/// <param name="Yes">False: the fact must be a no.</param>
[GenerateSerializer, Immutable]
public sealed record Need(string Fact, bool Yes, string Source);

/// <summary>What kind of help it is.</summary>
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

/// <summary>How a rule works; its numbers are data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleShape>))]
public enum RuleShape
{
    /// <summary>A share of each project's cost.</summary>
    [JsonStringEnumMemberName("matchingGrant")]
    MatchingGrant,

    /// <summary>A sum for each month of each person.</summary>
    [JsonStringEnumMemberName("personMonths")]
    PersonMonths,

    /// <summary>A share of a year's training costs.</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>A right, without money.</summary>
    [JsonStringEnumMemberName("quota")]
    Quota,

    /// <summary>The paper gives no rule that facts of ours can decide.</summary>
    [JsonStringEnumMemberName("information")]
    Information,
}
