using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// How one profile's presence in a demand's list changed. The match is explained when it is first asked for, once for
/// all feeds that show it: explaining takes longer than all the rest of a change, and a preview only counts.
/// </summary>
public sealed record Transition
{
    private readonly Explanation? _explanation;

    /// <param name="id">The profile's id.</param>
    /// <param name="match">The match after the change; null: the profile is gone.</param>
    public Transition(MatchEventKind kind, string id, Match? match)
        : this(match is null ? null : new Explanation(match), kind, id) { }

    private Transition(Explanation? explanation, MatchEventKind kind, string id) =>
        (_explanation, Kind, Id) = (explanation, kind, id);

    public MatchEventKind Kind { get; }

    /// <summary>The profile's id.</summary>
    public string Id { get; }

    /// <summary>The match after the change; null: the profile is gone.</summary>
    public Match? Match
    {
        get => _explanation?.Match;
        init => _explanation = value is null ? null : new(value);
    }

    /// <summary>A transition whose match is explained when it is asked for; null: the profile is gone.</summary>
    internal static Transition Later(MatchEventKind kind, string id, Explanation? explanation) =>
        new(explanation, kind, id);

    /// <summary>Value equality, the explained match included.</summary>
    public bool Equals(Transition? other) =>
        other is not null && (Kind, Id) == (other.Kind, other.Id) && Match == other.Match;

    public override int GetHashCode() => HashCode.Combine(Kind, Id);

    public void Deconstruct(out MatchEventKind kind, out string id, out Match? match) =>
        (kind, id, match) = (Kind, Id, Match);
}

/// <summary>A match that is explained once, when it is first asked for.</summary>
internal sealed class Explanation
{
    private readonly NotifiedMatch _of;
    private Match? _match;

    public Explanation(in NotifiedMatch of) => _of = of;

    public Explanation(Match match) => _match = match;

    public Match Match => _match ??= _of.Explain();
}
