using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Criteria;

/// <summary>
/// One criterion of a demand (matching.md section 3). <see cref="DemandRules"/> checks which operands an op takes.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public record Criterion
{
    /// <summary>The attribute's code on the demand's board.</summary>
    public required string Attribute { get; init; }

    public required Op Op { get; init; }

    /// <summary>Whether a profile must meet the criterion, or merely scores higher when it does.</summary>
    public Strength Strength { get; init; } = Strength.Must;

    /// <summary>The weight in the score: 1 to 10.</summary>
    public int Weight { get; init; } = 5;

    /// <summary>
    /// Whether the criterion stands for law or safety and is therefore never proposed for relaxation.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Fixed { get; init; }

    /// <summary>For atLeast and atMost: a number or a day; for within: metres.</summary>
    public Value? Limit { get; init; }

    /// <summary>
    /// For atLeast, atMost, between and within: the value at which the utility reaches 1; null: the limit (for between:
    /// the whole range).
    /// </summary>
    public Value? Ideal { get; init; }

    /// <summary>For between: the lower end, included.</summary>
    public Value? Min { get; init; }

    /// <summary>For between: the upper end, included.</summary>
    public Value? Max { get; init; }

    /// <summary>For is: true or false; for allows: a use; for covers: a taxonomy code.</summary>
    public Value? Value { get; init; }

    /// <summary>For anyOf: the acceptable codes.</summary>
    public ImmutableArray<string>? Values { get; init; }

    /// <summary>For anyOf: the preferred codes among them; null or empty: all are equally good.</summary>
    public ImmutableArray<string>? Preferred { get; init; }

    /// <summary>For within: the point from which distances are measured.</summary>
    public PointValue? Of { get; init; }

    /// <summary>For takes: 1 to 20 machines.</summary>
    public ImmutableArray<Machine>? Machines { get; init; }

    /// <summary>Value equality over every operand, code lists by content.</summary>
    public virtual bool Equals(Criterion? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && (Attribute, Op, Strength, Weight, Fixed)
            == (other.Attribute, other.Op, other.Strength, other.Weight, other.Fixed)
        && (Limit, Ideal, Min, Max, Value, Of)
            == (other.Limit, other.Ideal, other.Min, other.Max, other.Value, other.Of)
        && Lists.Same(Values, other.Values)
        && Lists.Same(Preferred, other.Preferred)
        && Lists.Same(Machines, other.Machines);

    public override int GetHashCode() => HashCode.Combine(Attribute, Op, Strength, Weight, Limit, Value);
}

/// <summary>The operator by which a criterion tests a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Op>))]
public enum Op
{
    [JsonStringEnumMemberName("atLeast")]
    AtLeast,

    [JsonStringEnumMemberName("atMost")]
    AtMost,

    [JsonStringEnumMemberName("between")]
    Between,

    [JsonStringEnumMemberName("anyOf")]
    AnyOf,

    [JsonStringEnumMemberName("is")]
    Is,

    [JsonStringEnumMemberName("allows")]
    Allows,

    [JsonStringEnumMemberName("within")]
    Within,

    [JsonStringEnumMemberName("covers")]
    Covers,

    [JsonStringEnumMemberName("takes")]
    Takes,
}

/// <summary>Whether a criterion decides the verdict or only the score.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Strength>))]
public enum Strength
{
    [JsonStringEnumMemberName("must")]
    Must,

    [JsonStringEnumMemberName("prefer")]
    Prefer,
}
