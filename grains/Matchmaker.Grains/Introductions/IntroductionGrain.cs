using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Officers;
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

    private string Key => this.GetPrimaryKeyString();

    private IntroductionMoves Moves(string by) => new(by, time.GetUtcNow());

    public async Task<Introduction> Get(Caller caller, CancellationToken cancellation = default)
    {
        var kept = await Authorize(caller);
        if (kept.Visibility.Cleared is not null)
            await GrainFactory
                .Views()
                .Record(caller, IntroductionSources.PartiesOf(kept.Record), RecordKind.Introduction);
        return kept.Record.AuthorizedView(caller, kept.Visibility)!;
    }

    public async Task<LatestChange> Latest(Caller caller)
    {
        var record = await Get(caller);
        if (!caller.IsOffice)
            return new(record, null, record.MovedAt);
        var (actor, at) = await _sources.LastChange(Key);
        return new(record, actor, Instants.Read(at));
    }

    public async Task<Introduction> Offer(Caller caller, long expected, Offer offer)
    {
        var stored = await AuthorizeOfficer(caller, expected, IntroductionAct.Offer);
        var broken = new ValidationErrors();
        broken.CheckProse("override", offer.Override, 2_000);
        var (demand, subject) = (
            await GrainFactory.Demand(stored.Record.Demand!).Get(caller),
            await _sources.Match(stored.Record.Board, stored.Record.Match!)
        );
        if (subject is null)
            broken.Add("match", "notAMatch");
        var (seeker, counterpart) = await Parties(stored.Record);
        var teaser = TeaserRules.OfSeeker(seeker.Enterprise, demand);
        await CheckTeaser(seeker, teaser, offer.Override, broken);
        var (seekerSide, counterpartSide) = await Mailboxes(caller, stored.Record, seeker, counterpart, offer, broken);
        broken.Throw();
        return await Save(
            caller,
            stored,
            Moves(caller.Email!)
                .Offer(
                    stored.Record,
                    seekerSide with
                    {
                        Teaser = teaser,
                    },
                    counterpartSide with
                    {
                        Teaser = TeaserRules.OfCounterpart(subject!.Values),
                    },
                    offer.Override
                )
        );
    }

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

    public async Task<Introduction> Introduce(Caller caller, long expected)
    {
        var stored = await AuthorizeOfficer(caller, expected, IntroductionAct.Introduce);
        var (seeker, counterpart) = await Parties(stored.Record);
        var subject = await _sources.Match(stored.Record.Board, stored.Record.Match!);
        return await Save(
            caller,
            stored,
            Moves(caller.Email!)
                .Introduce(
                    stored.Record,
                    await DetailsOf(stored.Record.Seeker, seeker, null),
                    await DetailsOf(stored.Record.Counterpart, counterpart, subject?.Address)
                )
        );
    }

    public async Task<Introduction> Meet(Caller caller, long expected, Meeting meeting)
    {
        var stored = await AuthorizeOfficer(caller, expected, IntroductionAct.Meet);
        return await Save(
            caller,
            stored,
            Moves(caller.Email!).Meet(stored.Record, MeetingRules.Check(stored.Record, meeting, time.GetUtcNow()))
        );
    }

    public async Task<Introduction> Rebook(Caller caller, long expected, Meeting meeting)
    {
        var stored = await AuthorizeOfficer(caller, expected, null);
        if (meeting.Id.Length > 0)
            Booked(stored.Record, meeting.Id);
        return await Save(
            caller,
            stored,
            IntroductionMoves.Rebook(stored.Record, MeetingRules.Check(stored.Record, meeting, time.GetUtcNow()))
        );
    }

    public async Task<Introduction> CancelMeeting(Caller caller, long expected, string meeting)
    {
        var stored = await AuthorizeOfficer(caller, expected, null);
        var booked = Booked(stored.Record, meeting);
        if (!booked.IsAhead(time.GetUtcNow()))
            throw new InvalidException(new FieldError("at", "notInTheFuture"));
        return await Save(caller, stored, IntroductionMoves.Cancel(stored.Record, booked));
    }

    public async Task<Introduction> Conclude(Caller caller, long expected, Conclusion conclusion)
    {
        var stored = await AuthorizeOfficer(caller, expected, IntroductionAct.Conclude);
        CheckConclusion(conclusion);
        return await Save(caller, stored, Moves(caller.Email!).Conclude(stored.Record, conclusion));
    }

    public async Task<Introduction> Restart(Caller caller, long expected)
    {
        var stored = await AuthorizeOfficer(caller, expected, IntroductionAct.Restart);
        return await Save(caller, stored, Moves(caller.Email!).Restart(stored.Record));
    }

    public async Task<Introduction> Assign(Caller caller, long expected, string officer)
    {
        var stored = await AuthorizeOfficer(caller, expected, null);
        var next = Moves(caller.Email!).Assign(stored.Record, Email.Normal(officer));
        var broken = new ValidationErrors();
        // An assignment must not reveal the introduction to an officer who is not cleared.
        if (
            await GrainFactory.Account(next.Officer!).Standing() is not { } standing
            || !Access.IsOfficeFor(standing.Caller, stored.Visibility)
        )
            broken.Add("officer", "notAnOfficer", next.Officer!);
        else if (await Interests.Touch(GrainFactory, next.Officer!, stored.Record))
            broken.Add("officer", "declaredInterest");
        broken.Throw();
        return await Save(caller, stored, next);
    }

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
