namespace Matchmaker.Matching.Values;

/// <summary>The provenance of a stated value.</summary>
/// <param name="VerifiedOn">
/// The day of the last verification; null: never verified, and therefore stale (matching.md section 2).
/// </param>
/// <param name="Source">The source; null: not stated.</param>
[GenerateSerializer, Immutable]
public sealed record Fact(DateOnly? VerifiedOn, string? Source);
