using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Demands;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Shortlists;

/// <summary>A shortlist: what changes of it is one record, what was shown is another that never changes.</summary>
internal sealed partial class ShortlistGrain(
    Database database,
    PublishedGates gates,
    IGrainFactory grains,
    TimeProvider time,
    MailSettings mail
) : PartyOwnedGrain<Shortlist>(RecordKind.Shortlist, database, RecordKind.Enterprise, RecordKind.Firm), IShortlistGrain
{
    private readonly SheetRecords _records = new(database);
    private readonly RuleBook _rules = new(database, gates, grains);

    // Of the shortlist that is being made: what is kept is what was found.
    private Sheet? _made;

    public override async Task<Shortlist> Get(Caller caller, CancellationToken cancellation = default) =>
        await Whole(caller, await base.Get(caller, cancellation), cancellation);

    public override async Task<Saved<Shortlist>> Put(
        Caller caller,
        Shortlist body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        var saved = await base.Put(caller, body, expected, chosen, cancellation);
        return saved with { Record = await Whole(caller, saved.Record, cancellation) };
    }

    protected override async ValueTask<Stored<Shortlist>> Decide(
        Caller caller,
        Shortlist body,
        Stored<Shortlist>? before,
        bool chosen
    )
    {
        _made = null;
        var broken = new ValidationErrors();
        ShortlistRules.Check(body, broken);
        if (before is null)
            return await Made(caller, body, chosen, broken);
        broken.Throw();
        var items = ShortlistRules.Changed(caller, before.Record.Items, body.Items, broken);
        var visibility = await ResolveOwnership(caller, before.Record.Owner, false, chosen, broken);
        broken.Throw();
        return new(before.Record with { Name = body.Name, Items = items }, visibility!);
    }

    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Shortlist>? before,
        Stored<Shortlist>? next
    )
    {
        var writes = (await base.RelatedWrites(caller, before, next)).ToList();
        if (before is null && next is not null && _made is { } sheet)
            writes.Add(KeptSheets.Put(caller, Key, sheet, next.Visibility));
        if (next is null && await Rows.Find(RecordKind.Sheet, Key) is { IsDeleted: false } row)
            writes.AddRange((await LinkRows(default)).Append(row).Select(row => Deletion(caller, row)));
        return writes;
    }

    protected override RecordWrite Write(Caller caller, Stored<Shortlist>? before, Stored<Shortlist>? next) =>
        ShortlistRules.Write(caller, Key, before, next);

    private async Task<Shortlist> Whole(Caller caller, Shortlist shortlist, CancellationToken cancellation) =>
        (Shortlist)(shortlist with { Shown = await Kept(cancellation) }).For(caller);

    private async Task<Sheet?> Kept(CancellationToken cancellation) =>
        KeptSheets.Of(await Rows.Find(RecordKind.Sheet, Key, cancellation));

    private async Task<Stored<Shortlist>> Made(Caller caller, Shortlist body, bool chosen, ValidationErrors broken)
    {
        // A demand of somebody else answers as one that does not exist.
        if (await Demands(caller, body.Demand) is not { IsEmpty: false } demands)
            throw new InvalidException([.. broken.Errors, new("demand", "notOwnDemand")]);
        var owner = demands[0].Owner?.ToString();
        var visibility = await ResolveOwnership(caller, owner, true, chosen, broken);
        broken.Throw();

        var day = time.Today();
        var found = new List<(string, DemandThen Demand, ImmutableArray<RecordState>)>();
        for (var i = 0; i < body.Items.Length; i++)
        {
            if (await Find(caller, body.Items[i].Item, demands, day) is { } item)
                found.Add(item);
            else
                broken.Add($"items[{i}]", "notAMatch");
        }

        broken.Throw();
        var rules = await _rules.Now(found.Select(item => item.Demand.Board), day, default);
        var asked = demands.Where(demand => demand == demands[0] || found.Exists(item => item.Demand == demand));
        var sheet = SheetMaker.Make(day, [.. asked], found, rules)!;
        await _rules.Keep(rules);
        _made = sheet;
        return new(
            new()
            {
                Id = Key,
                Owner = owner,
                Demand = body.Demand,
                Name = body.Name,
                Items =
                [
                    .. body.Items.Zip(
                        sheet.Items,
                        (item, shown) => new ShortlistItem(item.Item, ShortlistRules.NoteOf(item), shown.OfficeOnly)
                    ),
                ],
                Hash = sheet.Hash(),
                KeptAt = time.GetUtcNow(),
            },
            visibility!
        );
    }

    /// <summary>The demand, then the others of its Brief in the Brief's order; empty: not for this caller.</summary>
    private async Task<ImmutableArray<DemandThen>> Demands(Caller caller, string id)
    {
        var all = ImmutableArray.CreateBuilder<DemandThen>();
        if (!RecordIds.IsValid(id) || await Demand(caller, id) is not { } own)
            return [];
        all.Add(own);
        if (
            BriefPlaces.BriefOf(await BriefPlaces.Find(Rows, id)) is { } place
            && await Rows.Find(RecordKind.Brief, place) is { Body: { } brief }
        )
        {
            foreach (var other in RecordJson.Read<Brief>(brief).Demands.Where(other => other != id))
            {
                if (await Demand(caller, other) is { } demand)
                    all.Add(demand);
            }
        }

        return all.ToImmutable();
    }

    private async Task<DemandThen?> Demand(Caller caller, string id) =>
        await _records.Now([new(RecordKind.Demand, id)], default) is [var record]
        && Access.MaySee(caller, record.Visibility)
            ? DemandThen.Of(record)
            : null;

    /// <summary>The match on the first of those boards that has it; null: the caller sees none of that id.</summary>
    private async Task<(string Id, DemandThen Demand, ImmutableArray<RecordState> Records)?> Find(
        Caller caller,
        string id,
        ImmutableArray<DemandThen> demands,
        DateOnly day
    )
    {
        foreach (var demand in demands)
        {
            var records = await _records.Now(SheetRecords.Of(demand.Board, id), default);
            if (
                SheetMaker.ProfileOf(demand, id, records, RulesInForce.None, day) is { } profile
                && demand.Viewer(caller.IsOffice).MaySee(profile)
            )
                return (id, demand, records);
        }

        return null;
    }
}
