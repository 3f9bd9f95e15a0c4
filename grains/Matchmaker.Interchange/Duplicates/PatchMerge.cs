using Matchmaker.Contracts.Listings;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Duplicates;

/// <summary>Two rows about one record as one row; where both state a value, the later one holds. Pure.</summary>
internal static class PatchMerge
{
    public static ListingPatch Merge(ListingPatch first, ListingPatch later) =>
        first with
        {
            Name = Merge(first.Name, later.Name),
            Address = Merge(first.Address, later.Address),
            Owner = later.Owner ?? first.Owner,
            Values = first.Values.RemoveRange(later.Unknown).SetItems(later.Values),
            Unknown = [.. first.Unknown.Where(code => !later.Values.ContainsKey(code)).Union(later.Unknown)],
            VerifiedOn = later.VerifiedOn ?? first.VerifiedOn,
            Source = later.Source ?? first.Source,
            Public = later.Public ?? first.Public,
            BuildingId = later.BuildingId ?? first.BuildingId,
            RegistrationNumber = later.RegistrationNumber ?? first.RegistrationNumber,
            ValidFrom = later.ValidFrom ?? first.ValidFrom,
            ValidTo = later.ValidTo ?? first.ValidTo,
            Unit = later.Unit ?? first.Unit,
            Position = later.Position ?? first.Position,
            Status = later.Status ?? first.Status,
            Waivers = later.Waivers ?? first.Waivers,
        };

    private static LocalText? Merge(LocalText? first, LocalText? later) =>
        first is null || later is null
            ? later ?? first
            : new(later.En ?? first.En, later.ZhHant ?? first.ZhHant, later.ZhHans ?? first.ZhHans);
}
