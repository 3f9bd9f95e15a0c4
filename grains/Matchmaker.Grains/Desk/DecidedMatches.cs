using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Introductions;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Desk;

/// <summary>What officers did with matches: introduced, put off, or found unsuitable until one of their records
/// changes.</summary>
internal sealed class DecidedMatches
{
    private readonly Dictionary<string, MatchDecision> _decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Id), HashSet<string>> _byRecord = [];
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _later = new();

    public IEnumerable<MatchDecision> Unsuitable =>
        _decisions.Values.Where(decision => decision.Unsuitable is not null);

    /// <summary>Whether no officer sees the match as a lead.</summary>
    public bool IsHidden(string key) =>
        _taken.ContainsKey(key) || _decisions.GetValueOrDefault(key)?.Unsuitable is not null;

    /// <summary>Until when an officer does not want to see it, by address.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset>? Later(string key) =>
        _decisions.GetValueOrDefault(key)?.Later;

    /// <param name="board">The demand's; null: the demand does not exist.</param>
    /// <returns>The key of the match.</returns>
    public string Decide(MatchDecision decision, string? board)
    {
        var key = MatchDecisions.Key(decision.Demand, decision.Match);
        _decisions[key] = decision;
        foreach (var record in RecordsOf(decision, board))
        {
            if (!_byRecord.TryGetValue(record, out var keys))
                _byRecord[record] = keys = new(StringComparer.Ordinal);
            keys.Add(key);
        }

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

    /// <summary>Lifts what was found unsuitable before a record changed.</summary>
    /// <returns>The keys of the record's matches.</returns>
    public IReadOnlyCollection<string> Lift(string kind, string id)
    {
        if (!_byRecord.TryGetValue((kind, id), out var keys))
            return [];
        foreach (var key in keys)
            Lift(key);
        return keys;
    }

    public void Lift(string key) => _decisions[key] = _decisions[key] with { Unsuitable = null };

    /// <summary>The keys that an officer put off until now.</summary>
    public IEnumerable<string> Over(DateTimeOffset now)
    {
        while (_later.TryPeek(out _, out var until) && until <= now)
            yield return _later.Dequeue();
    }

    // The records whose change lifts an unsuitability; a space's building is one of them.
    private static IEnumerable<(string Kind, string Id)> RecordsOf(MatchDecision decision, string? code)
    {
        yield return (RecordKind.Demand, decision.Demand);
        if (code is null || BoardTable.Find(code) is not { } board)
            yield break;
        var profile = KindTable.ProfileOn(board).Code;
        yield return (profile, decision.Match);
        if (profile == RecordKind.Space)
            yield return (RecordKind.Building, SpaceId.BuildingOf(decision.Match));
    }
}
