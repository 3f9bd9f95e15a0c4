using Matchmaker.Contracts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Demands;

/// <summary>The Brief that a demand is in; its id is the demand's.</summary>
internal sealed record BriefPlace : Record
{
    public required string Brief { get; init; }
}

/// <summary>
/// Keeps one record for each demand in a Brief, so that two Briefs that take the same demand at the same moment cannot
/// both be committed.
/// </summary>
internal static class BriefPlaces
{
    /// <summary>Null or a deleted row: the demand is in no Brief.</summary>
    public static Task<RecordRow?> Find(RecordRepository rows, string demand) =>
        rows.Find(RecordKind.BriefPlace, demand);

    /// <summary>The Brief that the row says; null: none.</summary>
    public static string? BriefOf(RecordRow? place) =>
        place is { IsDeleted: false, Body: { } body } ? RecordJson.Read<BriefPlace>(body).Brief : null;

    public static RecordWrite Take(
        Caller caller,
        string demand,
        RecordRow? place,
        string brief,
        Visibility visibility
    ) =>
        new RecordWrite.Put(
            RecordKind.BriefPlace,
            demand,
            place is { IsDeleted: false } ? place.Version : 0,
            caller.Email ?? "",
            RecordJson.Write(new BriefPlace { Brief = brief }),
            visibility with
            {
                Kind = RecordKind.BriefPlace,
            }
        );

    public static RecordWrite Leave(Caller caller, RecordRow place) =>
        new RecordWrite.Delete(RecordKind.BriefPlace, place.Id, place.Version, caller.Email ?? "", place.Visibility);

    /// <summary>What a demand's deletion writes: its Brief goes on without it.</summary>
    public static async Task<IEnumerable<RecordWrite>> Without(RecordRepository rows, Caller caller, string demand)
    {
        var place = await Find(rows, demand);
        if (BriefOf(place) is not { } id || await rows.Find(RecordKind.Brief, id) is not { IsDeleted: false } row)
            return [];
        var brief = Stored<Brief>.Of(row, RecordKind.Brief)!;
        var next = brief with { Record = brief.Record with { Demands = brief.Record.Demands.Remove(demand) } };
        return [Leave(caller, place!), BriefRules.Write(caller, id, brief, next)];
    }
}
