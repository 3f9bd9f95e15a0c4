using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Reverse;

/// <summary>Gathers what one change means to one demand's two feeds.</summary>
internal sealed class TransitionCollector(string demand)
{
    private readonly List<Transition> _public = [];
    private readonly List<Transition> _office = [];

    /// <summary>Adds what became of one profile: appeared, gone, or changed where anything in its match differs.</summary>
    public void Add(in State before, in State after)
    {
        if (!before.IsIn(Audience.Office) && !after.IsIn(Audience.Office))
            return;
        var now = after.Profile is null ? null : after.Explain();
        var isSame = now is not null && before.Profile is not null && now == before.Explain();
        Note(_public, before, after, Audience.Public, now, isSame);
        Note(_office, before, after, Audience.Office, now, isSame);
    }

    public IEnumerable<DemandChange> ToChanges()
    {
        if (_public.Count > 0)
            yield return new(demand, Audience.Public, [.. _public]);
        if (_office.Count > 0)
            yield return new(demand, Audience.Office, [.. _office]);
    }

    private static void Note(
        List<Transition> feed,
        in State before,
        in State after,
        Audience audience,
        Match? now,
        bool isSame
    )
    {
        var kind = (before.IsIn(audience), after.IsIn(audience)) switch
        {
            (false, true) => MatchEventKind.Appeared,
            (true, false) => MatchEventKind.Gone,
            (true, true) when !isSame => MatchEventKind.Changed,
            _ => (MatchEventKind?)null,
        };
        if (kind is { } known)
            feed.Add(new(known, (after.Profile ?? before.Profile)!.Id, known is MatchEventKind.Gone ? null : now));
    }
}
