using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Demands;

/// <summary>A standing demand.</summary>
internal sealed class DemandGrain(Database database, Vocabulary vocabulary)
    : PartyOwnedGrain<Demand>(RecordKind.Demand, database, RecordKind.Enterprise, RecordKind.Firm),
        IDemandGrain
{
    protected override async ValueTask<Stored<Demand>> Decide(
        Caller caller,
        Demand body,
        Stored<Demand>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var owner = body.Owner ?? before?.Record.Owner ?? caller.Party?.ToString();
        var visibility = await ResolveOwnership(caller, owner, before is null, chosen, broken);
        var taxonomies = await vocabulary.For(body.Board, body.Criteria.IsDefault ? [] : body.Criteria);
        var demand = DemandRecordRules.Check(body with { Owner = owner }, before?.Record, taxonomies, broken);
        broken.Throw();
        return new(demand, visibility!);
    }

    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Demand>? before,
        Stored<Demand>? next
    ) =>
        [
            .. await base.RelatedWrites(caller, before, next),
            .. next is null ? await BriefPlaces.Without(Rows, caller, Key) : [],
        ];

    protected override RecordWrite Write(Caller caller, Stored<Demand>? before, Stored<Demand>? next)
    {
        var demand = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            RecordKind.Demand,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key, .. demand.Name?.All ?? []]),
            null
        );
    }
}

/// <summary>The rules of a standing demand. Pure.</summary>
internal static class DemandRecordRules
{
    public static Demand Check(Demand demand, Demand? before, TaxonomySet taxonomies, ValidationErrors broken)
    {
        broken.CheckText("name", demand.Name, 300);
        if (demand.NotifyAbove is < 0 or > 100)
            broken.Add("notifyAbove", "outOfRange", "0", "100", "");
        if (before is not null && demand.Board != before.Board)
            broken.Add("board", "final");
        if (before is not null && demand.Owner != before.Owner)
            broken.Add("owner", "final");
        if (BoardTable.Find(demand.Board) is not { } board)
        {
            broken.Add("board", "notACode", string.Join(", ", BoardTable.All.Select(known => known.Code)));
            return demand;
        }

        broken.AddRange(DemandRules.CheckCombine(board, demand.Combine));
        var criteria = DemandRules.Check(
            board,
            demand.Criteria.IsDefault ? [] : demand.Criteria,
            "criteria",
            taxonomies
        );
        broken.AddRange(criteria.Errors);
        return criteria.IsOk ? demand with { Criteria = criteria.Value } : demand;
    }
}
