using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Imports;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Centres;

/// <summary>An R&amp;D centre.</summary>
internal sealed class CentreGrain(Database database)
    : ListingGrain<Centre>(RecordKind.Centre, "centres", BoardTable.Research, database),
        ICentreGrain
{
    protected override Centre Patched(Centre record, ListingPatch patch) => Patching.Apply(record, patch);
}
