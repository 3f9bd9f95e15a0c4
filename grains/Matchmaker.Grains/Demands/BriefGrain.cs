using Matchmaker.Contracts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Demands;

/// <summary>A Brief, which groups demands that exist.</summary>
internal sealed class BriefGrain(Database database)
    : PartyOwnedGrain<Brief>(RecordKind.Brief, database, RecordKind.Enterprise, RecordKind.Firm),
        IBriefGrain
{
    // As they were checked: what is written is what was checked, or is refused because it has changed since.
    private readonly Dictionary<string, (RecordRow Demand, RecordRow? Place)> _checked = new(StringComparer.Ordinal);

    protected override async ValueTask<Stored<Brief>> Decide(
        Caller caller,
        Brief body,
        Stored<Brief>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var owner = body.Owner ?? before?.Record.Owner ?? caller.Party?.ToString();
        var visibility = await ResolveOwnership(caller, owner, before is null, chosen, broken);
        var brief = body with { Owner = owner, Demands = body.Demands.IsDefault ? [] : body.Demands };
        BriefRules.Check(brief, before?.Record, broken);
        if (visibility is not null && brief.Demands.Length <= BriefRules.MaxDemands)
            BriefRules.CheckDemands(Key, brief, await Members(brief), broken);
        broken.Throw();
        return new(brief, visibility!);
    }

    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Brief>? before,
        Stored<Brief>? next
    )
    {
        var writes = (await base.RelatedWrites(caller, before, next)).ToList();
        var (had, has) = (before?.Record.Demands ?? [], next?.Record.Demands ?? []);
        foreach (var demand in has.Except(had))
        {
            // A demand that is deleted at the same moment must not stay in the Brief.
            var (row, place) = _checked[demand];
            writes.Add(new RecordWrite.Guard(RecordKind.Demand, demand, row.Version));
            writes.Add(BriefPlaces.Take(caller, demand, place, Key, next!.Visibility));
        }

        foreach (var demand in had.Except(has))
        {
            if (await BriefPlaces.Find(Rows, demand) is { } place && BriefPlaces.BriefOf(place) == Key)
                writes.Add(BriefPlaces.Leave(caller, place));
        }

        return writes;
    }

    protected override RecordWrite Write(Caller caller, Stored<Brief>? before, Stored<Brief>? next) =>
        BriefRules.Write(caller, Key, before, next);

    private async Task<List<BriefMember>> Members(Brief brief)
    {
        _checked.Clear();
        var members = new List<BriefMember>();
        foreach (var id in brief.Demands)
        {
            var row = RecordIds.IsValid(id) ? await Rows.Find(RecordKind.Demand, id) : null;
            if (row is not { IsDeleted: false, Body: { } body })
            {
                members.Add(new(null, null, null));
                continue;
            }

            var place = await BriefPlaces.Find(Rows, id);
            _checked[id] = (row, place);
            members.Add(new(RecordJson.Read<Demand>(body).Board, row.Owner, BriefPlaces.BriefOf(place)));
        }

        return members;
    }
}

/// <summary>What is known of a demand that a Brief names.</summary>
/// <param name="Board">Null: there is no such demand.</param>
/// <param name="Owner">The party that seeks.</param>
/// <param name="Brief">The Brief that it is in; null: none.</param>
internal sealed record BriefMember(string? Board, string? Owner, string? Brief);

/// <summary>What a Brief must keep to. Pure.</summary>
internal static class BriefRules
{
    /// <summary>The maximum number of demands named; more boards there are not.</summary>
    public const int MaxDemands = 20;

    public static void Check(Brief brief, Brief? before, ValidationErrors broken)
    {
        broken.CheckText("name", brief.Name, 300);
        broken.CheckProse("text", brief.Text, 2_000);
        if (before is not null && brief.Owner != before.Owner)
            broken.Add("owner", "final");
        if (brief.Demands.Length > MaxDemands)
            broken.Add("demands", "tooMany", $"{MaxDemands}");
    }

    /// <param name="id">The Brief's own.</param>
    /// <param name="members">One for each of the Brief's demands.</param>
    public static void CheckDemands(string id, Brief brief, List<BriefMember> members, ValidationErrors broken)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            // A demand of somebody else answers as one that does not exist.
            if (member.Board is null || member.Owner != brief.Owner)
                broken.Add($"demands[{i}]", "notOwnDemand");
            else if (member.Brief is { } other && other != id)
                broken.Add($"demands[{i}]", "inOtherBrief");
            else if (members.Take(i).Any(earlier => earlier.Board == member.Board && earlier.Owner == brief.Owner))
                broken.Add($"demands[{i}]", "boardTwice", member.Board);
        }
    }

    public static RecordWrite Write(Caller caller, string id, Stored<Brief>? before, Stored<Brief>? next)
    {
        var brief = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            RecordKind.Brief,
            id,
            before,
            next,
            WritePreconditions.SearchText([id, .. brief.Name?.All ?? [], brief.Text]),
            null
        );
    }
}
