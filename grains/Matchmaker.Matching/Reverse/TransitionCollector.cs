using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Reverse;

/// <summary>Collects the transitions that one change causes in demands' feeds, two each.</summary>
internal sealed class TransitionCollector
{
    private readonly List<Found> _found = [];

    /// <summary>Adds one profile's transition: appeared, gone, or changed if anything in its match differs.</summary>
    /// <param name="isSure">Whether a part is known to differ; else both matches are explained and compared.</param>
    public void Add(CompiledStandingDemand demand, in NotifiedMatch before, in NotifiedMatch after, bool isSure = false)
    {
        if (!before.IsListedFor(Audience.Office) && !after.IsListedFor(Audience.Office))
            return;
        var now = after.Profile is null ? null : new Explanation(after);
        var isSame = !isSure && now is not null && before.Profile is not null && now.Match == before.Explain();
        var (inPublic, inOffice) = (
            KindOf(before, after, Audience.Public, isSame),
            KindOf(before, after, Audience.Office, isSame)
        );
        if (inPublic is not null || inOffice is not null)
            _found.Add(new(demand, _found.Count, (after.Profile ?? before.Profile)!.Id, inPublic, inOffice, now));
    }

    /// <summary>
    /// The effect by demand (ordinal) and audience, transitions in the order in which they were added.
    /// </summary>
    public ImmutableArray<DemandChange> ToChanges()
    {
        var found = CollectionsMarshal.AsSpan(_found);
        found.Sort(new ByDemand());
        var changes = ImmutableArray.CreateBuilder<DemandChange>(2 * found.Length);
        for (var (first, next) = (0, 0); first < found.Length; first = next)
        {
            while (next < found.Length && ReferenceEquals(found[next].Demand, found[first].Demand))
                next++;
            Add(changes, found[first..next], Audience.Public);
            Add(changes, found[first..next], Audience.Office);
        }

        return changes.DrainToImmutable();
    }

    private static void Add(ImmutableArray<DemandChange>.Builder changes, ReadOnlySpan<Found> found, Audience audience)
    {
        var transitions = ImmutableArray.CreateBuilder<Transition>(found.Length);
        foreach (ref readonly var each in found)
        {
            if ((audience is Audience.Public ? each.InPublic : each.InOffice) is { } kind)
                transitions.Add(Transition.Later(kind, each.Id, kind is MatchEventKind.Gone ? null : each.Now));
        }

        if (transitions.Count > 0)
            changes.Add(new(found[0].Demand.Demand.Id, audience, transitions.DrainToImmutable()));
    }

    private static MatchEventKind? KindOf(
        in NotifiedMatch before,
        in NotifiedMatch after,
        Audience audience,
        bool isSame
    ) =>
        (before.IsListedFor(audience), after.IsListedFor(audience)) switch
        {
            (false, true) => MatchEventKind.Appeared,
            (true, false) => MatchEventKind.Gone,
            (true, true) when !isSame => MatchEventKind.Changed,
            _ => null,
        };

    private readonly record struct Found(
        CompiledStandingDemand Demand,
        int Order,
        string Id,
        MatchEventKind? InPublic,
        MatchEventKind? InOffice,
        Explanation? Now
    );

    private readonly struct ByDemand : IComparer<Found>
    {
        public int Compare(Found a, Found b)
        {
            if (ReferenceEquals(a.Demand, b.Demand))
                return a.Order.CompareTo(b.Order);
            // Most ids differ in what their keys hold.
            return a.Demand.IdKey != b.Demand.IdKey
                ? a.Demand.IdKey.CompareTo(b.Demand.IdKey)
                : string.CompareOrdinal(a.Demand.Demand.Id, b.Demand.Demand.Id);
        }
    }
}
