using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Introductions;

// What officers do. An act and its preview take the same way up to the commit.
internal sealed partial class IntroductionGrain
{
    public async Task<ActPreview> Preview(Caller caller, long expected, Plan plan)
    {
        var stored = await AuthorizeOfficer(caller, expected, MoveOf(plan.Act));
        var was = stored.Record;
        var told = await Told(was, await Decide(caller, stored, plan));
        var next = IntroductionView.Settled(was, told.Named, deadlines);
        var read = await GrainFactory.Outbox().Render(told.Letters);
        return new(
            [
                .. told.Letters.Zip(
                    read,
                    (letter, text) =>
                        new LetterPreview(
                            SideOf(next, letter),
                            text.To,
                            text.Subject,
                            text.Text,
                            text.Language,
                            letter.Link is not null,
                            letter.Meeting is not null
                        )
                ),
            ],
            SideViews.Of(next)
        );
    }

    /// <summary>An officer's act: checked, decided and written.</summary>
    private async Task<Introduction> Make(Caller caller, long expected, Plan plan)
    {
        var stored = await AuthorizeOfficer(caller, expected, MoveOf(plan.Act));
        return await Save(caller, stored, await Decide(caller, stored, plan));
    }

    /// <summary>The introduction after an officer's act. Reads only.</summary>
    private async Task<Introduction> Decide(Caller caller, Stored<Introduction> stored, Plan plan)
    {
        var (introduction, moves) = (stored.Record, Moves(caller.Email!));
        switch (plan.Act)
        {
            case PlannedAct.Offer:
                return await Offered(caller, introduction, plan.Offer ?? new());
            case PlannedAct.Restart:
                return moves.Restart(introduction);
            case PlannedAct.Introduce:
                return await Introduced(caller, introduction);
            case PlannedAct.Meet:
                return moves.Meet(introduction, Checked(introduction, plan));
            case PlannedAct.Rebook:
                if (plan.Meeting?.Id is { Length: > 0 } known)
                    Booked(introduction, known);
                return IntroductionMoves.Rebook(introduction, Checked(introduction, plan));
            case PlannedAct.CancelMeeting:
                var booked = Booked(introduction, Given(plan.MeetingId, "meetingId"));
                return booked.IsAhead(time.GetUtcNow())
                    ? IntroductionMoves.Cancel(introduction, booked)
                    : throw new InvalidException(new FieldError("at", "notInTheFuture"));
            case PlannedAct.Conclude:
                var conclusion = Given(plan.Conclusion, "conclusion");
                CheckConclusion(conclusion);
                return moves.Conclude(introduction, conclusion);
            case PlannedAct.Assign:
                return await Assigned(caller, stored, Given(plan.Officer, "officer"));
            case PlannedAct.Remind:
                return introduction.DueOn is { } day
                    ? new IntroductionMoves(Caller.System.Email!, day.At(Deadlines.Opening)).Remind(
                        introduction,
                        deadlines
                    )
                    : introduction;
            default:
                throw new InvalidException(new FieldError("act", "required"));
        }
    }

    // What changes nothing is still guarded: it must be so when the commit is made.
    private async Task<PreparedAct> Prepared(Caller caller, Stored<Introduction> stored, Introduction after) =>
        await WritesOf(caller, stored.Record, after, stored.Visibility)
        ?? new([new RecordWrite.Guard(RecordKind.Introduction, Key, stored.Record.Version)], stored.Record);

    private async Task<(Stored<Introduction> Stored, Side? Side)> AuthorizeOwnSide(
        Caller caller,
        long expected,
        Side? side
    )
    {
        var (stored, own) = await AuthorizeParty(caller, expected);
        return side is null || side == own ? (stored, own) : throw new ForbiddenException();
    }

