using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Introductions;

/// <summary>
/// The result of each act, and the only code that changes an introduction. Pure. <see cref="IntroductionTable"/> says
/// whether the state allows the act; the caller was checked before.
/// </summary>
/// <param name="by">Who acts: an address, or <c>system</c>.</param>
internal sealed class IntroductionMoves(string by, DateTimeOffset now)
{
    private const int AftercareMonths = 3;

    public Introduction Offer(Introduction introduction, Participant seeker, Participant counterpart, string? why) =>
        Move(introduction, IntroductionAct.Offer) with
        {
            Seeker = seeker,
            Counterpart = counterpart,
            Override = why,
            OfferedAt = now,
            Officer = introduction.Officer ?? by,
        };

    /// <summary>
    /// Records a yes. It counts once somebody vouched for the mailbox; a yes that counts replaces one that does not. A
    /// repeated yes changes nothing.
    /// </summary>
    /// <param name="vouchedBy">Null: nobody has vouched for the mailbox yet.</param>
    public Introduction Consent(
        Introduction introduction,
        Side side,
        ConsentWay through,
        Person? contact,
        string? vouchedBy
    )
    {
        IntroductionTable.After(introduction.State, IntroductionAct.Consent);
        if (introduction.On(side).Consent is { } known && (known.Counts || vouchedBy is null))
            return introduction;
        var given = introduction.With(
            side,
            introduction.On(side) with
            {
                Consent = new(now, by, through, contact, vouchedBy),
            }
        );
        return At(given, StateOf(given), side);
    }

    /// <summary>
    /// Counts a side's consent by what is said of its mailbox now: a later word makes it count, and an objection makes
    /// it wait again. Only while it is offered.
    /// </summary>
    /// <param name="vouchedBy">Null: nobody vouches for the mailbox, or somebody objected.</param>
    public Introduction CountConsent(Introduction introduction, Side side, string? vouchedBy)
    {
        if (
            introduction.State is not IntroductionState.Offered
            || introduction.On(side).Consent is not { } consent
            || consent.Counts == vouchedBy is not null
        )
            return introduction;
        var counted = introduction.With(
            side,
            introduction.On(side) with
            {
                Consent = consent with { VouchedBy = vouchedBy },
            }
        );
        return StateOf(counted) is var state && state != counted.State ? At(counted, state, null) : counted;
    }

    /// <summary>Adds somebody's word that the mailbox of a side, which an officer typed, is the party's.</summary>
    public Introduction VouchForMailbox(Introduction introduction, Side side, VoucherRole role)
    {
        var on = introduction.On(side);
        return (on.MailboxVouches ?? []).Any(vouch => vouch.By == by)
            ? introduction
            : introduction.With(side, on with { MailboxVouches = (on.MailboxVouches ?? []).Add(new(by, role, now)) });
    }

    public Introduction Withdraw(Introduction introduction, Side side)
    {
        var moved = Move(introduction, IntroductionAct.Withdraw, side);
        if (introduction.On(side).Consent is null)
            throw new ConflictException(
                new("", "nothingToWithdraw"),
                IntroductionTable.Refusal(introduction.State, IntroductionAct.Withdraw).Allowed
            );
        return moved.With(side, moved.On(side) with { Consent = null });
    }

    public Introduction Decline(Introduction introduction, Side side, string? reason) =>
        Move(introduction, IntroductionAct.Decline, side) with
        {
            Reason = reason,
        };

    /// <summary>The last deadline of an offer: nobody answered in time.</summary>
    public Introduction Expire(Introduction introduction) => Move(introduction, IntroductionAct.Expire);

    public Introduction Restart(Introduction introduction) =>
        Move(introduction, IntroductionAct.Restart) with
        {
            Seeker = introduction.Seeker with { Consent = null },
            Counterpart = introduction.Counterpart with { Consent = null },
            OfferedAt = now,
        };

    /// <summary>Exchanges the details.</summary>
    public Introduction Introduce(Introduction introduction, Details seeker, Details counterpart) =>
        Move(introduction, IntroductionAct.Introduce) with
        {
            Seeker = introduction.Seeker with { Details = seeker },
            Counterpart = introduction.Counterpart with { Details = counterpart },
            ReleasedAt = now,
        };

    public Introduction Meet(Introduction introduction, Meeting first) =>
        Move(introduction, IntroductionAct.Meet) with
        {
            Meetings = [first],
        };

    /// <summary>Adds or changes a meeting; the state and its deadlines stay.</summary>
    public static Introduction Rebook(Introduction introduction, Meeting meeting)
    {
        IntroductionTable.Require(introduction.State, IntroductionState.Underway);
        var known = introduction.Meetings.FirstOrDefault(booked => booked.Id == meeting.Id);
        return introduction with
        {
            Meetings = known is null
                ? introduction.Meetings.Add(meeting with { Revision = 0 })
                : introduction.Meetings.Replace(known, meeting with { Revision = known.Revision + 1 }),
        };
    }

