using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Listings;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Centres;

/// <summary>An R&amp;D centre.</summary>
internal sealed class CentreGrain(Database database) : ListingGrain<Centre>(RecordKind.Centre, database), ICentreGrain
{
    protected override Centre Patched(Centre record, ListingPatch patch) =>
        Patching.Apply(record, patch) with
        {
            ValidTo = patch.Unknown.Contains("valid_to") ? null : patch.ValidTo ?? record.ValidTo,
        };
}
