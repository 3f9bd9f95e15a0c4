namespace Matchmaker.Matching;

/// <summary>A standing demand made ready.</summary>
internal sealed class Watcher(Board board, StandingDemand demand)
{
    private readonly Yardstick _yardstick = new(board, demand.Criteria);
    private readonly long _leastPoints = demand.LeastPoints();

    public StandingDemand Demand => demand;

    /// <summary>How the demand sees a profile on that day.</summary>
    public State State(Profile? profile, DateOnly day)
    {
        if (profile is null)
            return default;
        var tally = _yardstick.Tally(profile, day);
        return tally.IsAccepted && tally.Points >= _leastPoints ? new(_yardstick, profile, day) : default;
    }
}

/// <summary>A profile in a demand's list of notified ones, on one day; the default value: it is not in it.</summary>
internal readonly record struct State(Yardstick? Yardstick, Profile? Profile, DateOnly Day)
{
    public bool IsIn(Audience audience) => Profile is not null && (audience is Audience.Office || Profile.Public);

    /// <summary>The match with its reasons; only for a profile that is in the list.</summary>
    public Match Explain() => Judge.Of(Yardstick!, Profile!, Day);
}
