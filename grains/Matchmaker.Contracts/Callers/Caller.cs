using System.Text.Json.Serialization;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Contracts.Callers;

/// <summary>The person or system that makes a call; its rights depend on it.</summary>
/// <param name="Email">The account; null: anonymous.</param>
/// <param name="Party">The one party that the account belongs to; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record Caller(string? Email, Role Role, PartyId? Party)
{
    /// <summary>A caller who has not signed in.</summary>
    public static Caller Anonymous { get; } = new(null, Role.Anonymous, null);

    /// <summary>The system itself, and its operator at the command line.</summary>
    public static Caller System { get; } = new("system", Role.Admin, null);

    /// <summary>Whether the caller is of the brokering office.</summary>
    public bool IsOffice => Role is Role.Officer or Role.Admin;

    /// <summary>Which of a demand's two feeds the caller reads.</summary>
    public Audience Audience => IsOffice ? Audience.Office : Audience.Public;
}

/// <summary>The roles of accounts (api.md, "Who may do what").</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("anonymous")]
    Anonymous,

    [JsonStringEnumMemberName("enterprise")]
    Enterprise,

    [JsonStringEnumMemberName("firm")]
    Firm,

    [JsonStringEnumMemberName("owner")]
    Owner,

    [JsonStringEnumMemberName("officer")]
    Officer,

    [JsonStringEnumMemberName("admin")]
    Admin,
}
