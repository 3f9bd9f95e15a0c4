using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Opportunities;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Enterprises;

/// <summary>An enterprise; who may know of it, may know of its demands and needs, so these move with it.</summary>
internal sealed partial class EnterpriseGrain(Database database)
    : RecordGrain<Enterprise>(RecordKind.Enterprise, database),
        IEnterpriseGrain
{
    private static readonly BoardAttribute Industries = BoardTable.Opportunities.Find("industry")!;

    // What an enterprise leaves behind when it is deleted stays for the record: its introductions, and who knew it by what name.
    private static readonly string[] Mortal =
    [
        RecordKind.Demand,
        RecordKind.Opportunity,
        RecordKind.Enquiry,
        RecordKind.Digest,
        RecordKind.Applicant,
        RecordKind.Told,
    ];

    // All that tells of it, so that it is hidden with it.
    private static readonly string[] OwnKinds =
    [
        .. Mortal,
        RecordKind.Introduction,
        RecordKind.Alias,
        RecordKind.Pair,
        RecordKind.Pin,
        RecordKind.Letter,
        RecordKind.View,
        RecordKind.Refusal,
        RecordKind.Account,
    ];

    private string Party => $"enterprises/{Key}";

    // Kinds whose ids nobody reads who may not read the record.
    private static bool Hides(string kind) => kind is RecordKind.Account || RecordKind.Inner.Contains(kind);

    private static bool Dies(RecordRow owned) => Mortal.Contains(owned.Kind);

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
        if (body.Industry is { } industry && Industries.Values.All(one => one.Code != industry))
            broken.Add("industry", "notACode", string.Join(", ", Industries.Values.Select(one => one.Code)));
        if (!caller.IsOffice && body.Confidential != before?.Record.Confidential)
            broken.Add("confidential", "officeOnly");
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        if (body.Confidential && ((before is null && chosen) || !RecordIds.IsGiven(Key)))
            broken.Add("id", "chosenId");
        if (
            body.Confidential
            && before is { Record.Confidential: false }
            && (await Owned()).Any(one => !Hides(one.Kind) && !RecordIds.IsGiven(one.Id))
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
            .Where(one => next is not null || Dies(one))
            .Select(one => Follow(caller, one, next?.Visibility));
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

    // Because who may know of an enterprise may know of its introductions and of what it may get, desk and programmes know a change of that when the
    // call returns.
    protected override async Task Tell(long sequence, IEnumerable<string> boards)
    {
        await base.Tell(sequence, boards);
        await Task.WhenAll(GrainFactory.Desk().Settle(sequence), GrainFactory.Programmes().Settle(sequence));
    }

    protected override IEnumerable<string> Boards(Enterprise record) => BoardTable.All.Select(board => board.Code);

    // Because a demand may have been saved between the reading of the list and the commit. One saved later knows of the change.
    private async Task Settle(Caller caller)
    {
        var visibility = Current?.Visibility;
        var left = (await Owned())
            .Where(one =>
                visibility is null ? Dies(one) : !WritePreconditions.IsSame(one.Visibility, FaceUnder(one, visibility))
            )
            .ToList();
        if (left.Count > 0)
            await Tell(
                await Commit([.. left.Select(one => Follow(caller, one, visibility))]),
                BoardTable.All.Select(board => board.Code)
            );
    }

    /// <param name="visibility">The enterprise's; null: it is deleted.</param>
    private static RecordWrite Follow(Caller caller, RecordRow owned, Visibility? visibility) =>
        new(
            owned.Kind,
            owned.Id,
            null,
            caller.Email ?? "",
            owned.Version,
            null,
            visibility is null ? owned.Visibility : FaceUnder(owned, visibility),
            "",
            null,
            Touch: visibility is not null
        );

    private static Visibility FaceUnder(RecordRow owned, Visibility visibility)
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

    // Because clearance is given by an officer who knows of the project, whoever marks it confidential is the first.
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
