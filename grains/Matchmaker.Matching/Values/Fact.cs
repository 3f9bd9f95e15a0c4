namespace Matchmaker.Matching.Values;

/// <summary>Where a stated value comes from, and when somebody last made sure of it.</summary>
/// <param name="VerifiedOn">The day; null: never verified, and therefore stale (matching.md section 2).</param>
/// <param name="Source">Who says so; null: not told.</param>
[GenerateSerializer, Immutable]
public sealed record Fact(DateOnly? VerifiedOn, string? Source);
