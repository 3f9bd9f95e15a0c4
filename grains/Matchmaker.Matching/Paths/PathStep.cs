using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>One step of a machine on its way into a space.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record PathStep
{
    /// <summary>The machine's index in the criterion, from 0; null: all together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Machine { get; init; }

    public required PathStepKind Step { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Of a way up that is met: the first of ground, ramp and lift that meets it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WayUp? By { get; init; }

    /// <summary>The known values that the step reads, by attribute code; null: none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, Value>? Actual { get; init; }

    /// <summary>
    /// The least values that meet the step, by attribute code, each rounded up to its step; of a way up, those of the
    /// lift, the crate turned as it fits best.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, Value>? Required { get; init; }

    public bool Equals(PathStep? other) =>
        other is not null
        && (Machine, Step, Outcome, By) == (other.Machine, other.Step, other.Outcome, other.By)
        && Same(Actual, other.Actual)
        && Same(Required, other.Required);

    public override int GetHashCode() => HashCode.Combine(Machine, Step, Outcome, By);

    private static bool Same(
        ImmutableSortedDictionary<string, Value>? values,
        ImmutableSortedDictionary<string, Value>? others
    ) => values is null || others is null ? values == others : values.SequenceEqual(others);
}

/// <summary>What stands in a machine's way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PathStepKind>))]
public enum PathStepKind
{
    [JsonStringEnumMemberName("door")]
    Door,

    [JsonStringEnumMemberName("wayUp")]
    WayUp,

    [JsonStringEnumMemberName("headroom")]
    Headroom,

    [JsonStringEnumMemberName("floorLoading")]
    FloorLoading,

    [JsonStringEnumMemberName("pointLoad")]
    PointLoad,

    [JsonStringEnumMemberName("power")]
    Power,
}

/// <summary>How a machine gets to its floor.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WayUp>))]
public enum WayUp
{
    [JsonStringEnumMemberName("ground")]
    Ground,

    [JsonStringEnumMemberName("ramp")]
    Ramp,

    [JsonStringEnumMemberName("lift")]
    Lift,
}
