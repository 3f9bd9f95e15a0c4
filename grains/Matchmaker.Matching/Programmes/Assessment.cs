using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Programmes;

/// <summary>
/// The funding that an applicant may receive, as of a day, programme by programme. Amounts are ceilings in whole HK$,
/// never entitlements.
/// </summary>
/// <param name="Asks">
/// The unknown facts that can still change a verdict or an amount, those that affect most programmes first.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Assessment(
    DateOnly On,
    ImmutableArray<ProgrammeAssessment> Programmes,
    FundingPackage Package,
    ImmutableArray<string> Asks
);

/// <param name="Version">
/// The first day of the applied version; null: no version is in force, or the programme has no rule.
/// </param>
/// <param name="Amount">HK$; null: not eligible, no payment, or an unknown fact decides.</param>
/// <param name="Cap">The maximum for one enterprise; null: no such limit.</param>
/// <param name="Projects">
/// Each project of the kind that the programme funds, in the given order; null: the programme funds no projects.
/// </param>
/// <param name="ChangesOn">The later days on which the answer changes; null: none is known.</param>
/// <param name="Readings">The results of other readings of an open point; null: the same result.</param>
[GenerateSerializer, Immutable]
public sealed record ProgrammeAssessment(
    string Id,
    DateOnly? Version,
    ProgrammeVerdict Verdict,
    long? Amount,
    long? Cap,
    ImmutableArray<ConditionResult> Conditions,
    ImmutableArray<ProjectResult>? Projects = null,
    ImmutableArray<LaterAnswer>? ChangesOn = null,
    ImmutableArray<OtherReading>? Readings = null
);

/// <param name="Id">
/// The fact that the condition tests, or one of <c>open</c>, <c>approvedCost</c>, <c>ownContribution</c>,
/// <c>personMonths</c>, <c>monthsEach</c>.
/// </param>
/// <param name="Actual">The actual value; null: unknown.</param>
/// <param name="Required">The limit; null: none (<c>open</c> without an end).</param>
/// <param name="Shortfall">
/// The distance to the limit, in the limit's unit; null: the condition is met or not a number.
/// </param>
/// <param name="Source">A code of <see cref="ProgrammeSource"/>.</param>
[GenerateSerializer, Immutable]
public sealed record ConditionResult(
    string Id,
    Outcome Outcome,
    Value? Actual,
    Value? Required,
    long? Shortfall,
    LocalText Text,
    string Source
);

/// <param name="Amount">HK$; null: the project itself is rejected.</param>
[GenerateSerializer, Immutable]
public sealed record ProjectResult(string Id, long? Amount, ProgrammeVerdict Verdict);

/// <summary>The answer from a later day on, as far as is known now.</summary>
[GenerateSerializer, Immutable]
public sealed record LaterAnswer(DateOnly On, ProgrammeVerdict Verdict, long? Amount);

/// <param name="Point">The open point, such as <c>OP-01</c>.</param>
/// <param name="Reading">The reading's letter, such as <c>B</c>.</param>
[GenerateSerializer, Immutable]
public sealed record OtherReading(string Point, string Reading, ProgrammeVerdict Verdict, long? Amount);

/// <summary>
/// The largest total that satisfies every rule. Projects beyond a programme's limit are left out; talents and training
/// count as stated. Conditional verdicts are included. Among equal totals, earlier projects win.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record FundingPackage(long Total, ImmutableArray<PackageItem> Items);

/// <param name="Projects">The ids of the funded projects; null: the programme funds no projects.</param>
[GenerateSerializer, Immutable]
public sealed record PackageItem(string Programme, long Amount, ImmutableArray<string>? Projects = null);

/// <summary>Whether an applicant may be eligible.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgrammeVerdict>))]
public enum ProgrammeVerdict
{
    /// <summary>Every condition is met.</summary>
    [JsonStringEnumMemberName("eligible")]
    Eligible,

    /// <summary>No condition is finally unmet, but some are unknown or can still come about.</summary>
    [JsonStringEnumMemberName("conditional")]
    Conditional,

    [JsonStringEnumMemberName("ineligible")]
    Ineligible,

    /// <summary>The policy paper gives no rule, and none is invented.</summary>
    [JsonStringEnumMemberName("informationOnly")]
    InformationOnly,
}

/// <summary>The chosen readings of the rules' open points (funding.md section 5).</summary>
/// <param name="Threshold">OP-01, for NIAS.</param>
/// <param name="Half">OP-06, for RTH-NIAS.</param>
[GenerateSerializer, Immutable]
public sealed record Readings(
    ThresholdReading Threshold = ThresholdReading.CostAndOwn,
    HalfReading Half = HalfReading.Salary
);

/// <summary>The meaning of "invest not less than".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ThresholdReading>))]
public enum ThresholdReading
{
    /// <summary>A: the enterprise's own contribution, and the total cost that follows from it.</summary>
    [JsonStringEnumMemberName("A")]
    CostAndOwn,

    /// <summary>B: the total cost.</summary>
    [JsonStringEnumMemberName("B")]
    Cost,

    /// <summary>C: the enterprise's own contribution alone; a smaller grant leaves a larger contribution.</summary>
    [JsonStringEnumMemberName("C")]
    Own,
}

/// <summary>The amounts that are halved.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HalfReading>))]
public enum HalfReading
{
    /// <summary>A: salaries.</summary>
    [JsonStringEnumMemberName("A")]
    Salary,

    /// <summary>B: salaries and a doctor's living allowance.</summary>
    [JsonStringEnumMemberName("B")]
    SalaryAndLiving,
}
