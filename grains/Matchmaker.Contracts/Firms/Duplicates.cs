using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Firms;

/// <summary>The firms that may be the same as a given one.</summary>
/// <param name="Verdict">That of the first candidate; <c>new</c> where there is none.</param>
/// <param name="Candidates">The likeliest first, at most 20.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateReport(DuplicateVerdict Verdict, ImmutableArray<DuplicateCandidate> Candidates);

/// <param name="Verdict">Never <c>new</c>.</param>
/// <param name="Reasons">The common features.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateCandidate(
    string Id,
    LocalText? Name,
    DuplicateVerdict Verdict,
    ImmutableArray<DuplicateReason> Reasons
);

/// <summary>How likely two records are one firm; a person decides.</summary>
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

/// <summary>The features that two firms may share.</summary>
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
