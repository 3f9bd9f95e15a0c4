using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Allocation;

/// <summary>Which demand gets which space, where several want the same few (matching.md section 10).</summary>
/// <param name="Placed">By the demands' ids in ordinal order. No space stands twice.</param>
/// <param name="Unplaced">The other demands' ids, in ordinal order.</param>
/// <param name="Witness">Why not all can be placed; null: all are.</param>
[GenerateSerializer, Immutable]
public sealed record AllocationReport(
    ImmutableArray<PlacedDemand> Placed,
    ImmutableArray<string> Unplaced,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AllocationWitness? Witness
);

/// <param name="Demand">The demand's id.</param>
/// <param name="Space">The id of the space that it gets.</param>
/// <param name="Score">The space's score for the demand, 0 to 100.</param>
[GenerateSerializer, Immutable]
public sealed record PlacedDemand(string Demand, string Space, double Score);

/// <summary>Demands that together accept fewer spaces than they are.</summary>
/// <param name="Demands">Their ids, in ordinal order.</param>
/// <param name="Spaces">Every space that any of them accepts, in ordinal order.</param>
[GenerateSerializer, Immutable]
public sealed record AllocationWitness(ImmutableArray<string> Demands, ImmutableArray<string> Spaces);

/// <summary>What one demand accepts.</summary>
/// <param name="Demand">The demand's id.</param>
/// <param name="Spaces">The spaces that it accepts, each once, in any order.</param>
[GenerateSerializer, Immutable]
public sealed record Acceptance(string Demand, ImmutableArray<AcceptedSpace> Spaces);

/// <param name="Id">The space's id.</param>
/// <param name="Score">0 to 100, as lists show it.</param>
/// <param name="Millionths">The score in whole millionths of 100, half up: 0 to 1 000 000.</param>
[GenerateSerializer, Immutable]
public sealed record AcceptedSpace(string Id, double Score, int Millionths);
