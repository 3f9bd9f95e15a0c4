using System.Collections.Immutable;
using Matchmaker.Contracts.Listings;

namespace Matchmaker.Contracts.Firms;

/// <summary>A local manufacturer: a profile of the board <c>partners</c>.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Firm : Listing
{
    /// <summary>The building that it stands in, which need not be in the system; null: not told.</summary>
    public string? BuildingId { get; init; }

    /// <summary>
    /// Its number in the business register: 1 to 20 letters, digits, hyphens and slashes; null: not told.
    /// </summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>
    /// The firm that this one was merged into: this id answers as that firm. Read-only; null: not merged.
    /// </summary>
    public string? MergedInto { get; init; }

    /// <summary>
    /// The codes of the values that the other firm took over when they were merged, so that this can be undone.
    /// Read-only.
    /// </summary>
    public ImmutableArray<string>? Gave { get; init; }
}
