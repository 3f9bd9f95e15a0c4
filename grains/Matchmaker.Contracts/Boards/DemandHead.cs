using System.Collections.Immutable;
using Matchmaker.Matching.Results;

namespace Matchmaker.Contracts.Boards;

/// <summary>A demand and the first of its notified matches.</summary>
[GenerateSerializer, Immutable]
public sealed record DemandHead(string Demand, ImmutableArray<Match> Matches);
