using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Buildings;

/// <summary>What buildings and spaces must keep to, and how a space follows its building. Pure.</summary>
internal static class BuildingRules
{
    private const int UnitLength = 50;

    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static Stored<Building> Decide(Caller caller, Building body, Stored<Building>? before)
    {
        var broken = new ValidationErrors();
        broken.CheckId(body.Id);
        var building = ListingRules.Check(BoardTable.Sites, body, broken);
        CheckOwn(caller, building, before?.Record, before?.Record.Owner, broken);
        broken.Throw();
        return new(building, new(RecordKind.Building, building.Owner, building.Public));
    }

    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static Stored<Space> Decide(Caller caller, Space body, Stored<Space>? before, Building building)
    {
        var broken = new ValidationErrors();
        broken.CheckId(body.Id[(building.Id.Length + 1)..]);
        broken.CheckText("unit", body.Unit, UnitLength);
        if (!Enum.IsDefined(body.Status))
            broken.Add("status", "notACode", "vacant, held, let");
        var space = ListingRules.Check(BoardTable.Sites, body with { Inherited = null }, broken);
        CheckOwn(caller, space, before?.Record, before is null ? null : before.Record.Owner, broken);
        broken.Throw();
        return new(space, VisibilityOf(space, building));
    }

    /// <summary>A space belongs to its owner or else its building's, and shows only where its building does too.</summary>
    public static Visibility VisibilityOf(Space space, Building building) =>
        new(RecordKind.Space, space.Owner ?? building.Owner, space.Public && building.Public);

    /// <summary>The space with what it takes from its building because it does not state it; a uses value is taken whole.</summary>
    public static Space Inheriting(Space space, Building building) =>
        space with
        {
            Inherited = building.Values.RemoveRange(space.Values.Keys),
        };

    // Because an owner may speak for what is theirs, but neither give it away nor pass it for a sample.
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
        if (next.Owner != ownerBefore && !(before is null && next.Owner == caller.Party))
            broken.Add("owner", "officeOnly");
        if (next.Sample != (before?.Sample ?? false))
            broken.Add("sample", "officeOnly");
    }
}
