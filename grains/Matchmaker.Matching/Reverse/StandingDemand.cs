using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A saved demand, matched at each change whether or not anybody watches (matching.md section 7).</summary>
/// <param name="Board">The board's code.</param>
/// <param name="Owner">The owning party, such as <c>enterprises/e1</c>.</param>
/// <param name="Criteria">As <see cref="DemandRules"/> normalised them.</param>
/// <param name="NotifyAbove">The score from 0 to 100 from which matches notify, inclusive.</param>
/// <param name="Open">Whether the owner may see other parties' public profiles on the board.</param>
/// <param name="Combine">How many adjacent spaces may be taken together, 2 to 6; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record StandingDemand(
    string Id,
    string Board,
    string Owner,
    ImmutableArray<Criterion> Criteria,
    decimal NotifyAbove,
    bool Open = true,
    int? Combine = null
)
{
    /// <summary>
    /// Whether a match belongs to the demand's list of notified matches: accepted, and its exact score at or above
    /// <see cref="NotifyAbove"/>.
    /// </summary>
    public bool Notifies(Match match) =>
        match.Verdict is Verdict.Match or Verdict.Possible && match.Points >= MinPoints();

    /// <summary>The minimum points that reach <see cref="NotifyAbove"/>, in exact arithmetic.</summary>
    internal long MinPoints()
    {
        if (Criteria.IsEmpty)
            // Without criteria the score is 100, and there are no points.
            return NotifyAbove <= 100 ? 0 : long.MaxValue;
        if (NotifyAbove is <= 0 or > 100)
            return NotifyAbove <= 0 ? 0 : long.MaxValue;
        // The product may need more digits than a decimal has, so mantissa and scale are separated.
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

/// <summary>
/// The audience of a demand's list. Each audience has its own feed, so that sequence numbers reveal no hidden profile.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>The demand's owner, who sees public profiles only.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>The brokering office, which sees every profile.</summary>
    [JsonStringEnumMemberName("office")]
    Office,
}

/// <summary>One profile before and after a change.</summary>
/// <param name="Before">The state before; null: the profile is new.</param>
/// <param name="After">The state after; null: the profile is gone.</param>
[GenerateSerializer, Immutable]
public sealed record ProfileChange(Profile? Before, Profile? After);

/// <summary>The transitions that one change causes in one feed; never empty.</summary>
/// <param name="Demand">The demand's id.</param>
public sealed record DemandChange(string Demand, Audience Audience, ImmutableArray<Transition> Transitions);
