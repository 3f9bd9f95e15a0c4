using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>How records become profiles: what a board sees of them.</summary>
internal static class Profiles
{
    /// <summary>
    /// A vacant space, or one that the office holds, with what it inherits from its building (matching.md section 2);
    /// null: it is not on the board.
    /// </summary>
    /// <param name="hold">The office's hold on it; null: none.</param>
    public static Profile? Of(Space space, Building building, Hold? hold)
    {
        if (space.Released().Status is not SpaceStatus.Vacant)
            return null;
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (code, value) in building.Values)
            values[ProfilePool.Code(code)] = value;
        var days = Days(building).ToBuilder();
        foreach (var (code, value) in space.Values)
            values[ProfilePool.Code(code)] = value;
        days.RemoveRange(space.Values.Keys);
        days.AddRange(Days(space));
        AddStationDistance(values, days);
        Admission.AddTo(values, days);
        return new(
            space.Id,
            values.ToImmutable(),
            days.ToImmutable(),
            space.Public && building.Public,
            space.Owner ?? building.Owner,
            space.Position is { } position ? new(building.Id, position) : null,
            Texts(space, building),
            Names(space, building),
            space.WithWaiversOf(building),
            space.Hold is null ? null : hold
        );
    }

    /// <summary>A firm, a centre or a need as it states itself.</summary>
    /// <param name="party">Whose it is; a firm and a centre are their own.</param>
    public static Profile Of(Board board, Listing listing, string? party)
    {
        var (values, days) = (ProfilePool.Values(listing.Values), Days(listing));
        if (board.Find(StationDistance.Code) is not null && values.ContainsKey(StationDistance.Location))
        {
            var (more, dated) = (values.ToBuilder(), days.ToBuilder());
            AddStationDistance(more, dated);
            (values, days) = (more.ToImmutable(), dated.ToImmutable());
        }

        return new(
            listing.Id,
            values,
            days,
            listing.Public,
            party,
            Texts: listing is Opportunity ? null : Texts(listing),
            Names: listing is Opportunity ? null : Names(listing)
        );
    }

    // As old as the location from which it follows.
    private static void AddStationDistance(
        ImmutableSortedDictionary<string, Value>.Builder values,
        ImmutableSortedDictionary<string, DateOnly>.Builder days
    )
    {
        if (values.GetValueOrDefault(StationDistance.Location) is not PointValue location)
            return;
        values[StationDistance.Code] = new NumberValue(StationDistance.From(location));
        if (days.TryGetValue(StationDistance.Location, out var day))
            days[StationDistance.Code] = day;
    }

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
            if (listing.VerifiedDayOf(code) is { } day)
                days[ProfilePool.Code(code)] = day;
        }

        return days.ToImmutable();
    }
}
