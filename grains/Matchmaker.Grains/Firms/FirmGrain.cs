using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;

namespace Matchmaker.Grains.Firms;

/// <summary>A local manufacturer.</summary>
internal sealed partial class FirmGrain(Database database, Vocabulary vocabulary, TimeProvider time)
    : ListingGrain<Firm>(RecordKind.Firm, database, vocabulary, time),
        IFirmGrain
{
    protected override Firm Patched(Firm record, ListingPatch patch) =>
        Patching.Apply(record, patch) with
        {
            BuildingId = patch.Unknown.Contains("building_id") ? null : patch.BuildingId ?? record.BuildingId,
            RegistrationNumber = patch.Unknown.Contains("registration_number")
                ? null
                : patch.RegistrationNumber ?? record.RegistrationNumber,
        };

    // What belongs to the firm alone is deleted with it.
    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Firm>? before,
        Stored<Firm>? next
    )
    {
        if (next is not null)
            return [];
        var owned = await Rows.ListByParty(
            KindTable.All.Where(kind => kind.Tie is OwnerTie.Deleted).Select(kind => kind.Code),
            PartyId.Firm(Key)
        );
        return owned.Select(row => new RecordWrite.Delete(
            row.Kind,
            row.Id,
            row.Version,
            caller.Email ?? "",
            row.Visibility
        ));
    }

    protected override Firm WithReadOnly(Firm body, Firm? before) =>
        body with
        {
            MergedInto = before?.MergedInto,
            Gave = before?.Gave,
        };

    protected override void Check(Firm body, ValidationErrors broken)
    {
        // The building need not be in the system.
        if (body.BuildingId is { } building && !RecordIds.IsValid(building))
            broken.Add("buildingId", "notAnId");
        if (body.RegistrationNumber is { } number && !RegistrationNumbers.IsValid(number))
            broken.Add("registrationNumber", "notARegistrationNumber");
    }
}
