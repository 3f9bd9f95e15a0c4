using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Programmes;

/// <summary>What an applicant may get on a day, programme by programme. Amounts are ceilings in whole HK$, never entitlements.</summary>
/// <param name="Asks">The unknown facts that can still change a verdict or an amount, those that decide most programmes first.</param>
[GenerateSerializer, Immutable]
public sealed record Assessment(
    DateOnly On,
    ImmutableArray<ProgrammeAssessment> Programmes,
    FundingPackage Package,
    ImmutableArray<string> Asks
);

/// <param name="Version">The first day of the version that was applied; null: none is in force, or there is no rule.</param>
/// <param name="Amount">HK$; null: it is not eligible, pays nothing, or what it depends on is unknown.</param>
/// <param name="Cap">The most for one enterprise; null: no such limit.</param>
/// <param name="Projects">Each project of the kind that it funds, in the given order; null: it funds none.</param>
/// <param name="ChangesOn">The days after this one on which the answer changes; null: none is known.</param>
/// <param name="Readings">What other readings of an open point would give; null: the same.</param>
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

/// <param name="Id">The fact that it looks at, or a name of its own: <c>open</c>, <c>approvedCost</c>, <c>ownContribution</c>, <c>personMonths</c>, <c>monthsEach</c>.</param>
/// <param name="Actual">Null: unknown.</param>
/// <param name="Required">The limit; null: none (<c>open</c> for ever).</param>
/// <param name="Shortfall">By how much it is missed, in the limit's unit; null: it is not, or is no number.</param>
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

/// <param name="Amount">HK$; null: refused by itself.</param>
[GenerateSerializer, Immutable]
public sealed record ProjectResult(string Id, long? Amount, ProgrammeVerdict Verdict);

/// <summary>What the answer is from a later day on, as far as is known now.</summary>
[GenerateSerializer, Immutable]
public sealed record LaterAnswer(DateOnly On, ProgrammeVerdict Verdict, long? Amount);

/// <param name="Point">The open point, such as <c>OP-01</c>.</param>
/// <param name="Reading">Such as <c>B</c>.</param>
[GenerateSerializer, Immutable]
public sealed record OtherReading(string Point, string Reading, ProgrammeVerdict Verdict, long? Amount);

/// <summary>
/// The largest total that breaks no rule. It may leave projects out where a programme takes only some of them; talents and training it takes as
/// they are stated. What is still open (a conditional verdict) is in it. Of equal totals: the projects that come first.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record FundingPackage(long Total, ImmutableArray<PackageItem> Items);

/// <param name="Projects">Those that it is for; null: it is for none.</param>
[GenerateSerializer, Immutable]
public sealed record PackageItem(string Programme, long Amount, ImmutableArray<string>? Projects = null);

/// <summary>May an applicant be eligible?</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgrammeVerdict>))]
public enum ProgrammeVerdict
{
    /// <summary>Every condition is met.</summary>
    [JsonStringEnumMemberName("eligible")]
    Eligible,

    /// <summary>None stands against it, but some are unknown, or can still be brought about.</summary>
    [JsonStringEnumMemberName("conditional")]
    Conditional,

    [JsonStringEnumMemberName("ineligible")]
    Ineligible,

    /// <summary>The paper gives no rule, and none is invented.</summary>
    [JsonStringEnumMemberName("informationOnly")]
    InformationOnly,
}

/// <summary>How open points of the rules are read (funding.md section 5).</summary>
/// <param name="Threshold">OP-01, of NIAS.</param>
/// <param name="Half">OP-06, of RTH-NIAS.</param>
[GenerateSerializer, Immutable]
public sealed record Readings(
    ThresholdReading Threshold = ThresholdReading.CostAndOwn,
    HalfReading Half = HalfReading.Salary
);

/// <summary>What "invest not less than" means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ThresholdReading>))]
public enum ThresholdReading
{
    /// <summary>A: the enterprise's own contribution, and the whole cost that follows from it.</summary>
    [JsonStringEnumMemberName("A")]
    CostAndOwn,

    /// <summary>B: the whole cost.</summary>
    [JsonStringEnumMemberName("B")]
    Cost,

    /// <summary>C: the enterprise's own contribution alone; a smaller grant leaves more of it.</summary>
    [JsonStringEnumMemberName("C")]
    Own,
}

/// <summary>What is halved.</summary>
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
