using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Values;

/// <summary>
/// One stated value of one attribute, as written in JSON. The board's schema defines the accepted kind, unit, step and
/// range. An unknown value is absent, never null.
/// </summary>
[JsonConverter(typeof(ValueJson)), GenerateSerializer, Immutable]
public abstract record Value;

/// <summary>A number in the attribute's unit, already on its step (matching.md section 2).</summary>
[GenerateSerializer, Immutable]
public sealed record NumberValue(decimal Number) : Value;

/// <summary>A calendar day.</summary>
[GenerateSerializer, Immutable]
public sealed record DayValue(DateOnly Day) : Value;

/// <summary>One code of the attribute's closed list.</summary>
[GenerateSerializer, Immutable]
public sealed record CodeValue(string Code) : Value;

/// <summary>Yes or no.</summary>
[GenerateSerializer, Immutable]
public sealed record FlagValue(bool Yes) : Value;

/// <summary>The claimed taxonomy codes, in ordinal order, each at most once; an absent code is not claimed.</summary>
[GenerateSerializer, Immutable]
public sealed record TagsValue(ImmutableArray<Tag> Tags) : Value
{
    public bool Equals(TagsValue? other) => other is not null && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => Tags.Aggregate(0, HashCode.Combine);
}

/// <summary>
/// A taxonomy code such as <c>process/machining/cnc</c>; written <c>code@2027-03-31</c> if the claim has a last day.
/// </summary>
/// <param name="Until">The last day of the claim; null: no end.</param>
[GenerateSerializer, Immutable]
public readonly record struct Tag(string Code, DateOnly? Until = null);

/// <summary>The verdict for each use of the closed list; an absent use is unknown.</summary>
[GenerateSerializer, Immutable]
public sealed record UsesValue(ImmutableSortedDictionary<string, UseVerdict> Uses) : Value
{
    public bool Equals(UsesValue? other) => other is not null && Uses.SequenceEqual(other.Uses);

    public override int GetHashCode() => Uses.Aggregate(0, HashCode.Combine);
}

/// <summary>A point in degrees, WGS 84.</summary>
[GenerateSerializer, Immutable]
public sealed record PointValue(double Lat, double Lon) : Value;

/// <summary>Whether a space suits a use by plan, lease and building.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UseVerdict>))]
public enum UseVerdict
{
    [JsonStringEnumMemberName("fits")]
    Fits,

    [JsonStringEnumMemberName("needsPermission")]
    NeedsPermission,

    [JsonStringEnumMemberName("doesNotFit")]
    DoesNotFit,
}
