namespace Matchmaker.Contracts.Boards;

/// <summary>How well a party's best profile meets a demand.</summary>
/// <param name="Party">Such as <c>owners/o1</c>.</param>
/// <param name="Score">0 to 100.</param>
[GenerateSerializer, Immutable]
public sealed record PartyScore(string Party, double Score);
