using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>What one gate says of a use on one day, and why.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Gate
{
    [JsonPropertyName("gate")]
    public required GateKind Kind { get; init; }

    /// <summary>Null: unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UseVerdict? Verdict { get; init; }

    /// <summary>The zone or the lease user that was looked up; null: unknown, or a waiver answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>The rule's source, or the waiver's reference; null: neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>The first day of the rule or the waiver; null: none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>The last day of the rule or the waiver, included; null: no end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? To { get; init; }

    /// <summary>What the verdict depends on besides, in English; it changes nothing. Null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Condition { get; init; }

    /// <summary>Whether the zone, the lease user or the neighbours that it read were verified too long ago.</summary>
    public required bool Stale { get; init; }
}

/// <summary>What the gates say of one use together: the worst of them.</summary>
/// <param name="Verdict">Null: unknown.</param>
/// <param name="Stale">Whether any gate is stale; never where the verdict is unknown.</param>
/// <param name="Gates">Plan, lease, neighbours.</param>
internal sealed record UseAnswer(UseVerdict? Verdict, bool Stale, ImmutableArray<Gate> Gates);
