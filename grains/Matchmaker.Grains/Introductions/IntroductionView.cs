using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Introductions;

/// <summary>What follows from an introduction's facts, and is kept with them: whose turn it is, when the next reminder comes, and the sides' versions. Pure.</summary>
internal static class IntroductionView
{
    /// <param name="before">Null: it is new.</param>
    public static Introduction Settled(Introduction? before, Introduction after, Deadlines deadlines)
    {
        var settled = after with
        {
            Holder = HolderOf(after),
            DueOn = after.IsClosed ? null : deadlines.Next(after.MovedAt, after.Inside?.Stage ?? 0),
        };
        var inside = settled.Inside ?? new();
        return settled with
        {
            Inside = inside with
            {
                SeekerVersion = VersionOf(Side.Seeker, before, settled),
                CounterpartVersion = VersionOf(Side.Counterpart, before, settled),
            },
        };
    }

    public static Holder HolderOf(Introduction it) =>
        it.State switch
        {
            IntroductionState.Concluded or IntroductionState.Declined => Holder.Nobody,
            IntroductionState.Offered => (it.Seeker.Consent, it.Counterpart.Consent) switch
            {
                (null, null) => Holder.Both,
                (null, _) => Holder.Seeker,
                _ => Holder.Counterpart,
            },
            _ => Holder.Officer,
        };

    /// <summary>Whether two readers' views are the same, whatever their versions.</summary>
    public static bool Same(Introduction? one, Introduction? other) =>
        (one is null && other is null)
        || (one is not null && other is not null && RecordJson.Write(one) == RecordJson.Write(other));

    // Because a number that counted more than what the side sees would tell of the rest.
    private static long VersionOf(Side side, Introduction? before, Introduction after)
    {
        var last = side is Side.Seeker ? before?.Inside?.SeekerVersion : before?.Inside?.CounterpartVersion;
        return !after.Knows(side) ? last ?? 0
            : before is not null && before.Knows(side) && Same(before.For(side), after.For(side)) ? last ?? 1
            : (last ?? 0) + 1;
    }
}
