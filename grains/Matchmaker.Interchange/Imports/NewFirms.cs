using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;

namespace Matchmaker.Interchange.Imports;

/// <summary>The firms created by an import, to find possible duplicates; no row is rejected for being one.</summary>
internal sealed class NewFirms
{
    // A larger file is the initial load of a system, for which a list of thousands of look-alikes is useless.
    private const int MaxFirms = 10_000;
    private const int FirmsPerCall = 500;

    private readonly List<(int Line, Firm Firm)> _firms = [];

    public void Add(int line, ListingPatch patch)
    {
        if (_firms.Count <= MaxFirms)
            _firms.Add((line, FirmOf(patch)));
    }

    /// <returns>The duplicates by line; null: none, or the file creates more than ten thousand firms.</returns>
    public async Task<IReadOnlyList<DuplicateRow>?> Find(IGrainFactory grains, ImportCall call)
    {
        if (_firms.Count is 0 or > MaxFirms)
            return null;
        var found = new List<DuplicateRow>();
        foreach (var chunk in _firms.OrderBy(entry => entry.Line).Chunk(FirmsPerCall))
        {
            var reports = await grains
                .Duplicates()
                .FindAll(call.Caller, [.. chunk.Select(entry => entry.Firm)], call.Cancellation);
            found.AddRange(
                chunk
                    .Zip(reports)
                    .Where(pair => pair.Second.Verdict is not DuplicateVerdict.New)
                    .Select(pair => new DuplicateRow(
                        pair.First.Line,
                        pair.First.Firm.Id,
                        pair.Second.Candidates[0].Id,
                        pair.Second.Verdict
                    ))
            );
        }

        return found.Count == 0 ? null : found;
    }

    private static Firm FirmOf(ListingPatch patch) =>
        new()
        {
            Id = patch.Id,
            Name = patch.Name,
            Address = patch.Address,
            BuildingId = patch.BuildingId,
            RegistrationNumber = patch.RegistrationNumber,
        };
}
