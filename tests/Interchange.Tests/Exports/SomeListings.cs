using CsCheck;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>Random listings of each kind, of every shape.</summary>
internal static class SomeListings
{
    public static Gen<Listing> Of(ListingKind kind) =>
        kind.Code switch
        {
            "buildings" => Buildings.Select(building => (Listing)building),
            "spaces" => SomeSpaces.Gen.Select(space => (Listing)space),
            "firms" => Firms.Select(firm => (Listing)firm),
            "centres" => Centres.Select(centre => (Listing)centre),
            _ => throw new ArgumentException($"{kind.Code} has no generator.", nameof(kind)),
        };

    private static Gen<Building> Buildings { get; } =
        from building in Described<Building>(BoardTable.Sites)
        from waivers in SomeValues.Waivers
        select building with
        {
            Waivers = waivers,
        };

    private static Gen<Firm> Firms { get; } =
        from firm in Described<Firm>(BoardTable.Partners)
        from place in Gen.Int[0, 3]
        from number in Gen.Int[0, 3]
        select firm with
        {
            BuildingId = place == 0 ? null : $"building-{place}",
            RegistrationNumber = number == 0 ? null : $"5512{number}/A-1",
        };

    private static Gen<Centre> Centres { get; } =
        from centre in Described<Centre>(BoardTable.Research)
        from day in SomeValues.Day
        select centre with
        {
            ValidFrom = day?.AddDays(-30),
            ValidTo = day,
        };

    private static Gen<T> Described<T>(Board board)
        where T : Listing, new() =>
        from id in Gen.Int[1, 999]
        from names in Gen.Select(SomeValues.Text, SomeValues.Text, SomeValues.Text)
        from addresses in Gen.Select(SomeValues.Text, SomeValues.Text)
        from source in SomeValues.Text
        from day in SomeValues.Day
        from open in Gen.Bool
        from values in SomeValues.Of(board)
        select new T
        {
            Id = $"x{id}",
            Name = names is (null, null, null) ? null : new(names.Item1, names.Item2, names.Item3),
            Address = addresses is (null, null) ? null : new(addresses.Item1, addresses.Item2),
            Source = source,
            VerifiedOn = day,
            Public = open,
            Owner = open ? "owners/o1" : null,
            Values = values,
        };
}
