namespace Matchmaker.Contracts;

/// <summary>A local manufacturer: what the board <c>partners</c> offers.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Firm : Listing
{
    /// <summary>The building that it stands in, which need not be in the system; null: not told.</summary>
    public string? BuildingId { get; init; }

    /// <summary>Its number in the business register: 1 to 20 letters, digits, hyphens and slashes; null: not told.</summary>
    public string? RegistrationNumber { get; init; }
}
