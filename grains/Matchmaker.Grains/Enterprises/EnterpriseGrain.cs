using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Opportunities;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Enterprises;

/// <summary>An enterprise. The visibility of its demands and needs follows its own.</summary>
internal sealed partial class EnterpriseGrain(Database database)
    : RecordGrain<Enterprise>(RecordKind.Enterprise, database),
        IEnterpriseGrain
{
    private static readonly BoardAttribute Industries = BoardTable.Opportunities.Find("industry")!;

    // Records that tell of the enterprise are hidden with it.
    private static readonly string[] OwnKinds =
    [
        .. KindTable.All.Where(kind => kind.Tie is not OwnerTie.None).Select(kind => kind.Code),
    ];

    private PartyId Party => PartyId.Enterprise(Key);

    // Only readers of such a record can read its id.
    private static bool HidesIds(string kind) => KindTable.Of(kind).Readers is KindReaders.Admin or KindReaders.Nobody;

    // Its introductions and aliases stay when it is deleted: others rely on them.
    private static bool Dies(RecordRow owned) => KindTable.Of(owned.Kind).Tie is OwnerTie.Deleted;

    public override async Task<Saved<Enterprise>> Put(
        Caller caller,
        Enterprise body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        var saved = await base.Put(caller, body, expected, chosen, cancellation);
        await Settle(caller);
        return saved;
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        await base.Delete(caller, expected, cancellation);
        await Settle(caller);
    }

    protected override async ValueTask<Stored<Enterprise>> Decide(
        Caller caller,
        Enterprise body,
        Stored<Enterprise>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        broken.CheckId(Key);
        broken.CheckText("name", body.Name, 300);
        if (body.Industry is { } industry && Industries.Values.All(entry => entry.Code != industry))
            broken.Add("industry", "notACode", string.Join(", ", Industries.Values.Select(entry => entry.Code)));
        if (!caller.IsOffice && body.Confidential != before?.Record.Confidential)
            broken.Add("confidential", "officeOnly");
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        if (body.Confidential && ((before is null && chosen) || !RecordIds.IsGiven(Key)))
            broken.Add("id", "chosenId");
        if (
            body.Confidential
            && before is { Record.Confidential: false }
            && (await Owned()).Any(row => !HidesIds(row.Kind) && !RecordIds.IsGiven(row.Id))
        )
            broken.Add("confidential", "chosenId");
        broken.Throw();
        return new(body, new(RecordKind.Enterprise, Party, false, Cleared(caller, body, before)));
    }

    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Enterprise>? before,
        Stored<Enterprise>? next
    )
    {
        if (before is null || (next is not null && WritePreconditions.IsSame(before.Visibility, next.Visibility)))
            return [];
        return (await Owned())
            .Where(row => next is not null || Dies(row))
            .Select(row => Follow(caller, row, next?.Visibility));
    }

    protected override RecordWrite Write(Caller caller, Stored<Enterprise>? before, Stored<Enterprise>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Enterprise,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key, .. (next ?? before)!.Record.Name?.All ?? []]),
            null
        );

    // A record may have been saved between the reading of the list and the commit; a later one sees the change.
    private async Task Settle(Caller caller)
    {
        var visibility = Current?.Visibility;
        var left = (await Owned())
            .Where(row =>
                visibility is null
                    ? Dies(row)
                    : !WritePreconditions.IsSame(row.Visibility, VisibilityUnder(row, visibility))
            )
            .ToList();
        if (left.Count > 0)
            await WaitForProjections(
                await Commit([.. left.Select(row => Follow(caller, row, visibility))]),
                Current?.Record
            );
    }

    /// <param name="visibility">The enterprise's; null: it is deleted.</param>
    private static RecordWrite Follow(Caller caller, RecordRow owned, Visibility? visibility) =>
        visibility is null
            ? new RecordWrite.Delete(owned.Kind, owned.Id, owned.Version, caller.Email ?? "", owned.Visibility)
            : new RecordWrite.Touch(
                owned.Kind,
                owned.Id,
                owned.Version,
                caller.Email ?? "",
                VisibilityUnder(owned, visibility)
            );

    private static Visibility VisibilityUnder(RecordRow owned, Visibility visibility)
    {
        var under = owned.Visibility with { Cleared = visibility.Cleared };
        return owned is { Kind: RecordKind.Opportunity, Body: { } body }
            ? under with
            {
                Visible = OpportunityGrain.IsVisible(RecordJson.Read<Opportunity>(body), under),
            }
            : under;
    }

    private Task<IReadOnlyList<RecordRow>> Owned() => Rows.ListByParty(OwnKinds, Party);

    // The officer who marks the project confidential is the first to be cleared, and clears the others.
    private static ImmutableArray<string>? Cleared(Caller caller, Enterprise body, Stored<Enterprise>? before)
    {
        if (!body.Confidential)
            return null;
        var cleared = before?.Visibility.Cleared ?? [];
        return
            caller is { IsOffice: true, Email: { } email } && !cleared.Contains(email, StringComparer.OrdinalIgnoreCase)
            ? cleared.Add(email)
            : cleared;
    }
}
