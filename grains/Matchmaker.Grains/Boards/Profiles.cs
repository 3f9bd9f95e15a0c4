using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>How records become profiles: what a board sees of them.</summary>
internal static class Profiles
{
    /// <summary>
    /// A vacant space with what it inherits from its building (matching.md section 2); null: it is not on the board.
    /// </summary>
    public static Profile? Of(Space space, Building building)
    {
        if (space.Status is not SpaceStatus.Vacant)
            return null;
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (code, value) in building.Values)
            values[ProfilePool.Code(code)] = value;
        var days = Days(building).ToBuilder();
        foreach (var (code, value) in space.Values)
            values[ProfilePool.Code(code)] = value;
        days.RemoveRange(space.Values.Keys);
        days.AddRange(Days(space));
        return new(
            space.Id,
            values.ToImmutable(),
            days.ToImmutable(),
            space.Public && building.Public,
            space.Owner ?? building.Owner,
            space.Position is { } position ? new(building.Id, position) : null,
            Texts(space, building),
            Names(space, building)
        );
    }

    /// <summary>A firm, a centre or a need as it states itself.</summary>
    /// <param name="party">Whose it is; a firm and a centre are their own.</param>
    public static Profile Of(Listing listing, string? party) =>
        new(
            listing.Id,
            ProfilePool.Values(listing.Values),
            Days(listing),
            listing.Public,
            party,
            Texts: listing is Opportunity ? null : Texts(listing),
            Names: listing is Opportunity ? null : Names(listing)
        );

    // A need is found by what is needed alone, because a name would tell whose it is.
    private static ImmutableArray<string> Texts(params ReadOnlySpan<Listing> listings)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var listing in listings)
            texts.AddRange((listing.Name?.All ?? []).Concat(listing.Address?.All ?? []));
        return texts.ToImmutable();
    }

    // An id is often the short form that people use, such as ASTRI.
    private static ImmutableArray<string> Names(params ReadOnlySpan<Listing> listings)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var listing in listings)
        {
            names.Add(listing.Id);
            names.AddRange(listing.Name?.All ?? []);
        }

        return names.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, DateOnly> Days(Listing listing)
    {
        if (listing.Facts is null)
            return listing.VerifiedOn is { } all
                ? ProfilePool.Days(listing.Values.Keys, all)
                : ImmutableSortedDictionary<string, DateOnly>.Empty;
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        foreach (var code in listing.Values.Keys)
        {
            if ((listing.Facts.GetValueOrDefault(code)?.VerifiedOn ?? listing.VerifiedOn) is { } day)
                days[ProfilePool.Code(code)] = day;
        }

        return days.ToImmutable();
    }
}
