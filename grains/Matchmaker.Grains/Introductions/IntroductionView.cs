using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Introductions;

/// <summary>Derives the stored turn, next reminder and side versions of an introduction. Pure.</summary>
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
                Brokers = BrokersOf(settled),
                SeekerVersion = VersionOf(Side.Seeker, before, settled),
                CounterpartVersion = VersionOf(Side.Counterpart, before, settled),
            },
        };
    }

    /// <summary>
    /// The officers who broker it or have brokered it: none of them vouches for a mailbox that answers in it.
    /// </summary>
    public static ImmutableArray<string> BrokersOf(Introduction introduction) =>
        (introduction.Inside?.Brokers ?? []) is var known
        && introduction.Officer is { } officer
        && !known.Contains(officer, StringComparer.Ordinal)
            ? known.Add(officer)
            : introduction.Inside?.Brokers ?? [];

    public static Holder HolderOf(Introduction introduction) =>
        introduction.State switch
        {
            IntroductionState.Concluded or IntroductionState.Declined => Holder.Nobody,
            IntroductionState.Offered => (introduction.Seeker.Consent, introduction.Counterpart.Consent) switch
            {
                (null, null) => Holder.Both,
                (null, _) => Holder.Seeker,
                (_, null) => Holder.Counterpart,
                _ => Holder.Officer, // both have answered; somebody has to vouch for a mailbox
            },
            _ => Holder.Officer,
        };

    /// <summary>Whether two readers' views are the same, whatever their versions.</summary>
    public static bool Same(Introduction? first, Introduction? second) =>
        (first is null && second is null)
        || (first is not null && second is not null && RecordJson.Same(first, second));

    // A version that counted hidden changes would reveal them to the side.
    private static long VersionOf(Side side, Introduction? before, Introduction after)
    {
        var last = side is Side.Seeker ? before?.Inside?.SeekerVersion : before?.Inside?.CounterpartVersion;
        return !after.Knows(side) ? last ?? 0
            : before is not null && before.Knows(side) && Same(before.For(side), after.For(side)) ? last ?? 1
            : (last ?? 0) + 1;
    }
}
