using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Results;

/// <summary>
/// A profile that a demand accepts or nearly accepts, with the parts that add up to its score (matching.md section 4).
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Match
{
    public required string Id { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>0 to 100: the double nearest to the exact fraction 100 × Σ wᵢuᵢ / Σ wᵢ.</summary>
    public required double Score { get; init; }

    /// <summary>0 to 1: the weight of the criteria with a known value over the total weight.</summary>
    public required double Certainty { get; init; }

    public required int UnknownMusts { get; init; }

    /// <summary>
    /// The mutual score, 0 to 100, on the partners and opportunities boards only; null: the counterpart accepts none of
    /// the asker's profiles.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Mutual { get; init; }

    /// <summary>The ids of a combined run of spaces, in order of position; null: a single profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Members { get; init; }

    /// <summary>That the office holds the space, for the demand whose list it is or any; null: it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MatchHold? Hold { get; init; }

    /// <summary>One per criterion, in the demand's order.</summary>
    public required ImmutableArray<Part> Parts { get; init; }

    /// <summary>
    /// Σ wᵢuᵢ in whole millionths. The order of lists is decided on this exact number, never on the rounded score.
    /// </summary>
    [JsonIgnore]
    public long Points { get; init; }

    /// <summary>Value equality over every member, part by part.</summary>
    public bool Equals(Match? other) =>
        other is not null
        && (Id, Verdict, UnknownMusts, Points) == (other.Id, other.Verdict, other.UnknownMusts, other.Points)
        && (Score, Certainty, Mutual, Hold) == (other.Score, other.Certainty, other.Mutual, other.Hold)
        && Parts.SequenceEqual(other.Parts)
        && Lists.Same(Members, other.Members);

    public override int GetHashCode() => HashCode.Combine(Id, Verdict, Points, Parts.Length);
}

/// <summary>The office's hold on a match, as far as the reader may know of it.</summary>
/// <param name="Until">Its last day; null: the reader may not know of the demand.</param>
/// <param name="Demand">The demand for which it is held; null likewise.</param>
[GenerateSerializer, Immutable]
public sealed record MatchHold(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Demand = null
)
{
    /// <summary>All of it; null: there is none.</summary>
    public static MatchHold? Of(Values.Hold? hold) => hold is null ? null : new(hold.Until, hold.Demand);
}

/// <summary>The result of one criterion on one profile.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Part
{
    public required string Attribute { get; init; }

    public required Op Op { get; init; }

    public required Strength Strength { get; init; }

    public required int Weight { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>0 to 1, at most six decimals.</summary>
    public required decimal Utility { get; init; }

    /// <summary>Whether the value was verified too long ago; its utility is then multiplied by 0.9.</summary>
    public required bool Stale { get; init; }

    /// <summary>
    /// The profile's value; for within: the distance in metres; for allows: the verdict on that use. Null: unknown, or
    /// machines, for which there is no one value; written as null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Value? Actual { get; init; }

    /// <summary>The criterion's limit, range, value or codes.</summary>
    public required Required Required { get; init; }

    /// <summary>
    /// For machines: what each meets on its way into the space, in order; null (left out): another kind of criterion.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<PathStep>? Steps { get; init; }

    /// <summary>
    /// For a use that neither the space nor its building states: what the plan, the lease and the neighbours say, in
    /// this order; null (left out): the verdict is stated, or the criterion asks for no use.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Gate>? Gates { get; init; }

    /// <summary>
    /// 100·wᵢuᵢ/Σw: the double nearest to the exact fraction. The exact fractions add up to the score.
    /// </summary>
    public required double Share { get; init; }

    /// <summary>Value equality over every member, gate by gate and step by step.</summary>
    public bool Equals(Part? other) =>
        other is not null
        && (Attribute, Op, Strength, Weight) == (other.Attribute, other.Op, other.Strength, other.Weight)
        && (Outcome, Utility, Stale, Share) == (other.Outcome, other.Utility, other.Stale, other.Share)
        && (Actual, Required) == (other.Actual, other.Required)
        && Lists.Same(Gates, other.Gates)
        && Lists.Same(Steps, other.Steps);

    public override int GetHashCode() => HashCode.Combine(Attribute, Op, Outcome, Utility, Actual);
}

/// <summary>The verdict on one profile, decided by the musts alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Every must is met.</summary>
    [JsonStringEnumMemberName("match")]
    Match,

    /// <summary>No must is unmet, some are unknown.</summary>
    [JsonStringEnumMemberName("possible")]
    Possible,

    /// <summary>Exactly one must is unmet.</summary>
    [JsonStringEnumMemberName("nearMiss")]
    NearMiss,

    /// <summary>More than one must is unmet.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}

/// <summary>The outcome of one criterion on one profile, or of one condition of a programme.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    [JsonStringEnumMemberName("met")]
    Met,

    [JsonStringEnumMemberName("unmet")]
    Unmet,

    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
