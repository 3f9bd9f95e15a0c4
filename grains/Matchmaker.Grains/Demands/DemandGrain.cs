using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>A standing demand; who may see it, its owner's record decides.</summary>
internal sealed class DemandGrain(Database database) : RecordGrain<Demand>(RecordKind.Demand, database), IDemandGrain
{
    public override async Task<Demand> Get(Caller caller, CancellationToken cancellation = default)
    {
        await Load(cancellation); // because its enterprise may have been marked confidential since
        return await base.Get(caller, cancellation);
    }

    public override async Task<Saved<Demand>> Put(Caller caller, Demand body, long? expected, bool chosen, CancellationToken cancellation = default)
    {
        await Load(cancellation);
        return await base.Put(caller, body, expected, chosen, cancellation);
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        await Load(cancellation);
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
        if (kind is null || await Rows.Find(kind, id!) is not { Deleted: 0 } row || !Access.MaySee(caller, row.Face(kind)))
            return null;
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
