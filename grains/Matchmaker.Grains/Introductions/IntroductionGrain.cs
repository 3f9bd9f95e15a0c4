using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Introductions;

/// <summary>
/// One introduction: who may act is checked here, what an act makes of it is <see cref="IntroductionMoves"/>, and what is kept with it is in the
/// same commit: the letters that it causes, and that the parties are still as they were read.
/// </summary>
internal sealed partial class IntroductionGrain(
    Database database,
    TimeProvider time,
    Deadlines deadlines,
    LinkSecret links
) : Grain, IIntroductionGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);

    private string Key => this.GetPrimaryKeyString();

    private IntroductionMoves Moves(string by) => new(by, time.GetUtcNow());

    public async Task<Introduction> Get(Caller caller, CancellationToken cancellation = default)
    {
        var kept = await Kept(caller);
        if (kept.Visibility.Cleared is not null)
            await GrainFactory
                .Views()
                .Record(caller, [kept.Record.Seeker.Party!, kept.Record.Counterpart.Party!], RecordKind.Introduction);
        return Access.AuthorizedView(caller, kept.Record, kept.Visibility)!;
    }

    public async Task<Introduction> Offer(Caller caller, long expected, Offer offer)
    {
        var it = await OfficersTurn(caller, expected, Act.Offer);
        var broken = new ValidationErrors();
        broken.CheckProse("override", offer.Override, 2_000);
        var (demand, subject) = (
            await GrainFactory.Demand(it.Record.Demand!).Get(caller),
            await _sources.Match(it.Record.Board, it.Record.Match!)
        );
        if (subject is null)
            broken.Add("match", "notAMatch");
        var (seeker, counterpart) = await Parties(it.Record);
        var teaser = TeaserRules.OfSeeker(seeker.Enterprise, demand);
        await CheckTeaser(seeker, teaser, offer.Override, broken);
        var (seekerMailbox, counterpartMailbox) = (
            await Mailbox(seeker.Party, offer.SeekerMailbox, "seekerMailbox", broken),
            await Mailbox(counterpart.Party, offer.CounterpartMailbox, "counterpartMailbox", broken)
        );
        broken.Throw();
        return await Save(
            caller,
            it,
            Moves(caller.Email!)
                .Offer(
                    it.Record,
                    it.Record.Seeker with
                    {
                        Teaser = teaser,
                        Mailbox = seekerMailbox,
                    },
                    it.Record.Counterpart with
                    {
                        Teaser = TeaserRules.OfCounterpart(subject!.Values),
                        Mailbox = counterpartMailbox,
                    },
                    offer.Override
                )
        );
    }

    public async Task<Introduction> Consent(Caller caller, long expected, Person? contact)
    {
        var (it, side) = await PartysTurn(caller, expected);
        CheckPerson(contact);
        return await Save(caller, it, Moves(caller.Email!).Consent(it.Record, side, ConsentWay.Account, contact));
    }

    public async Task<Introduction> Withdraw(Caller caller, long expected)
    {
        var (it, side) = await PartysTurn(caller, expected);
        return await Save(caller, it, Moves(caller.Email!).Withdraw(it.Record, side));
    }

    public async Task<Introduction> Decline(Caller caller, long expected, string? reason)
    {
        var (it, side) = await PartysTurn(caller, expected);
        CheckProse("reason", reason);
        return await Save(caller, it, Moves(caller.Email!).Decline(it.Record, side, reason));
    }

    public async Task<Introduction> Introduce(Caller caller, long expected)
    {
        var it = await OfficersTurn(caller, expected, Act.Introduce);
        var (seeker, counterpart) = await Parties(it.Record);
        var subject = await _sources.Match(it.Record.Board, it.Record.Match!);
        return await Save(
            caller,
            it,
            Moves(caller.Email!)
                .Introduce(
                    it.Record,
                    await DetailsOf(it.Record.Seeker, seeker, null),
                    await DetailsOf(it.Record.Counterpart, counterpart, subject?.Address)
                )
        );
    }

    public async Task<Introduction> Meet(Caller caller, long expected, Meeting meeting)
    {
        var it = await OfficersTurn(caller, expected, Act.Meet);
        return await Save(
            caller,
            it,
            Moves(caller.Email!).Meet(it.Record, MeetingRules.Check(it.Record, meeting, time.GetUtcNow()))
        );
    }

    public async Task<Introduction> Rebook(Caller caller, long expected, Meeting meeting)
    {
        var it = await OfficersTurn(caller, expected, null);
        if (meeting.Id.Length > 0 && it.Record.Meetings.All(one => one.Id != meeting.Id))
            throw new NotFoundException();
        return await Save(
            caller,
            it,
            IntroductionMoves.Rebook(it.Record, MeetingRules.Check(it.Record, meeting, time.GetUtcNow()))
        );
    }

    public async Task<Introduction> Conclude(Caller caller, long expected, Conclusion conclusion)
    {
        var it = await OfficersTurn(caller, expected, Act.Conclude);
        CheckProse("reason", conclusion.Reason);
        return await Save(caller, it, Moves(caller.Email!).Conclude(it.Record, conclusion));
    }

    public async Task<Introduction> Restart(Caller caller, long expected)
    {
        var it = await OfficersTurn(caller, expected, Act.Restart);
        return await Save(caller, it, Moves(caller.Email!).Restart(it.Record));
    }

    public async Task<Introduction> Assign(Caller caller, long expected, string officer)
    {
        var it = await OfficersTurn(caller, expected, null);
        var next = IntroductionMoves.Assign(it.Record, Email.Normal(officer));
        var broken = new ValidationErrors();
        // Because who is not cleared must not learn of it by being given it.
        if (
            await GrainFactory.Account(next.Officer!).Standing() is not { } standing
            || !Access.IsOfficeFor(standing.Caller, it.Visibility)
        )
            broken.Add("officer", "notAnOfficer", next.Officer!);
        else if (await Interests.Touch(GrainFactory, next.Officer!, it.Record))
            broken.Add("officer", "declaredInterest");
        broken.Throw();
        return await Save(caller, it, next);
    }

    public async Task<Introduction> RecordAftercare(Caller caller, long expected, DateOnly? on, string? note)
    {
        var it = await OfficersTurn(caller, expected, null);
        CheckProse("note", note);
        return await Save(caller, it, Moves(caller.Email!).RecordAftercare(it.Record, on, note));
    }

    public async Task<Introduction> Look(string tokenHash)
    {
        var (it, side, _) = await Linked(tokenHash);
        return it.Record.For(side);
    }

    public async Task<Introduction> Answer(string tokenHash, ConsentAnswer answer, Person? contact, string? reason)
    {
        var (it, side, link) = await Linked(tokenHash);
        CheckPerson(contact);
        CheckProse("reason", reason);
        // Whoever reads the mailbox speaks for the party, as far as this one introduction goes.
        var party = new Caller(link.Mailbox, Role.Anonymous, it.Record.On(side).Party);
        var spent = IntroductionLinks.With(it.Record, side, null);
        var moves = Moves(link.Mailbox);
        return await Save(
            party,
            it,
            answer switch
            {
                ConsentAnswer.Yes => moves.Consent(spent, side, ConsentWay.Mail, contact),
                ConsentAnswer.No => moves.Decline(spent, side, reason),
                _ => moves.Withdraw(spent, side),
            }
        );
    }

    public async Task Remind(CancellationToken cancellation = default)
    {
        if (await Read() is not { } it)
            return;
        var next = Moves(Caller.System.Email!).Remind(it.Record, deadlines);
        if (next != it.Record)
            await Save(Caller.System, it, next);
    }
}
