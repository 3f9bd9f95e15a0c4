using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A saved demand, matched again at each change whether or not somebody looks at it (matching.md section 7).</summary>
/// <param name="Board">The code of its board.</param>
/// <param name="Owner">The party that it belongs to, such as <c>enterprises/e1</c>.</param>
/// <param name="Criteria">As <see cref="DemandRules"/> normalised them.</param>
/// <param name="NotifyAbove">Score from 0 to 100 at which it starts to notify, this one included.</param>
/// <param name="Open">Whether its own people see others' public profiles on its board.</param>
[GenerateSerializer, Immutable]
public sealed record StandingDemand(
    string Id,
    string Board,
    string Owner,
    ImmutableArray<Criterion> Criteria,
    decimal NotifyAbove,
    bool Open = true
)
{
    /// <summary>Whether a match belongs to the demand's list of notified ones: accepted, and its exact score at or above the bound.</summary>
    public bool Notifies(Match match) =>
        match.Verdict is Verdict.Match or Verdict.Possible && match.Points >= LeastPoints();

    /// <summary>The fewest points that reach <see cref="NotifyAbove"/>, in exact arithmetic.</summary>
    internal long LeastPoints()
    {
        if (Criteria.IsEmpty)
            return NotifyAbove <= 100 ? 0 : long.MaxValue; // because without criteria the score is 100 and there are no points
        if (NotifyAbove is <= 0 or > 100)
            return NotifyAbove <= 0 ? 0 : long.MaxValue;
        // Because the product may need more digits than a decimal has, the digits and the scale are taken apart.
        var bits = decimal.GetBits(NotifyAbove);
        var product =
            (Int128)new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0)
            * (Criteria.Sum(criterion => criterion.Weight) * 10_000L);
        var unit = Int128.One;
        for (var i = 0; i < NotifyAbove.Scale; i++)
            unit *= 10;
        return (long)((product + unit - 1) / unit);
    }
}

/// <summary>For whom a demand's list is kept: one feed each, so that the numbers of one tell nothing of what it hides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>The demand's own people, who see public profiles only.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>The brokering office, which sees every profile.</summary>
    [JsonStringEnumMemberName("office")]
    Office,
}

/// <summary>One profile before and after a change.</summary>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is there no more.</param>
[GenerateSerializer, Immutable]
public sealed record ProfileChange(Profile? Before, Profile? After);

/// <summary>All that one change means to one feed; never without transitions.</summary>
/// <param name="Demand">The demand's id.</param>
[GenerateSerializer, Immutable]
public sealed record DemandChange(string Demand, Audience Audience, ImmutableArray<Transition> Transitions);

/// <summary>How one profile's place in a demand's list changed.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Match">The profile as it is now; null when it is gone.</param>
[GenerateSerializer, Immutable]
public sealed record Transition(MatchEventKind Kind, string Id, Match? Match);
