using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Interchange.Duplicates;

/// <summary>
/// Looks for records that are like the rows of a file: stored ones that the caller may see, and earlier rows. The time
/// grows with the rows, because only what shares a key is compared.
/// </summary>
internal sealed class DuplicateSearch(IGrainFactory grains, ListingKind kind, ImportCall call)
{
    private const int FirmsPerCall = 500;
    private const int MaxConcurrentCalls = 4;

    private List<Firm>? _stored;

    /// <summary>Whether a row of the kind may be about a record under another id.</summary>
    public bool MayFind => !kind.IsStandalone || call.Caller.IsOffice; // a party writes its own record alone

    /// <summary>A report on each row, in their order.</summary>
    public Task<IReadOnlyList<DuplicateReport>> Find(IReadOnlyList<SketchedRow> rows) =>
        kind.IsSpace ? FindSpaces(rows)
        : kind == ListingKind.Firms ? FindFirms(rows)
        : FindListed(rows);

    private async Task<IReadOnlyList<DuplicateReport>> FindFirms(IReadOnlyList<SketchedRow> rows)
    {
        ImmutableArray<Firm> firms = [.. rows.Select(row => FirmOf(row.Patch))];
        var within = await grains.Duplicates().FindWithin(firms, call.Cancellation);
        var stored = new ImmutableArray<DuplicateReport>[(firms.Length + FirmsPerCall - 1) / FirmsPerCall];
        await InParallel(
            firms.Chunk(FirmsPerCall).Select((chunk, at) => (chunk, at)),
            async part =>
                stored[part.at] = await grains
                    .Duplicates()
                    .FindUnstored(call.Caller, [.. part.chunk], call.Cancellation)
        );
        return [.. stored.SelectMany(part => part).Zip(within, Both)];
    }

    // Buildings and centres are few: the stored ones are listed before the rows.
    private async Task<IReadOnlyList<DuplicateReport>> FindListed(IReadOnlyList<SketchedRow> rows)
    {
        if (_stored is null)
        {
            _stored = [];
            await foreach (var listing in kind.List(grains, call.Caller, call.Cancellation))
                _stored.Add(
                    new()
                    {
                        Id = listing.Id,
                        Name = listing.Name,
                        Address = listing.Address,
                    }
                );
        }

        // A row about a stored record is no other record.
        var ids = rows.Select(row => row.Patch.Id).ToHashSet(StringComparer.Ordinal);
        List<Firm> listed = [.. _stored.Where(record => !ids.Contains(record.Id))];
        var reports = await grains
            .Duplicates()
            .FindWithin([.. listed, .. rows.Select(row => FirmOf(row.Patch))], call.Cancellation);
        return [.. reports.Skip(listed.Count)];
    }

    private async Task<IReadOnlyList<DuplicateReport>> FindSpaces(IReadOnlyList<SketchedRow> rows)
    {
        var reports = new DuplicateReport[rows.Count];
        var byBuilding = Enumerable
            .Range(0, rows.Count)
            .GroupBy(at => SpaceId.Parse(rows[at].Patch.Id)!.Value.Building, StringComparer.Ordinal);
        await InParallel(
            byBuilding,
            async building =>
            {
                var found = await grains
                    .Building(building.Key)
                    .FindDuplicates(call.Caller, [.. building.Select(at => rows[at].Patch)], call.Cancellation);
                foreach (var (at, report) in building.Zip(found))
                    reports[at] = report;
            }
        );
        return reports;
    }

    private Task InParallel<T>(IEnumerable<T> parts, Func<T, Task> look) =>
        Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls, CancellationToken = call.Cancellation },
            async (part, _) => await look(part)
        );

    // Of two that are equally likely, the stored one is the surer.
    private static DuplicateReport Both(DuplicateReport stored, DuplicateReport within) =>
        stored.Candidates.IsEmpty ? within
        : within.Candidates.IsEmpty ? stored
        : DuplicateReport.Of(stored.Candidates.Concat(within.Candidates));

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
