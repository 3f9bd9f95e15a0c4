using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Introductions;

/// <summary>
/// What each act makes of an introduction: pure, and the only code that changes one. Whether the state allows it, <see cref="IntroductionTable"/>
/// says; who the caller is was checked before.
/// </summary>
/// <param name="by">Who acts: an address, or <c>system</c>.</param>
internal sealed class IntroductionMoves(string by, DateTimeOffset now)
{
    private const int AftercareMonths = 3;

    public Introduction Offer(Introduction it, Participant seeker, Participant counterpart, string? why) =>
        Move(it, Act.Offer) with
        {
            Seeker = seeker,
            Counterpart = counterpart,
            Override = why,
            OfferedAt = now,
            Officer = it.Officer ?? by,
        };

    /// <summary>The same yes once more changes nothing.</summary>
    public Introduction Consent(Introduction it, Side side, ConsentWay through, Person? contact)
    {
        var agreed = IntroductionTable.After(it.State, Act.Consent);
        if (it.On(side).Consent is not null)
            return it;
        var given = it.With(side, it.On(side) with { Consent = new(now, by, through, contact) });
        return At(given, given.On(side.Other()).Consent is null ? it.State : agreed, side);
    }

    public Introduction Withdraw(Introduction it, Side side)
    {
        var moved = Move(it, Act.Withdraw, side);
        if (it.On(side).Consent is null)
            throw new ConflictException(
                new("", "nothingToWithdraw"),
                IntroductionTable.Refusal(it.State, Act.Withdraw).Allowed
            );
        return moved.With(side, moved.On(side) with { Consent = null });
    }

    public Introduction Decline(Introduction it, Side side, string? reason) =>
        Move(it, Act.Decline, side) with
        {
            Reason = reason,
        };

    /// <summary>The last deadline of an offer: nobody answered in time.</summary>
    public Introduction Expire(Introduction it) => Move(it, Act.Expire);

    public Introduction Restart(Introduction it) =>
        Move(it, Act.Restart) with
        {
            Seeker = it.Seeker with { Consent = null },
            Counterpart = it.Counterpart with { Consent = null },
            OfferedAt = now,
        };

    /// <summary>Exchanges the details.</summary>
    public Introduction Introduce(Introduction it, Details seeker, Details counterpart) =>
        Move(it, Act.Introduce) with
        {
            Seeker = it.Seeker with { Details = seeker },
            Counterpart = it.Counterpart with { Details = counterpart },
            ReleasedAt = now,
        };

    public Introduction Meet(Introduction it, Meeting first) => Move(it, Act.Meet) with { Meetings = [first] };

    /// <summary>Another meeting, or a change of one; it is no movement.</summary>
    public static Introduction Rebook(Introduction it, Meeting meeting)
    {
        if (it.State is not IntroductionState.Underway)
            throw new ConflictException(
                new(
                    "",
                    "stateForbids",
                    IntroductionTable.Code(it.State),
                    IntroductionTable.Code(IntroductionState.Underway)
                ),
                IntroductionTable.Refusal(it.State, Act.Meet).Allowed
            );
        var known = it.Meetings.FirstOrDefault(one => one.Id == meeting.Id);
        return it with
        {
            Meetings = known is null
                ? it.Meetings.Add(meeting with { Revision = 0 })
                : it.Meetings.Replace(known, meeting with { Revision = known.Revision + 1 }),
        };
    }

    public Introduction Conclude(Introduction it, Conclusion conclusion) =>
        Move(it, Act.Conclude) with
        {
            Outcome = conclusion.Outcome,
            Reason = conclusion.Reason,
            AftercareOn =
                conclusion.AftercareOn ?? (IsGood(conclusion.Outcome) ? Today.AddMonths(AftercareMonths) : null),
        };

    public static Introduction Assign(Introduction it, string officer) =>
        it.IsClosed
            ? throw new ConflictException(
                new(
                    "",
                    "stateForbids",
                    IntroductionTable.Code(it.State),
                    string.Join(", ", Open.Select(IntroductionTable.Code))
                ),
                []
            )
            : it with
            {
                Officer = officer,
            };

    /// <summary>Notes that the company was looked after, and when it is to be again.</summary>
    /// <param name="on">Null: it is planned no more.</param>
    public Introduction RecordAftercare(Introduction it, DateOnly? on, string? note) =>
        it.State is not IntroductionState.Concluded
            ? throw new ConflictException(
                new(
                    "",
                    "stateForbids",
                    IntroductionTable.Code(it.State),
                    IntroductionTable.Code(IntroductionState.Concluded)
                ),
                [.. IntroductionTable.Next(it.State).Select(IntroductionTable.Code)]
            )
            : it with
            {
                AftercareOn = on,
                Aftercare = note is null ? it.Aftercare : (it.Aftercare ?? []).Add(new(now, by, note)),
            };

    /// <summary>What the clock demands by now; the same introduction: nothing.</summary>
    public Introduction Remind(Introduction it, Deadlines deadlines)
    {
        var stage = it.IsClosed ? 0 : deadlines.StageAt(it.MovedAt, now);
        if (it.IsClosed || stage <= (it.Inside?.Stage ?? 0))
            return it;
        if (stage < deadlines.Count)
            return Reminded(it, stage);
        return it.State is IntroductionState.Offered ? Expire(it) : Reminded(it, stage) with { Overdue = true };
    }

    private DateOnly Today => HongKong.DayOf(now);

    private static IEnumerable<IntroductionState> Open =>
        Enum.GetValues<IntroductionState>().Except([IntroductionState.Concluded, IntroductionState.Declined]);

    private static bool IsGood(IntroductionOutcome outcome) =>
        outcome is IntroductionOutcome.Landed or IntroductionOutcome.Contracted or IntroductionOutcome.Collaborating;

    private static Introduction Reminded(Introduction it, int stage) =>
        it with
        {
            Inside = (it.Inside ?? new()) with { Stage = stage },
        };

    private Introduction Move(Introduction it, Act act, Side? side = null) =>
        At(it, IntroductionTable.After(it.State, act), side);

    private Introduction At(Introduction it, IntroductionState state, Side? side) =>
        it with
        {
            Inside = (it.Inside ?? new()) with { Stage = 0, MovedBy = side },
            State = state,
            MovedAt = now,
            MovedBy = by,
            Overdue = false,
        };
}
