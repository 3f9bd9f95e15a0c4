using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Buildings;

/// <summary>The rules of buildings and spaces, and the inheritance of a space from its building. Pure.</summary>
internal static class BuildingRules
{
    private const int UnitLength = 50;
    private const int MaxWaivers = 50;
    private const int ReferenceLength = 200;

    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static Stored<Building> Decide(Caller caller, Building body, Stored<Building>? before, DateOnly today)
    {
        var broken = new ValidationErrors();
        broken.CheckId(body.Id);
        var building = ListingRules.Check(BoardTable.Sites, body, TaxonomySet.BuiltIn, today, broken);
        building = building with { Waivers = CheckWaivers(body.Waivers, broken) };
        CheckOwn(caller, building, before?.Record, before?.Record.Owner, broken);
        broken.Throw();
        return new(building, new(RecordKind.Building, PartyId.Parse(building.Owner), building.Public));
    }

    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static Stored<Space> Decide(
        Caller caller,
        Space body,
        Stored<Space>? before,
        Building building,
        DateOnly today
    )
    {
        var broken = new ValidationErrors();
        broken.CheckId(SpaceId.Parse(body.Id)!.Value.Space);
        broken.CheckText("unit", body.Unit, UnitLength);
        if (!Enum.IsDefined(body.Status))
            broken.Add("status", "notACode", "vacant, held, let");
        var stated = HoldRules.Kept(body, before?.Record) with { Inherited = null };
        var space = ListingRules.Check(BoardTable.Sites, stated, TaxonomySet.BuiltIn, today, broken);
        space = space with { Waivers = CheckWaivers(body.Waivers, broken) };
        CheckOwn(caller, space, before?.Record, before is null ? null : before.Record.Owner, broken);
        broken.Throw();
        return new(space, VisibilityOf(space, building));
    }

    /// <summary>
    /// A space belongs to its owner or else its building's, and shows only where its building does too.
    /// </summary>
    public static Visibility VisibilityOf(Space space, Building building) =>
        new(RecordKind.Space, PartyId.Parse(space.Owner ?? building.Owner), space.Public && building.Public);

    private static ImmutableArray<Waiver>? Patched(ImmutableArray<Waiver>? waivers, ListingPatch patch) =>
        patch.Unknown.Contains("waivers") ? null : patch.Waivers ?? waivers;

    // No waivers and an empty list of them are the same record.
    private static ImmutableArray<Waiver>? CheckWaivers(ImmutableArray<Waiver>? waivers, ValidationErrors broken)
    {
        if (waivers is not { IsDefaultOrEmpty: false } given)
            return null;
        var uses = BoardTable.Sites.Find("uses")!.Values;
        if (given.Length > MaxWaivers)
            broken.Add("waivers", "tooMany", $"{MaxWaivers}");
        for (var i = 0; i < given.Length && i < MaxWaivers; i++)
        {
            var (waiver, path) = (given[i], $"waivers[{i}]");
            if (waiver?.Use is null)
                broken.Add($"{path}.use", "required");
            else if (uses.All(use => use.Code != waiver.Use))
                broken.Add($"{path}.use", "notACode", string.Join(", ", uses.Select(use => use.Code)));
            if (waiver is null)
                continue;
            if (waiver.From == default)
                broken.Add($"{path}.from", "required");
            if (waiver.To < waiver.From)
                broken.Add($"{path}.to", "endsBefore", $"{waiver.From:yyyy-MM-dd}");
            broken.CheckText($"{path}.reference", waiver.Reference, ReferenceLength);
        }

        return given;
    }

    // An owner may change a record, but neither give it away nor mark it as a sample.
    private static void CheckOwn(
        Caller caller,
        Listing next,
        Listing? before,
        string? ownerBefore,
        ValidationErrors broken
    )
    {
        if (caller.IsOffice)
            return;
        if (next.Owner != ownerBefore && !(before is null && next.Owner == caller.Party?.ToString()))
            broken.Add("owner", "officeOnly");
        if (next.Sample != (before?.Sample ?? false))
            broken.Add("sample", "officeOnly");
    }

    /// <summary>A building with a row of an import.</summary>
    public static Building Patched(Building building, ListingPatch patch) =>
        Patching.Apply(building, patch) with
        {
            Waivers = Patched(building.Waivers, patch),
        };

    /// <summary>A space with a row of an import.</summary>
    public static Space Patched(Space space, ListingPatch patch) =>
        Patching.Apply(space, patch) with
        {
            Unit = patch.Unknown.Contains("unit") ? null : patch.Unit ?? space.Unit,
            Position = patch.Unknown.Contains("position") ? null : patch.Position ?? space.Position,
            Status = patch.Status ?? space.Status,
            Waivers = Patched(space.Waivers, patch),
        };
}