    private async Task<Introduction> Offered(Caller caller, Introduction introduction, Offer offer)
    {
        var broken = new ValidationErrors();
        broken.CheckProse("override", offer.Override, 2_000);
        var (demand, subject) = (
            await GrainFactory.Demand(introduction.Demand!).Get(caller),
            await _sources.Match(introduction.Board, introduction.Match!)
        );
        if (subject is null)
            broken.Add("match", "notAMatch");
        var (seeker, counterpart) = await Parties(introduction);
        var teaser = TeaserRules.OfSeeker(seeker.Enterprise, demand);
        await CheckTeaser(seeker, teaser, offer.Override, broken);
        var (seekerSide, counterpartSide) = await Mailboxes(caller, introduction, seeker, counterpart, offer, broken);
        broken.Throw();
        return Moves(caller.Email!)
            .Offer(
                introduction,
                seekerSide with
                {
                    Teaser = teaser,
                },
                counterpartSide with
                {
                    Teaser = TeaserRules.OfCounterpart(subject!.Values),
                },
                offer.Override
            );
    }

    private async Task<Introduction> Introduced(Caller caller, Introduction introduction)
    {
        var (seeker, counterpart) = await Parties(introduction);
        var subject = await _sources.Match(introduction.Board, introduction.Match!);
        return Moves(caller.Email!)
            .Introduce(
                introduction,
                await DetailsOf(introduction.Seeker, seeker, null),
                await DetailsOf(introduction.Counterpart, counterpart, subject?.Address)
            );
    }

    private async Task<Introduction> Assigned(Caller caller, Stored<Introduction> stored, string officer)
    {
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
        return next;
    }

    private Meeting Checked(Introduction introduction, Plan plan) =>
        MeetingRules.Check(introduction, Given(plan.Meeting, "meeting"), time.GetUtcNow());

    private async Task CheckTeaser(PartyFacts seeker, Teaser teaser, string? why, ValidationErrors broken)
    {
        if (!seeker.IsConfidential || !string.IsNullOrWhiteSpace(why))
            return;
        var plausible = TeaserRules.Plausible(teaser, await _sources.KnownWith(seeker.Row.Id));
        if (plausible < TeaserRules.MinCandidates)
            broken.Add("override", "teaserTooTelling", $"{plausible}", $"{TeaserRules.MinCandidates}");
    }

    private async Task<Details> DetailsOf(Participant side, PartyFacts party, LocalText? place)
    {
        var people = await _sources.People(party.Party);
        ImmutableArray<Person> told =
            side.Consent?.Contact is { } contact ? [contact]
            : people.Count > 0 ? [.. people.Select(address => new Person(Email: address))]
            : side.Mailbox is { } mailbox ? [new Person(Email: mailbox)]
            : [];
        return new(party.Name, place ?? party.Address, told);
    }

    /// <exception cref="NotFoundException">There is no such meeting, or it is cancelled.</exception>
    private static Meeting Booked(Introduction introduction, string meeting) =>
        introduction.Meetings.FirstOrDefault(known => known.Id == meeting && !known.Cancelled)
        ?? throw new NotFoundException();

    private static T Given<T>(T? value, string path)
        where T : class => value ?? throw new InvalidException(new FieldError(path, "required"));

    private static IntroductionAct? MoveOf(PlannedAct act) =>
        act switch
        {
            PlannedAct.Offer => IntroductionAct.Offer,
            PlannedAct.Restart => IntroductionAct.Restart,
            PlannedAct.Introduce => IntroductionAct.Introduce,
            PlannedAct.Meet => IntroductionAct.Meet,
            PlannedAct.Conclude => IntroductionAct.Conclude,
            _ => null,
        };

    // A guest whom an officer typed is of neither side.
    private static Side? SideOf(Introduction introduction, Letter letter) =>
        letter.Link
        ?? Enum.GetValues<Side>()
            .Cast<Side?>()
            .FirstOrDefault(side =>
                introduction.On(side!.Value) is var on
                && (on.Mailbox == letter.To || (on.Details?.People ?? []).Any(person => person.Email == letter.To))
            );
}
