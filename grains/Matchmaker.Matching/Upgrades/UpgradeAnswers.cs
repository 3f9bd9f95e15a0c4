using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Upgrades;

/// <summary>What a manufacturer says of itself before it chooses steps. A missing answer is unknown.</summary>
/// <param name="Makes">What it makes, in its own words; at most 500 characters.</param>
/// <param name="Level">Its smart level, 0 to 4.</param>
/// <param name="Symptoms">The codes of what hurts.</param>
/// <param name="Wanted">The ids of the steps that it thinks of.</param>
[GenerateSerializer, Immutable]
public sealed record UpgradeAnswers(
    string? Makes = null,
    int? Level = null,
    ImmutableArray<string>? Symptoms = null,
    ImmutableArray<string>? Wanted = null
);

/// <summary>What a manufacturer lets others see of its plan; only its own people widen it.</summary>
/// <param name="Planned">
/// Whether enterprises that look for partners see the certificates that it plans: its name as on the board, the
/// certificate, the last day of the step, its status and the programme that is expected to pay.
/// </param>
/// <param name="District">
/// Whether the office counts it in the figures of the district, by its profile, its answers and its steps, and finds
/// its name in the lists behind them.
/// </param>
[GenerateSerializer, Immutable]
public sealed record UpgradeConsent(bool Planned = false, bool District = false)
{
    /// <summary>Whether it allows something that another consent does not.</summary>
    public bool IsWiderThan(UpgradeConsent other) => (Planned && !other.Planned) || (District && !other.District);
}

/// <summary>A step that a manufacturer means to take.</summary>
/// <param name="Step">The id of a step.</param>
/// <param name="Start">The first day of its first month; null: after the step before it.</param>
/// <param name="Months">1 to 120; null: as we assume.</param>
/// <param name="Cost">Whole HK$; null: as we assume.</param>
/// <param name="Day">The day of the status; null: not told.</param>
/// <param name="Proof">What shows it, such as the number of a certificate; at most 500 characters.</param>
[GenerateSerializer, Immutable]
public sealed record ChosenStep(
    string Step,
    DateOnly? Start = null,
    int? Months = null,
    long? Cost = null,
    StepStatus Status = StepStatus.Planned,
    DateOnly? Day = null,
    string? Proof = null
);

/// <summary>How far a step has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepStatus>))]
public enum StepStatus
{
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>Money for it has been applied for.</summary>
    [JsonStringEnumMemberName("applied")]
    Applied,

    /// <summary>Money for it has been granted.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    [JsonStringEnumMemberName("done")]
    Done,
}
