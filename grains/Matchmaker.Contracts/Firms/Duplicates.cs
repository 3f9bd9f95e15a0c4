using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Firms;

/// <summary>The records that may be the same as a given one.</summary>
/// <param name="Verdict">That of the first candidate; <c>new</c> where there is none.</param>
/// <param name="Candidates">The likeliest first, at most 20.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateReport(DuplicateVerdict Verdict, ImmutableArray<DuplicateCandidate> Candidates)
{
    /// <summary>Nothing is like it.</summary>
    public static DuplicateReport None { get; } = new(DuplicateVerdict.New, []);

    /// <summary>The surest first, those that are equally sure in their order.</summary>
    public static DuplicateReport Of(IEnumerable<DuplicateCandidate> candidates) =>
        candidates.OrderBy(candidate => candidate.Verdict).ToImmutableArray() is [var first, ..] all
            ? new(first.Verdict, all)
            : None;
}

/// <param name="Verdict">Never <c>new</c>.</param>
/// <param name="Reasons">The common features.</param>
[GenerateSerializer, Immutable]
public sealed record DuplicateCandidate(
    string Id,
    LocalText? Name,
    DuplicateVerdict Verdict,
    ImmutableArray<DuplicateReason> Reasons
);

/// <summary>How likely two records are about one thing; a person decides.</summary>
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

/// <summary>The features that two records may share.</summary>
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

    /// <summary>Of spaces, however it is written.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,

    /// <summary>Of spaces, however it is written.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,
}
