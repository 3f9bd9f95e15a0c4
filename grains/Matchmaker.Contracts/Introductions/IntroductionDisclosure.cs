namespace Matchmaker.Contracts.Introductions;

/// <summary>
/// The views of an introduction. Each view names the properties that its reader may know, so that a new property stays
/// hidden until it is added here.
/// </summary>
internal static class IntroductionDisclosure
{
    /// <summary>The view of cleared officers and admins.</summary>
    public static Introduction ToOffice(Introduction introduction) =>
        new()
        {
            Id = introduction.Id,
            Version = introduction.Version,
            Demand = introduction.Demand,
            DemandName = introduction.DemandName,
            Match = introduction.Match,
            MatchName = introduction.MatchName,
            Board = introduction.Board,
            State = introduction.State,
            AskedBy = introduction.AskedBy,
            Officer = introduction.Officer,
            Seeker = introduction.Seeker,
            Counterpart = introduction.Counterpart,
            Score = introduction.Score,
            Verdict = introduction.Verdict,
            CreatedAt = introduction.CreatedAt,
            MovedAt = introduction.MovedAt,
            MovedBy = introduction.MovedBy,
            OfferedAt = introduction.OfferedAt,
            ReleasedAt = introduction.ReleasedAt,
            Holder = introduction.Holder,
            Overdue = introduction.Overdue,
            DueOn = introduction.DueOn,
            Meetings = introduction.Meetings,
            Outcome = introduction.Outcome,
            Jobs = introduction.Jobs,
            FloorArea = introduction.FloorArea,
            Investment = introduction.Investment,
            Reason = introduction.Reason,
            Override = introduction.Override,
            AftercareOn = introduction.AftercareOn,
            Aftercare = introduction.Aftercare,
            Notes = introduction.Notes,
            Moves = IntroductionTable.OfOfficers(introduction.State),
        };

    /// <summary>The view of one side's people.</summary>
    public static Introduction ToSide(Introduction introduction, Side side)
    {
        var common = Common(introduction, side);
        return side is Side.Seeker ? ToSeeker(common, introduction) : ToCounterpart(common, introduction);
    }

    // The properties that both sides read.
    private static Introduction Common(Introduction introduction, Side side) =>
        new()
        {
            Id = introduction.Id,
            Board = introduction.Board,
            State = introduction.State,
            AskedBy = introduction.AskedBy == side ? side : null,
            Officer = introduction.Officer,
            Seeker = introduction.Seeker,
            Counterpart = introduction.Counterpart,
            CreatedAt = introduction.CreatedAt,
            // One side's answer is not the other's to know: while it is offered, the time of an answer stays hidden.
            MovedAt =
                introduction.State is IntroductionState.Offered
                    ? introduction.OfferedAt ?? introduction.MovedAt
                    : introduction.MovedAt,
            OfferedAt = introduction.OfferedAt,
            ReleasedAt = introduction.ReleasedAt,
            Holder = HolderTo(introduction, side),
            Meetings = introduction.Meetings,
            Outcome = introduction.ReleasedAt is null ? null : introduction.Outcome,
        };

    private static Introduction ToSeeker(Introduction common, Introduction introduction)
    {
        var (isReleased, state) = (introduction.ReleasedAt is not null, introduction.Inside);
        var showsMatch = isReleased || state is { MatchIsPublic: true };
        return common with
        {
            Version = state?.SeekerVersion ?? introduction.Version,
            Demand = introduction.Demand,
            DemandName = introduction.DemandName,
            Match = showsMatch ? introduction.Match : null,
            MatchName = showsMatch ? introduction.MatchName : null,
            Counterpart = introduction.Counterpart.AsOther(
                isReleased || state is { CounterpartIsPublic: true },
                isReleased
            ),
            Score = introduction.Score,
            Verdict = introduction.Verdict,
        };
    }

    private static Introduction ToCounterpart(Introduction common, Introduction introduction)
    {
        var isReleased = introduction.ReleasedAt is not null;
        return common with
        {
            Version = introduction.Inside?.CounterpartVersion ?? introduction.Version,
            Match = introduction.Match,
            MatchName = introduction.MatchName,
            Seeker = introduction.Seeker.AsOther(isReleased, isReleased),
        };
    }

    // A side reads whether it is its own turn; whether the other side has answered stays hidden.
    private static Holder HolderTo(Introduction introduction, Side side) =>
        introduction.State is not IntroductionState.Offered ? introduction.Holder
        : introduction.On(side).Consent is null ? HolderOf(side)
        : HolderOf(side.Other());

    private static Holder HolderOf(Side side) => side is Side.Seeker ? Holder.Seeker : Holder.Counterpart;
}
