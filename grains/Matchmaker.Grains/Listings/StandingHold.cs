using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Listings;

/// <summary>
/// The office's hold on a space. A record of its own, so that it is hidden with its demand's party: the space's record
/// keeps the day alone.
/// </summary>
internal sealed record StandingHold : Record
{
    public required string Demand { get; init; }

    /// <summary>The last day in Hong Kong.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The officer's address.</summary>
    public required string By { get; init; }
}

/// <summary>A hold with what decides whether it stands.</summary>
/// <param name="Demand">Who may know of its demand; null: the demand is gone.</param>
internal sealed record KnownHold(Stored<StandingHold> Hold, Visibility? Demand)
{
    /// <summary>Whether it stands on that day.</summary>
    public bool Stands(DateOnly today) => Demand is not null && Hold.Record.Until >= today;

    /// <summary>Whether the caller is of the office and may know of it.</summary>
    public bool IsKnownTo(Caller caller) => caller.IsOffice && Demand is { } demand && Access.MaySee(caller, demand);

    /// <summary>All of it.</summary>
    public SpaceHold View => new(Hold.Record.Until, Hold.Record.Demand, Hold.Record.By);
}
