using Matchmaker.Contracts.Listings;

namespace Matchmaker.Contracts.Centres;

/// <summary>An R&amp;D centre: what the board <c>research</c> offers.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Centre : Listing
{
    /// <summary>The first day on which it is on the board; null: it always was.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it is on the board; null: no end is known.</summary>
    public DateOnly? ValidTo { get; init; }
}
