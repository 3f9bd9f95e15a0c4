using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.StartUps;

/// <summary>What a start-up says of itself; null: it did not say, which no rule takes for a no.</summary>
/// <param name="Industry">A code of the list <c>industry</c>.</param>
/// <param name="Fields">Codes of the taxonomies of a centre's <c>fields</c>: what its technology is about.</param>
/// <param name="Offers">Codes of the taxonomy <c>capabilities</c>: what it can supply to customers.</param>
/// <param name="Seeks">Codes of the taxonomy <c>capabilities</c>: what it wants to have made.</param>
/// <param name="Founded">The day on which its company was founded.</param>
/// <param name="University">Whether a university stands behind it.</param>
/// <param name="Needs">What it needs; null or empty: everything is shown.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpAnswers(
    string? Industry = null,
    ImmutableArray<string>? Fields = null,
    ImmutableArray<string>? Offers = null,
    ImmutableArray<string>? Seeks = null,
    StartUpStage? Stage = null,
    DateOnly? Founded = null,
    bool? IncorporatedInHongKong = null,
    bool? University = null,
    ImmutableArray<StartUpNeed>? Needs = null
);

/// <summary>How far a start-up has come, in order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartUpStage>))]
public enum StartUpStage
{
    [JsonStringEnumMemberName("idea")]
    Idea,

    [JsonStringEnumMemberName("prototype")]
    Prototype,

    [JsonStringEnumMemberName("customers")]
    Customers,

    [JsonStringEnumMemberName("growth")]
    Growth,
}

/// <summary>What a start-up looks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartUpNeed>))]
public enum StartUpNeed
{
    [JsonStringEnumMemberName("space")]
    Space,

    [JsonStringEnumMemberName("money")]
    Money,

    [JsonStringEnumMemberName("technology")]
    Technology,

    [JsonStringEnumMemberName("customers")]
    Customers,

    [JsonStringEnumMemberName("people")]
    People,
}
