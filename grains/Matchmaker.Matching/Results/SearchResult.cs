using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Results;

/// <summary>The answer to one demand, as of one moment.</summary>
/// <param name="Count">How many profiles the demand accepts, of those that the caller may see.</param>
/// <param name="Matches">The best of them, in order: score, fewer unknown musts, id.</param>
[GenerateSerializer, Immutable]
public sealed record SearchResult(int Count, ImmutableArray<Match> Matches);

/// <summary>What one must keeps out (matching.md section 5).</summary>
/// <param name="Criterion">The criterion's place in the demand, from 0.</param>
/// <param name="Count">How many profiles have this must as their only unmet one.</param>
/// <param name="Matches">The first of them, ordered as lists are.</param>
[GenerateSerializer, Immutable]
public sealed record NearMiss(int Criterion, string Attribute, int Count, ImmutableArray<Match> Matches);

/// <summary>What dropping one must would admit; never proposed for a fixed one.</summary>
/// <param name="Criterion">The criterion's place in the demand, from 0.</param>
/// <param name="Count">How many profiles would become accepted if it alone were dropped; at least 1.</param>
/// <param name="Limits">For atLeast, atMost and within: the nearest limits that admit 1, 5 and 10 of them, where so many exist; else null.</param>
[GenerateSerializer, Immutable]
public sealed record Relaxation(
    int Criterion,
    string Attribute,
    int Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<RelaxedLimit>? Limits
);

/// <param name="Admits">1, 5 or 10.</param>
/// <param name="Limit">In the attribute's unit; within: metres.</param>
[GenerateSerializer, Immutable]
public sealed record RelaxedLimit(int Admits, Value Limit);

/// <summary>Near misses and relaxations of one demand, one line per must that has any, in the demand's order.</summary>
[GenerateSerializer, Immutable]
public sealed record NearMissReport(ImmutableArray<Relaxation> Relaxations, ImmutableArray<NearMiss> NearMisses);

/// <summary>One line of a demand's feed (matching.md section 7). All events that one change causes carry the same sequence.</summary>
/// <param name="Match">The profile as it is now; null when it is gone.</param>
[GenerateSerializer, Immutable]
public sealed record MatchEvent(
    long Sequence,
    MatchEventKind Kind,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Match? Match
);

/// <summary>How a profile's place in a demand's list changed.</summary>
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
