using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Introductions;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Desk;

/// <summary>What officers did with matches: introduced, put off, or found unsuitable as they were.</summary>
internal sealed class DecidedMatches
{
    private readonly Dictionary<string, MatchDecision> _decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _later = new();

    /// <summary>Whether no officer sees the match, as it is now, as a lead.</summary>
    public bool IsHidden(string key, Match match) =>
        _taken.ContainsKey(key) || _decisions.GetValueOrDefault(key)?.Unsuitable?.Holds(match) is true;

    /// <summary>Until when an officer does not want to see it, by address.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset>? Later(string key) =>
        _decisions.GetValueOrDefault(key)?.Later;

    /// <summary>Takes a decision in.</summary>
    /// <returns>The key of the match.</returns>
    public string Decide(MatchDecision decision)
    {
        var key = MatchDecisions.Key(decision.Demand, decision.Match);
        _decisions[key] = decision;
        foreach (var until in decision.Later?.Values ?? [])
            _later.Enqueue(key, until);
        return key;
    }

    /// <summary>Takes an introduction in: an open one takes its match.</summary>
    /// <returns>The key of the match.</returns>
    public string Take(Introduction introduction)
    {
        var key = MatchDecisions.Key(introduction.Demand!, introduction.Match!);
        if (!introduction.IsClosed)
            _taken[key] = introduction.Id;
        else if (_taken.GetValueOrDefault(key) == introduction.Id)
            _taken.Remove(key);
        return key;
    }

    /// <summary>The keys that an officer put off until now.</summary>
    public IEnumerable<string> Over(DateTimeOffset now)
    {
        while (_later.TryPeek(out _, out var until) && until <= now)
            yield return _later.Dequeue();
    }
}
