using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Imports;

namespace Matchmaker.Interchange.Imports;

/// <summary>The firms that an import creates, which may be in the system under another id; a row is never rejected for it.</summary>
internal sealed class NewFirms
{
    // Because a file of more is the first filling of a system, where a list of thousands of look-alikes helps nobody.
    private const int Most = 10_000;
    private const int AtOnce = 500;

    private readonly List<(int Line, Firm Firm)> _firms = [];

    public void Add(int line, ListingPatch patch)
    {
        if (_firms.Count <= Most)
            _firms.Add((line, FirmOf(patch)));
    }

    /// <returns>By line; null: there are none, or the file creates more than ten thousand firms.</returns>
    public async Task<IReadOnlyList<DuplicateRow>?> Find(IGrainFactory grains, ImportCall call)
    {
        if (_firms.Count is 0 or > Most)
            return null;
        var found = new List<DuplicateRow>();
        foreach (var chunk in _firms.OrderBy(one => one.Line).Chunk(AtOnce))
        {
            var reports = await grains
                .Duplicates()
                .FindAll(call.Caller, [.. chunk.Select(one => one.Firm)], call.Cancellation);
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
