using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Firms;

/// <summary>
/// Brings the table of keys up to the last change, and compares a firm with those that share a key with it.
/// </summary>
[StatelessWorker]
internal sealed class DuplicatesGrain(Database database) : Grain, IDuplicatesGrain
{
    private readonly FirmKeys _keys = new(database);

    public async Task<DuplicateReport> Find(Caller caller, Firm firm, CancellationToken cancellation = default) =>
        (await FindAll(caller, [firm], cancellation))[0];

    public async Task<ImmutableArray<DuplicateReport>> FindAll(
        Caller caller,
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        await _keys.Refresh(cancellation);
        var sought = firms.Select(firm => (Firm: firm, Traits: DuplicateTraits.Of(firm))).ToList();
        var ids = await _keys.ListIds(sought.SelectMany(candidate => candidate.Traits.Keys).ToHashSet(), cancellation);
        var known = (
            await _keys.ListFirms(ids.SelectMany(held => held).ToHashSet(StringComparer.Ordinal), cancellation)
        ).ToDictionary(firm => firm.Id, firm => (firm, DuplicateTraits.Of(firm)), StringComparer.Ordinal);
        return
        [
            .. sought.Select(candidate =>
                DuplicateRules.Report(
                    candidate.Traits,
                    candidate
                        .Traits.Keys.SelectMany(key => ids[key])
                        .Distinct()
                        .Where(id => id != candidate.Firm.Id && known.ContainsKey(id))
                        .Select(id => known[id])
                )
            ),
        ];
    }

    public Task<ImmutableArray<DuplicateReport>> FindWithin(
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    ) => Task.FromResult(DuplicateRules.ReportsWithin(firms).ToImmutableArray());
}
