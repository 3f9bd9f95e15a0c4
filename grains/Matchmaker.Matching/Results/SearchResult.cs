using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Results;

/// <summary>The answer to one query, as of one moment.</summary>
/// <param name="Count">The number of profiles that the demand accepts and the caller may see.</param>
/// <param name="Matches">The best matches, ordered by score, fewer unknown musts, id.</param>
[GenerateSerializer, Immutable]
public sealed record SearchResult(int Count, ImmutableArray<Match> Matches);

/// <summary>The profiles that have the most of what no profile has all of.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Matches">The first of them.</param>
[GenerateSerializer, Immutable]
public sealed record PartialResult(int Count, ImmutableArray<PartialMatch> Matches);

/// <summary>A profile that lacks a part of a query.</summary>
/// <param name="Unmet">The indexes of the criteria that it does not meet.</param>
/// <param name="Missing">The indexes of the words that it lacks.</param>
[GenerateSerializer, Immutable]
public sealed record PartialMatch(Match Match, ImmutableArray<int> Unmet, ImmutableArray<int> Missing);

/// <summary>The profiles that one must alone rejects (matching.md section 5).</summary>
/// <param name="Criterion">The criterion's index in the demand, from 0.</param>
/// <param name="Count">The number of profiles whose only unmet must is this one.</param>
/// <param name="Matches">The first of them, in the order of lists.</param>
[GenerateSerializer, Immutable]
public sealed record NearMiss(int Criterion, string Attribute, int Count, ImmutableArray<Match> Matches);

/// <summary>The effect of dropping one must; never proposed for a fixed must.</summary>
/// <param name="Criterion">The criterion's index in the demand, from 0.</param>
/// <param name="Count">The number of profiles that would become accepted; at least 1.</param>
/// <param name="Limits">
/// For atLeast, atMost and within: the nearest limits that admit 1, 5 and 10 profiles, as far as so many exist;
/// otherwise null.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Relaxation(
    int Criterion,
    string Attribute,
    int Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<RelaxedLimit>? Limits
);

/// <param name="Admits">1, 5 or 10.</param>
/// <param name="Limit">The relaxed limit, in the attribute's unit; for within in metres.</param>
[GenerateSerializer, Immutable]
public sealed record RelaxedLimit(int Admits, Value Limit);

/// <summary>Near misses and relaxations of one demand, one entry per must with any, in the demand's order.</summary>
[GenerateSerializer, Immutable]
public sealed record NearMissReport(ImmutableArray<Relaxation> Relaxations, ImmutableArray<NearMiss> NearMisses);

/// <summary>
/// One event of a demand's feed (matching.md section 7). All events of one change carry the same sequence.
/// </summary>
/// <param name="Match">The match after the change; null: the profile is gone.</param>
[GenerateSerializer, Immutable]
public sealed record MatchEvent(
    long Sequence,
    MatchEventKind Kind,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Match? Match
);

/// <summary>How a profile's presence in a demand's list changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchEventKind>))]
public enum MatchEventKind
{
    [JsonStringEnumMemberName("appeared")]
    Appeared,

    [JsonStringEnumMemberName("changed")]
    Changed,

    [JsonStringEnumMemberName("gone")]
    Gone,
}