    /// <summary>Records when a side's people can meet; nothing moves.</summary>
    /// <param name="byOffice">Whether an officer enters it for them.</param>
    public Introduction OfferTimes(Introduction introduction, Side side, ImmutableArray<TimeSlot> slots, bool byOffice)
    {
        IntroductionTable.Require(introduction.State, IntroductionTable.Bookable);
        var on = introduction.On(side);
        return (on.Times?.Slots ?? []).SequenceEqual(slots)
            ? introduction
            : introduction.With(side, on with { Times = new(now, by, byOffice, slots) });
    }

    /// <summary>Asks sides for the times at which they can meet on a day; nothing moves.</summary>
    public Introduction AskTimes(Introduction introduction, IEnumerable<Side> sides, DateOnly day)
    {
        IntroductionTable.Require(introduction.State, IntroductionTable.Bookable);
        return sides.Aggregate(
            introduction,
            (asked, side) => asked.With(side, asked.On(side) with { TimesAsked = new(now, day) })
        );
    }

    /// <summary>Cancels a meeting; the state stays. A cancelled one stays as it is.</summary>
    public static Introduction Cancel(Introduction introduction, Meeting meeting) =>
        introduction with
        {
            Meetings = introduction.Meetings.Replace(meeting, Cancelled(meeting)),
        };

    public Introduction Conclude(Introduction introduction, Conclusion conclusion) =>
        Move(introduction, IntroductionAct.Conclude) with
        {
            Outcome = conclusion.Outcome,
            Jobs = conclusion.Jobs,
            FloorArea = conclusion.FloorArea,
            Investment = conclusion.Investment,
            Reason = conclusion.Reason,
            AftercareOn =
                conclusion.AftercareOn
                ?? (IntroductionTable.IsGood(conclusion.Outcome) ? Today.AddMonths(AftercareMonths) : null),
        };

    /// <summary>Hands it to an officer. The meetings to come change their guests.</summary>
    public Introduction Assign(Introduction introduction, string officer)
    {
        IntroductionTable.Require(introduction.State, Open);
        return introduction with
        {
            Officer = officer,
            Meetings =
                officer == introduction.Officer
                    ? introduction.Meetings
                    : Ahead(introduction, meeting => meeting with { Revision = meeting.Revision + 1 }),
        };
    }

    /// <summary>Records aftercare, and the day of the next.</summary>
    /// <param name="on">Null: no further aftercare is planned.</param>
    public Introduction RecordAftercare(Introduction introduction, DateOnly? on, string? note)
    {
        IntroductionTable.Require(introduction.State, IntroductionState.Concluded);
        return introduction with
        {
            AftercareOn = on,
            Aftercare = note is null ? introduction.Aftercare : (introduction.Aftercare ?? []).Add(new(now, by, note)),
        };
    }

    /// <summary>Adds a note of the office's, in any state; nothing moves.</summary>
    public Introduction AddNote(Introduction introduction, string text) =>
        introduction with
        {
            Notes = (introduction.Notes ?? []).Add(new(now, by, text)),
        };

    /// <summary>Applies the reminder or expiry that is due by now; the same introduction: nothing is due.</summary>
    public Introduction Remind(Introduction introduction, Deadlines deadlines)
    {
        var stage = introduction.IsClosed ? 0 : deadlines.StageAt(introduction.MovedAt, now);
        if (introduction.IsClosed || stage <= (introduction.Inside?.Stage ?? 0))
            return introduction;
        if (stage < deadlines.Count)
            return Reminded(introduction, stage);
        return introduction.State is IntroductionState.Offered
            ? Expire(introduction)
            : Reminded(introduction, stage) with
            {
                Overdue = true,
            };
    }

    private DateOnly Today => HongKong.DayOf(now);

    private static ImmutableArray<IntroductionState> Open =>
        [.. Enum.GetValues<IntroductionState>().Except([IntroductionState.Concluded, IntroductionState.Declined])];

    private static Introduction Reminded(Introduction introduction, int stage) =>
        introduction with
        {
            Inside = (introduction.Inside ?? new()) with { Stage = stage },
        };

    // Only two consents that count make it agreed.
    private static IntroductionState StateOf(Introduction introduction) =>
        introduction is { Seeker.Consent.Counts: true, Counterpart.Consent.Counts: true }
            ? IntroductionTable.After(introduction.State, IntroductionAct.Consent)
            : introduction.State;

    private Introduction Move(Introduction introduction, IntroductionAct act, Side? side = null) =>
        At(introduction, IntroductionTable.After(introduction.State, act), side);

    private Introduction At(Introduction introduction, IntroductionState state, Side? side) =>
        introduction with
        {
            Inside = (introduction.Inside ?? new()) with { Stage = 0, MovedBy = side },
            State = state,
            MovedAt = now,
            MovedBy = by,
            Overdue = false,
            Meetings = introduction with { State = state } is { IsClosed: true }
                ? Ahead(introduction, Cancelled)
                : introduction.Meetings,
        };

    private ImmutableArray<Meeting> Ahead(Introduction introduction, Func<Meeting, Meeting> change) =>
        [.. introduction.Meetings.Select(meeting => meeting.IsAhead(now) ? change(meeting) : meeting)];

    private static Meeting Cancelled(Meeting meeting) =>
        meeting with
        {
            Cancelled = true,
            Revision = meeting.Revision + 1,
        };
}
