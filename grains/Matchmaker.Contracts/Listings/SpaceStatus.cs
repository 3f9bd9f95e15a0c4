using System.Text.Json.Serialization;

namespace Matchmaker.Contracts.Listings;

/// <summary>Whether a space is available; only a vacant space is on the board.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceStatus>))]
public enum SpaceStatus
{
    [JsonStringEnumMemberName("vacant")]
    Vacant,

    [JsonStringEnumMemberName("held")]
    Held,

    [JsonStringEnumMemberName("let")]
    Let,
}
