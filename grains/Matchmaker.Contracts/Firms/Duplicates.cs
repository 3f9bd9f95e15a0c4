using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Firms;

/// <summary>Which firms may be the same as one that is looked at.</summary>
/// <param name="Verdict">That of the first candidate; <c>new</c> where there is none.</param>
/// <param name="Candidates">The likeliest first, at most 20.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateReport(DuplicateVerdict Verdict, ImmutableArray<DuplicateCandidate> Candidates);

/// <param name="Verdict">Never <c>new</c>.</param>
/// <param name="Reasons">What the two have in common.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateCandidate(
    string Id,
    LocalText? Name,
    DuplicateVerdict Verdict,
    ImmutableArray<DuplicateReason> Reasons
);

/// <summary>How surely two records are one firm: a person decides, this only says where to look.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DuplicateVerdict>))]
public enum DuplicateVerdict
{
    [JsonStringEnumMemberName("match")]
    Match,

    [JsonStringEnumMemberName("possibleMatch")]
    PossibleMatch,

    [JsonStringEnumMemberName("new")]
    New,
}

/// <summary>What two firms have in common.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DuplicateReason>))]
public enum DuplicateReason
{
    [JsonStringEnumMemberName("registrationNumber")]
    RegistrationNumber,

    /// <summary>The same in any language, or nearly so at the same address.</summary>
    [JsonStringEnumMemberName("name")]
    Name,

    [JsonStringEnumMemberName("address")]
    Address,

    [JsonStringEnumMemberName("building")]
    Building,
}
