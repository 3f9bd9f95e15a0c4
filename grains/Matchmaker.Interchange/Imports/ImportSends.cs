using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;

namespace Matchmaker.Interchange.Imports;

/// <summary>The arguments that all calls of one import share.</summary>
internal sealed record ImportCall(Caller Caller, bool DryRun, CancellationToken Cancellation);

/// <summary>
/// Sends rows to the grain with that id: one row of a standalone record, or several rows of one building.
/// </summary>
internal delegate Task<ImmutableArray<ImportResult>> ImportSend(
    IGrainFactory grains,
    string id,
    ImportCall call,
    ImmutableArray<ListingPatch> patches
);

/// <summary>The grain call for the rows of each kind.</summary>
internal static class ImportSends
{
    public static Task<ImmutableArray<ImportResult>> ToBuilding(
        IGrainFactory grains,
        string id,
        ImportCall call,
        ImmutableArray<ListingPatch> patches
    ) => grains.Building(id).Import(call.Caller, patches, call.DryRun, call.Cancellation);

    /// <summary>Sends each row to a grain of its own.</summary>
    public static ImportSend To<T>(Func<IGrainFactory, string, IListingGrain<T>> grain)
        where T : Listing =>
        async (grains, id, call, patches) =>
            [await grain(grains, id).Import(call.Caller, patches.Single(), call.DryRun, call.Cancellation)];
}
