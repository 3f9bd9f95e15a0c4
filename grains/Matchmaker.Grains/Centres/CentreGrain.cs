using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Listings;
using Matchmaker.Grains.Listings;
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
            ValidTo = patch.Unknown.Contains("valid_to") ? null : patch.ValidTo ?? record.ValidTo,
        };
}
