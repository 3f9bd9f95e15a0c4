using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Listings;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;

namespace Matchmaker.Grains.Centres;

/// <summary>An R&amp;D centre.</summary>
internal sealed class CentreGrain(Database database, Vocabulary vocabulary, TimeProvider time)
    : ListingGrain<Centre>(RecordKind.Centre, database, vocabulary, time),
        ICentreGrain
{
    protected override Centre Patched(Centre record, ListingPatch patch) =>
        Patching.Apply(record, patch) with
        {
            ValidFrom = patch.Unknown.Contains("valid_from") ? null : patch.ValidFrom ?? record.ValidFrom,
            ValidTo = patch.Unknown.Contains("valid_to") ? null : patch.ValidTo ?? record.ValidTo,
        };

    protected override void Check(Centre body, ValidationErrors broken)
    {
        if (body.ValidTo < body.ValidFrom)
            broken.Add("validTo", "endsBefore", $"{body.ValidFrom:yyyy-MM-dd}");
    }
}
