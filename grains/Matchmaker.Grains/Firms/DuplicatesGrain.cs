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

    // A report names 20 candidates; the firm itself is among those of its keys.
    private const int MostOfKey = 24;
    private const int MostOfFirm = 60;

    public async Task<DuplicateReport> Find(Caller caller, Firm firm, CancellationToken cancellation = default)
    {
        CheckOffice(caller);
        return (await Compare([firm], cancellation))[0];
    }

    public async Task<ImmutableArray<DuplicateReport>> FindUnstored(
        Caller caller,
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    )
    {
        CheckOffice(caller);
        var stored = await _keys.ListStored(firms.Select(firm => firm.Id), cancellation);
        var found = new Queue<DuplicateReport>(
            await Compare([.. firms.Where(firm => !stored.Contains(firm.Id))], cancellation)
        );
        return [.. firms.Select(firm => stored.Contains(firm.Id) ? DuplicateReport.None : found.Dequeue())];
    }

    public Task<ImmutableArray<DuplicateReport>> FindWithin(
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    ) => Task.FromResult(DuplicateRules.ReportsWithin(firms).ToImmutableArray());

    private async Task<ImmutableArray<DuplicateReport>> Compare(
        IReadOnlyList<Firm> firms,
        CancellationToken cancellation
    )
    {
        if (firms.Count == 0)
            return [];
        await _keys.Refresh(cancellation);
        var sought = firms
            .Select(firm => (Firm: firm, Traits: DuplicateTraits.Of(firm)))
            .Select(candidate => (candidate.Firm, candidate.Traits, Keys: candidate.Traits.Keys.ToList()))
            .ToList();
        var ids = await _keys.ListIds(
            sought.SelectMany(candidate => candidate.Keys).ToHashSet(),
            MostOfKey,
            cancellation
        );
        var others = sought.ConvertAll(candidate =>
            candidate
                .Keys.SelectMany(key => ids[key])
                .Where(id => id != candidate.Firm.Id)
                .Distinct()
                .Take(MostOfFirm)
                .ToList()
        );
        var known = (
            await _keys.ListFirms(others.SelectMany(held => held).ToHashSet(StringComparer.Ordinal), cancellation)
        ).ToDictionary(firm => firm.Id, firm => (firm, DuplicateTraits.Of(firm)), StringComparer.Ordinal);
        return
        [
            .. sought.Zip(
                others,
                (candidate, held) =>
                    DuplicateRules.Report(candidate.Traits, held.Where(known.ContainsKey).Select(id => known[id]))
            ),
        ];
    }

    private static void CheckOffice(Caller caller)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
    }
}
