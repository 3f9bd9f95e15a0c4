using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Buildings;

/// <summary>The office's holds on the building's spaces: each changes with its space in one commit.</summary>
internal sealed partial class BuildingGrain
{
    private readonly HoldRows _holds = new(database);

    public async Task<Space> KeepHold(
        Caller caller,
        string space,
        HoldTerms terms,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        var before = WritePreconditions.Authorize(Find(space), caller);
        var id = before.Record.Id;
        var known = await _holds.Find(id, cancellation);
        HoldRules.Check(caller, before.Record, known, terms.Until, time.Today());

        var hold = new StandingHold
        {
            Id = id,
            Version = known?.Hold.Record.Version ?? 0,
            Demand = terms.Demand,
            Until = terms.Until,
            By = caller.Email!,
        };
        if (hold == known?.Hold.Record)
            return await Shown(caller, before, cancellation); // a repeated request
        var next = before with { Record = before.Record.Released().Held(new(hold.Until)) };
        var sequence = await Commit([
            WriteHold(caller, known?.Hold, new(hold, terms.Visibility)),
            WriteSpace(caller, id, before, next),
            terms.Guard,
        ]);
        next = Accept(next);
        await WaitForProjections(sequence, Current?.Record);
        return await Shown(caller, next, cancellation);
    }

    public async Task EndHold(Caller caller, string space, long version, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        if (await _holds.Find(IdOf(space), cancellation) is not { } known || known.Hold.Record.Version != version)
            return;
        var id = known.Hold.Record.Id;
        var before = _spaces.GetValueOrDefault(id);
        var next = before is null ? null : before with { Record = before.Record.Released() };
        var sequence = await Commit([
            WriteHold(caller, known.Hold, null),
            .. next is null ? ImmutableArray<RecordWrite>.Empty : [WriteSpace(caller, id, before, next)],
        ]);
        if (next is not null)
            Accept(next);
        await WaitForProjections(sequence, Current?.Record);
    }

    /// <summary>The end of the holds on spaces that are deleted.</summary>
    private async Task<ImmutableArray<RecordWrite>> WithoutHolds(Caller caller, IEnumerable<Stored<Space>> spaces)
    {
        var held = spaces.Where(space => space.Record.Hold is not null).Select(space => space.Record.Id);
        return [.. (await _holds.Of(held)).Values.Select(known => WriteHold(caller, known.Hold, null))];
    }

    /// <summary>The space with what it inherits, and with as much of its hold as the caller may know.</summary>
    private async Task<Space> Shown(Caller caller, Stored<Space> space, CancellationToken cancellation = default)
    {
        var record = space.Record.Inheriting(Current!.Record);
        if (record.Hold is null)
            return record;
        var known = await _holds.Find(record.Id, cancellation);
        var shown = HoldRules.Shown(record, space.Visibility, known, caller, time.Today());
        if (shown.Hold?.Demand is not null && known!.Demand is { Cleared: not null, Owner: { } project })
            await GrainFactory.Views().Record(caller, [project], RecordKind.Hold);
        return shown;
    }

    private static RecordWrite WriteHold(Caller caller, Stored<StandingHold>? before, Stored<StandingHold>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Hold,
            (next ?? before)!.Record.Id,
            before,
            next,
            "",
            null,
            (next ?? before)!.Record.Demand
        );
}
