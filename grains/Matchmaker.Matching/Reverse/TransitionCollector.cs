using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Reverse;

/// <summary>Collects the transitions that one change causes in a demand's two feeds.</summary>
internal sealed class TransitionCollector(string demand)
{
    private readonly List<Transition> _public = [];
    private readonly List<Transition> _office = [];

    /// <summary>Adds one profile's transition: appeared, gone, or changed if anything in its match differs.</summary>
    public void Add(in NotifiedMatch before, in NotifiedMatch after)
    {
        if (!before.IsListedFor(Audience.Office) && !after.IsListedFor(Audience.Office))
            return;
        var now = after.Profile is null ? null : after.Explain();
        var isSame = now is not null && before.Profile is not null && now == before.Explain();
        AddTransition(_public, before, after, Audience.Public, now, isSame);
        AddTransition(_office, before, after, Audience.Office, now, isSame);
    }

    public IEnumerable<DemandChange> ToChanges()
    {
        if (_public.Count > 0)
            yield return new(demand, Audience.Public, [.. _public]);
        if (_office.Count > 0)
            yield return new(demand, Audience.Office, [.. _office]);
    }

    private static void AddTransition(
        List<Transition> feed,
        in NotifiedMatch before,
        in NotifiedMatch after,
        Audience audience,
        Match? now,
        bool isSame
    )
    {
        var kind = (before.IsListedFor(audience), after.IsListedFor(audience)) switch
        {
            (false, true) => MatchEventKind.Appeared,
            (true, false) => MatchEventKind.Gone,
            (true, true) when !isSame => MatchEventKind.Changed,
            _ => (MatchEventKind?)null,
        };
        if (kind is { } change)
            feed.Add(new(change, (after.Profile ?? before.Profile)!.Id, change is MatchEventKind.Gone ? null : now));
    }
}
