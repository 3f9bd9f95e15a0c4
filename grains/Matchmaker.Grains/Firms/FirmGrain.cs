using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Imports;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Firms;

/// <summary>A local manufacturer.</summary>
internal sealed partial class FirmGrain(Database database)
    : ListingGrain<Firm>(RecordKind.Firm, "firms", BoardTable.Partners, database),
        IFirmGrain
{
    protected override Firm Patched(Firm record, ListingPatch patch) => Patching.Apply(record, patch);

    // Because what a party asks for and asks about is nobody's without it.
    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Firm>? before,
        Stored<Firm>? next
    )
    {
        if (next is not null)
            return [];
        var owned = await Rows.ListByParty([RecordKind.Demand, RecordKind.Enquiry], $"firms/{Key}");
        return owned.Select(one => new RecordWrite(
            one.Kind,
            one.Id,
            null,
            caller.Email ?? "",
            one.Version,
            null,
            one.Visibility,
            "",
            null
        ));
    }

    protected override Firm Settled(Firm body, Firm? before) =>
        body with
        {
            MergedInto = before?.MergedInto,
            Gave = before?.Gave,
        };

    protected override void Check(Firm body, ValidationErrors broken)
    {
        // Whether there is such a building is not asked, because a firm may stand in one that the office does not keep.
        if (body.BuildingId is { } building && !RecordIds.IsValid(building))
            broken.Add("buildingId", "notAnId");
        if (body.RegistrationNumber is { } number && !RegistrationNumbers.IsValid(number))
            broken.Add("registrationNumber", "notARegistrationNumber");
    }
}
