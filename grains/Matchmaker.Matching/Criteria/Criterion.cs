using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Criteria;

/// <summary>One line of a demand (matching.md section 3). Which operands an op takes is checked by the board's schema.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Criterion
{
    /// <summary>The attribute's code on the demand's board.</summary>
    public required string Attribute { get; init; }

    public required Op Op { get; init; }

    /// <summary>Whether a profile must meet it, or is only better when it does.</summary>
    public Strength Strength { get; init; } = Strength.Must;

    /// <summary>How much it counts in the score: 1 to 10.</summary>
    public int Weight { get; init; } = 5;

    /// <summary>True for law and safety: never proposed for relaxation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Fixed { get; init; }

    /// <summary>atLeast, atMost: a number or a day; within: metres.</summary>
    public Value? Limit { get; init; }

    /// <summary>atLeast, atMost, between, within: where the utility reaches 1; null: the limit (between: the whole range).</summary>
    public Value? Ideal { get; init; }

    /// <summary>between: the lower end.</summary>
    public Value? Min { get; init; }

    /// <summary>between: the upper end.</summary>
    public Value? Max { get; init; }

    /// <summary>is: true or false; allows: a use; covers: a taxonomy code.</summary>
    public Value? Value { get; init; }

    /// <summary>anyOf: the acceptable codes.</summary>
    public ImmutableArray<string>? Values { get; init; }

    /// <summary>anyOf: the better ones among them; null or empty: all are equally good.</summary>
    public ImmutableArray<string>? Preferred { get; init; }

    /// <summary>within: the place that distances are measured from.</summary>
    public PointValue? Of { get; init; }

    /// <summary>Two criteria are equal when every operand is, codes one by one.</summary>
    public bool Equals(Criterion? other) =>
        other is not null
        && (Attribute, Op, Strength, Weight, Fixed)
            == (other.Attribute, other.Op, other.Strength, other.Weight, other.Fixed)
        && (Limit, Ideal, Min, Max, Value, Of)
            == (other.Limit, other.Ideal, other.Min, other.Max, other.Value, other.Of)
        && Codes.Same(Values, other.Values)
        && Codes.Same(Preferred, other.Preferred);

    public override int GetHashCode() => HashCode.Combine(Attribute, Op, Strength, Weight, Limit, Value);
}

/// <summary>What a criterion asks of a value.</summary>
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
