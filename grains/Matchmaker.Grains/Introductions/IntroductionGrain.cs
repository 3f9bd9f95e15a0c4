using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Introductions.Timelines;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Introductions;

/// <summary>
/// One introduction. The grain checks who may act; <see cref="IntroductionMoves"/> decides the result. One commit holds
/// the introduction, the letters that it causes, and guards that the parties have not changed since they were read.
/// </summary>
internal sealed partial class IntroductionGrain(
    Database database,
    TimeProvider time,
    Deadlines deadlines,
    LinkSecret links,
    OfficeMailboxes office
) : Grain, IIntroductionGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly TimelineReader _timelines = new(database);

    private string Key => this.GetPrimaryKeyString();

    private IntroductionMoves Moves(string by) => new(by, time.GetUtcNow());

    public async Task<Introduction> Get(Caller caller, CancellationToken cancellation = default)
    {
        var kept = await Authorize(caller);
        await IntroductionSources.RecordView(GrainFactory, caller, kept);
        return kept.Record.AuthorizedView(caller, kept.Visibility)!;
    }

    public async Task<IntroductionStory> Story(Caller caller, CancellationToken cancellation = default)
    {
        var kept = await Authorize(caller);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        await IntroductionSources.RecordView(GrainFactory, caller, kept);
        var letters = await _timelines.Letters(kept.Record, cancellation);
        return new(
            IntroductionTimeline.Of(
                await _timelines.Versions(Key, cancellation),
                await GrainFactory.Outbox().Render([.. letters])
            ),
            SideViews.Of(kept.Record)
        );
    }

    public async Task<LatestChange> Latest(Caller caller)
    {
        var record = await Get(caller);
        if (!caller.IsOffice)
            return new(record, null, record.MovedAt);
        var (actor, at) = await _sources.LastChange(Key);
        return new(record, actor, Instants.Read(at));
    }

    public Task<Introduction> Offer(Caller caller, long expected, Offer offer) =>
        Make(caller, expected, new(PlannedAct.Offer, Offer: offer));

    public async Task<Introduction> Consent(Caller caller, long expected, Person? contact)
    {
        var (stored, side) = await AuthorizeParty(caller, expected);
        CheckPerson(contact);
        return await Save(
            caller,
            stored,
            Moves(caller.Email!)
                .Consent(
                    stored.Record,
                    side,
                    ConsentWay.Account,
                    contact,
                    await VoucherOf(stored.Record, side, caller.Email!)
                )
        );
    }

    public async Task<Introduction> Withdraw(Caller caller, long expected)
    {
        var (stored, side) = await AuthorizeParty(caller, expected);
        return await Save(caller, stored, Moves(caller.Email!).Withdraw(stored.Record, side));
    }

    public async Task<Introduction> Decline(Caller caller, long expected, string? reason)
    {
        var (stored, side) = await AuthorizeParty(caller, expected);
        CheckProse("reason", reason);
        return await Save(caller, stored, Moves(caller.Email!).Decline(stored.Record, side, reason));
    }

    public Task<Introduction> Introduce(Caller caller, long expected) =>
        Make(caller, expected, new(PlannedAct.Introduce));

    public Task<Introduction> Meet(Caller caller, long expected, Meeting meeting) =>
        Make(caller, expected, new(PlannedAct.Meet, Meeting: meeting));

    public Task<Introduction> Rebook(Caller caller, long expected, Meeting meeting) =>
        Make(caller, expected, new(PlannedAct.Rebook, Meeting: meeting));

    public async Task<Introduction> OfferTimes(Caller caller, long expected, Side? side, ImmutableArray<TimeSlot> slots)
    {
        var (stored, of) = caller.IsOffice
            ? (await AuthorizeOfficer(caller, expected, null), side)
            : await AuthorizeOwnSide(caller, expected, side);
        if (of is not { } given)
            throw new InvalidException(new FieldError("side", "required"));
        return await Save(
            caller,
            stored,
            Moves(caller.Email!)
                .OfferTimes(stored.Record, given, SlotRules.Check(slots, time.GetUtcNow()), caller.IsOffice)
        );
    }

    public async Task<PreparedAct> Prepare(Caller caller, Plan plan)
    {
        var stored = await AuthorizeOfficer(caller, null, MoveOf(plan.Act));
        return await Prepared(caller, stored, await Decide(caller, stored, plan));
    }

    public async Task<PreparedAct> PrepareAsking(Caller caller, ImmutableArray<Side> sides, DateOnly day)
    {
        var stored = await AuthorizeOfficer(caller, null, null);
        return await Prepared(caller, stored, Moves(caller.Email!).AskTimes(stored.Record, sides, day));
    }

    public Task<Introduction> CancelMeeting(Caller caller, long expected, string meeting) =>
        Make(caller, expected, new(PlannedAct.CancelMeeting, MeetingId: meeting));

    public Task<Introduction> Conclude(Caller caller, long expected, Conclusion conclusion) =>
        Make(caller, expected, new(PlannedAct.Conclude, Conclusion: conclusion));

    public Task<Introduction> Restart(Caller caller, long expected) => Make(caller, expected, new(PlannedAct.Restart));

    public Task<Introduction> Assign(Caller caller, long expected, string officer) =>
        Make(caller, expected, new(PlannedAct.Assign, Officer: officer));

    public async Task<Introduction> RecordAftercare(Caller caller, long expected, DateOnly? on, string? note)
    {
        var stored = await AuthorizeOfficer(caller, expected, null);
        CheckProse("note", note);
        return await Save(caller, stored, Moves(caller.Email!).RecordAftercare(stored.Record, on, note));
    }

    public async Task<Introduction> AddNote(Caller caller, string text)
    {
        var stored = await AuthorizeOfficer(caller, null, null);
        var broken = new ValidationErrors();
        if (string.IsNullOrWhiteSpace(text))
            broken.Add("text", "required");
        broken.CheckProse("text", text, 2_000);
        broken.Throw();
        return await Save(caller, stored, Moves(caller.Email!).AddNote(stored.Record, text));
    }

    public async Task<Introduction> Look(string tokenHash, string? signedIn)
    {
        var (stored, side, _) = await FindByLink(tokenHash, signedIn);
        return stored.Record.For(side);
    }

    public async Task<Introduction> Answer(
        string tokenHash,
        string? signedIn,
        ConsentAnswer answer,
        Person? contact,
        string? reason
    )
    {
        var (stored, side, link) = await FindByLink(tokenHash, signedIn);
        CheckPerson(contact);
        CheckProse("reason", reason);
        // The holder of the mailbox speaks for the party, in this one introduction.
        var party = new Caller(link.Mailbox, Role.Anonymous, PartyId.Parse(stored.Record.On(side).Party));
        var spent = IntroductionLinks.With(stored.Record, side, null);
        var moves = Moves(link.Mailbox);
        return await Save(
            party,
            stored,
            answer switch
            {
                ConsentAnswer.Yes => moves.Consent(
                    spent,
                    side,
                    ConsentWay.Mail,
                    contact,
                    await VoucherOf(stored.Record, side, link.Mailbox)
                ),
                ConsentAnswer.No => moves.Decline(spent, side, reason),
                _ => moves.Withdraw(spent, side),
            }
        );
    }

    public async Task Remind(CancellationToken cancellation = default)
    {
        if (await Read() is not { } stored)
            return;
        var next = Moves(Caller.System.Email!).Remind(stored.Record, deadlines);
        if (next != stored.Record)
            await Save(Caller.System, stored, next);
    }
}
