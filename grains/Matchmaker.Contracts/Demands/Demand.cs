using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Contracts.Demands;

/// <summary>A standing demand: the criteria of a party on a board.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Demand : Record
{
    /// <summary>The board's code; final once the demand exists.</summary>
    public required string Board { get; init; }

    /// <summary>
    /// The party that seeks, such as <c>enterprises/e1</c>; final. Null in a body: the caller's own party.
    /// </summary>
    public string? Owner { get; init; }

    public LocalText? Name { get; init; }

    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>How many adjacent spaces may be taken together: 2 to 6; null: none.</summary>
    public int? Combine { get; init; }

    /// <summary>The score from which a match raises events: 0 to 100.</summary>
    public decimal NotifyAbove { get; init; } = 50;

    /// <summary>How often its owner's people receive a mail on changes of its notified matches.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DigestRhythm Digest { get; init; }
}

/// <summary>How often a digest is sent; each only where something changed since the one before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigestRhythm>))]
public enum DigestRhythm
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Within minutes.</summary>
    [JsonStringEnumMemberName("atOnce")]
    AtOnce,

    /// <summary>After 08:00 in Hong Kong.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,

    /// <summary>On Mondays after 08:00 in Hong Kong.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,
}

/// <summary>One standing demand. Key: its id.</summary>
[Alias("demand")]
public interface IDemandGrain : IRecordGrain<Demand>;
