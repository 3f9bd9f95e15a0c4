using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>An enterprise; who may know of it, may know of its demands, so these move with it.</summary>
internal sealed class EnterpriseGrain(Database database) : RecordGrain<Enterprise>(RecordKind.Enterprise, database), IEnterpriseGrain
{
    private static readonly BoardAttribute Industries = Matching.Boards.Opportunities.Find("industry")!;

    private string Party => $"enterprises/{Key}";

    protected override async ValueTask<Stored<Enterprise>> Decide(Caller caller, Enterprise body, Stored<Enterprise>? before, bool chosen)
    {
        var broken = new Broken();
        broken.CheckId(Key);
        broken.CheckText("name", body.Name, 300);
        if (body.Industry is { } industry && Industries.Values.All(one => one.Code != industry))
            broken.Add("industry", "notACode", string.Join(", ", Industries.Values.Select(one => one.Code)));
        if (!caller.IsOffice && body.Confidential != before?.Record.Confidential)
            broken.Add("confidential", "officeOnly");
        if (body.Confidential && ((before is null && chosen) || !RecordIds.IsGiven(Key)))
            broken.Add("id", "chosenId");
        if (body.Confidential && before is { Record.Confidential: false } && (await Demands()).Any(demand => !RecordIds.IsGiven(demand.Id)))
            broken.Add("confidential", "chosenId");
        broken.Throw();
        return new(body, new(RecordKind.Enterprise, Party, false, Cleared(caller, body, before)));
    }

    protected override async ValueTask<IEnumerable<RecordWrite>> Along(Caller caller, Stored<Enterprise>? before, Stored<Enterprise>? next)
    {
        if (before is null || (next is not null && Writing.IsSame(before.Face, next.Face)))
            return [];
        return (await Demands()).Select(demand => new RecordWrite(
            RecordKind.Demand, demand.Id, null, caller.Email ?? "", demand.Version, null,
            demand.Face(RecordKind.Demand) with { Cleared = next?.Face.Cleared ?? before.Face.Cleared },
            "", null, Touch: next is not null));
    }

    protected override RecordWrite Write(Caller caller, Stored<Enterprise>? before, Stored<Enterprise>? next) => Writing.Write(
        caller, RecordKind.Enterprise, Key, before, next, Writing.SearchText([Key, .. (next ?? before)!.Record.Name?.All ?? []]), null);

    protected override IEnumerable<string> Boards(Enterprise record) => Matching.Boards.All.Select(board => board.Code);

    private Task<IReadOnlyList<RecordRow>> Demands() => Rows.ListByOwner(RecordKind.Demand, Party);

    // Because clearance is given by an officer who knows of the project, whoever marks it confidential is the first.
    private static ImmutableArray<string>? Cleared(Caller caller, Enterprise body, Stored<Enterprise>? before)
    {
        if (!body.Confidential)
            return null;
        var cleared = before?.Face.Cleared ?? [];
        return caller is { IsOffice: true, Email: { } email } && !cleared.Contains(email, StringComparer.OrdinalIgnoreCase) ? cleared.Add(email) : cleared;
    }
}
