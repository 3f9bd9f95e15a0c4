using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Shortlists;

/// <summary>The profiles of which an item is made: one, or adjacent spaces that are taken together. Pure.</summary>
internal static class SheetMembers
{
    /// <summary>Each with its values and where they come from, in order of position; at least one.</summary>
    /// <param name="listings">The records as their reader sees them.</param>
    /// <param name="parent">The building; null: the profile is not part of one.</param>
    public static ImmutableArray<SheetMember> Of(Profile profile, List<Listing> listings, Listing? parent) =>
        [.. (profile.Members ?? [profile]).Select(member => Of(member, OwnOf(member, listings), parent))];

    /// <summary>The members' names in their building together; null: one is not told.</summary>
    public static string? UnitOf(ImmutableArray<SheetMember> members) =>
        members.All(member => member.Unit is not null)
            ? string.Join(" + ", members.Select(member => member.Unit))
            : null;

    /// <summary>What they have together.</summary>
    public static ImmutableSortedDictionary<string, Value> ValuesOf(ImmutableArray<SheetMember> members) =>
        members.Length == 1 ? members[0].Values : RunFacts.Of([.. members.Select(member => member.Values)]);

    /// <summary>
    /// Day and source of each value that they have together: the earliest day, none where one has none, and each source
    /// once.
    /// </summary>
    public static ImmutableSortedDictionary<string, Fact> FactsOf(ImmutableArray<SheetMember> members) =>
        members.Length == 1
            ? members[0].Facts
            : ValuesOf(members)
                .Keys.ToImmutableSortedDictionary(
                    code => code,
                    code =>
                        Together([.. members.Select(member => member.Facts.GetValueOrDefault(code)).OfType<Fact>()]),
                    StringComparer.Ordinal
                );

    private static Fact Together(Fact[] facts)
    {
        string[] sources = [.. facts.Select(fact => fact.Source).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new(
            facts.All(fact => fact.VerifiedOn is not null) ? facts.Min(fact => fact.VerifiedOn) : null,
            sources.Length == 0 ? null : string.Join("; ", sources)
        );
    }

    private static SheetMember Of(Profile profile, Listing own, Listing? parent)
    {
        List<Listing> listings = parent is null ? [own] : [own, parent];
        return new(
            profile.Id,
            own.Name,
            (own as Space)?.Unit,
            profile.Values,
            profile.Values.Keys.ToImmutableSortedDictionary(
                code => code,
                code => new Fact(
                    profile.VerifiedOn.TryGetValue(code, out var on) ? on : null,
                    SourceOf(code, listings)
                ),
                StringComparer.Ordinal
            )
        );
    }

    private static Listing OwnOf(Profile profile, List<Listing> listings) =>
        listings.Find(listing => listing.Id == profile.Id && listing is not Building)!;

    // The nearest record that states it; a value that nobody states has the source of what it follows from.
    private static string? SourceOf(string attribute, List<Listing> listings)
    {
        var stated = listings.Find(listing => listing.Values.ContainsKey(attribute));
        if (stated is not null)
            return stated.SourceOf(attribute);
        var origin = SheetMaker.OriginOf(attribute);
        return listings.Find(listing => listing.Values.ContainsKey(origin))?.SourceOf(origin);
    }
}
