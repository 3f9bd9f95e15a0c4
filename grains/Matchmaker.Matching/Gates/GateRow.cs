using System.Text.Json.Serialization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>One rule of the table of gates: what a plan or a lease says of a use, for a time.</summary>
/// <param name="Gate">The plan or the lease; neighbours have no rows.</param>
/// <param name="Key">A code of the list <c>zone</c> (plan) or <c>leaseUser</c> (lease).</param>
/// <param name="Use">A code of the list <c>use</c>.</param>
/// <param name="From">The first day; null: it has always held.</param>
/// <param name="To">The last day, included; null: no end.</param>
/// <param name="Condition">What the verdict depends on besides, in English; null: nothing.</param>
/// <param name="Source">Who says so, with addresses.</param>
/// <param name="Note">A remark for whoever keeps the table; null: none.</param>
[GenerateSerializer, Immutable]
public sealed record GateRow(
    GateKind Gate,
    string Key,
    string Use,
    UseVerdict Verdict,
    DateOnly? From,
    DateOnly? To,
    string? Condition,
    string Source,
    string? Note = null
)
{
    /// <summary>Whether it holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => !(From > day) && !(To < day);
}

/// <summary>What has to allow a use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateKind>))]
public enum GateKind
{
    /// <summary>The outline zoning plan, by the zone.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>The government lease, by its user clause or a waiver.</summary>
    [JsonStringEnumMemberName("lease")]
    Lease,

    /// <summary>The other occupiers, for uses that bring visitors.</summary>
    [JsonStringEnumMemberName("neighbours")]
    Neighbours,
}
