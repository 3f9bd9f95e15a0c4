using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>A standing demand; who may see it, its owner's record decides.</summary>
internal sealed class DemandGrain(Database database) : RecordGrain<Demand>(RecordKind.Demand, database), IDemandGrain
{
    private RecordRow? _owner;

    public override async Task<Demand> Get(Caller caller, CancellationToken cancellation = default)
    {
        // Read each time, because its enterprise may have been marked confidential, or deleted with all that is its own, since.
        var row = RecordIds.IsValid(Key) ? await Rows.Find(RecordKind.Demand, Key, cancellation) : null;
        return Writing.Seen(row is null ? null : Stored<Demand>.Of(row, RecordKind.Demand), caller).Record;
    }

    public override async Task<Saved<Demand>> Put(Caller caller, Demand body, long? expected, bool chosen, CancellationToken cancellation = default)
    {
        Forget();
        return await base.Put(caller, body, expected, chosen, cancellation);
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        Forget();
        await base.Delete(caller, expected, cancellation);
    }

    protected override async ValueTask<Stored<Demand>> Decide(Caller caller, Demand body, Stored<Demand>? before, bool chosen)
    {
        var owner = body.Owner ?? before?.Record.Owner ?? caller.Party;
        if (!caller.IsOffice && owner != caller.Party)
            throw new ForbiddenException();
        var broken = new Broken();
        broken.CheckId(Key);
        var face = await FaceOf(caller, owner);
        if (face is null)
            broken.Add("owner", owner is null ? "required" : "notAParty");
        if (face?.Cleared is not null && before is null && (chosen || !RecordIds.IsGiven(Key)))
            broken.Add("id", "chosenId");
        var demand = DemandRecordRules.Check(body with { Owner = owner }, before?.Record, broken);
        broken.Throw();
        return new(demand, face!);
    }

    protected override RecordWrite Write(Caller caller, Stored<Demand>? before, Stored<Demand>? next)
    {
        var demand = (next ?? before)!.Record;
        return Writing.Write(caller, RecordKind.Demand, Key, before, next, Writing.SearchText([Key, .. demand.Name?.All ?? []]), null);
    }

    // Because an enterprise that is marked confidential at the same moment must not leave this demand open.
    protected override ValueTask<IEnumerable<RecordWrite>> Along(Caller caller, Stored<Demand>? before, Stored<Demand>? next) =>
        new(next is not null && _owner is { } owner
            ? [new(owner.Kind, owner.Id, null, "", owner.Version, null, owner.Face, "", null, Guard: true)]
            : []);

    protected override IEnumerable<string> Boards(Demand record) => [record.Board];

    /// <summary>Null: no party that the caller may see.</summary>
    private async Task<Face?> FaceOf(Caller caller, string? party)
    {
        var (kind, id) = (party ?? "").Split('/', 2) switch
        {
            ["enterprises", var enterprise] => (RecordKind.Enterprise, enterprise),
            ["firms", var firm] => (RecordKind.Firm, firm),
            _ => (null, null),
        };
        if (kind is null || !RecordIds.IsValid(id!) || await Rows.Find(kind, id!) is not { IsDeleted: false } row || !Access.MaySee(caller, row.Face))
            return null;
        _owner = row;
        return new(RecordKind.Demand, party, false, ClearedList.Read(row.Cleared));
    }
}

/// <summary>What a standing demand must keep to.</summary>
internal static class DemandRecordRules
{
    public static Demand Check(Demand demand, Demand? before, Broken broken)
    {
        broken.CheckText("name", demand.Name, 300);
        if (demand.NotifyAbove is < 0 or > 100)
            broken.Add("notifyAbove", "outOfRange", "0", "100", "");
        if (before is not null && demand.Board != before.Board)
            broken.Add("board", "final");
        if (before is not null && demand.Owner != before.Owner)
            broken.Add("owner", "final");
        if (Matching.Boards.Find(demand.Board) is not { } board)
        {
            broken.Add("board", "notACode", string.Join(", ", Matching.Boards.All.Select(one => one.Code)));
            return demand;
        }

        if (demand.Combine is not null && (demand.Combine is < 2 or > 6 || board != Matching.Boards.Sites))
            broken.Add("combine", "outOfRange", "2", "6", "");
        var criteria = DemandRules.Check(board, demand.Criteria.IsDefault ? [] : demand.Criteria, "criteria");
        broken.AddRange(criteria.Errors);
        return criteria.IsOk ? demand with { Criteria = criteria.Value } : demand;
    }
}
