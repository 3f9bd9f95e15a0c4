using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>An R&amp;D centre.</summary>
internal sealed class CentreGrain(Database database)
    : ListingGrain<Centre>(RecordKind.Centre, "centres", Matching.Boards.Research, database),
        ICentreGrain
{
    protected override Centre Patched(Centre record, ListingPatch patch) => Patching.Apply(record, patch);
}
