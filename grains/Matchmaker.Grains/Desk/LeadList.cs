using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Desk;

/// <summary>Matches that score enough, by key and by demand. Each demand has room of its own, so that a hidden demand's
/// leads push no others out.</summary>
internal sealed class LeadList(int maxPerDemand)
{
    private readonly Dictionary<string, HeldLead> _leads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byDemand = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _leads.Keys;

    public HeldLead? Find(string key) => _leads.GetValueOrDefault(key);

    /// <summary>Adds a lead, or gives a known one its new match.</summary>
    /// <returns>The keys that changed: besides this one, the lead that has no room now.</returns>
    public IEnumerable<string> Put(string key, HeldLead lead)
    {
        _leads[key] = Find(key) is { } known ? known with { Match = lead.Match } : lead;
        if (!_byDemand.TryGetValue(lead.Demand, out var keys))
            _byDemand[lead.Demand] = keys = new(StringComparer.Ordinal);
        if (!keys.Add(key) || keys.Count <= maxPerDemand)
            return [key];
        var worst = keys.OrderBy(other => _leads[other].Match.Score)
            .ThenByDescending(other => other, StringComparer.Ordinal)
            .First();
        return [key, .. Drop(worst)];
    }

    public void Replace(string key, HeldLead lead) => _leads[key] = lead;

    public IEnumerable<string> Drop(string key)
    {
        if (!_leads.Remove(key, out var lead))
            return [];
        var keys = _byDemand[lead.Demand];
        keys.Remove(key);
        if (keys.Count == 0)
            _byDemand.Remove(lead.Demand);
        return [key];
    }

    public IReadOnlyList<string> DropDemand(string demand) => [.. KeysOf(demand).ToList().SelectMany(Drop)];

    public IReadOnlyList<string> DropBoard(string board) =>
        [.. _leads.Where(lead => lead.Value.Board == board).Select(lead => lead.Key).ToList().SelectMany(Drop)];

    /// <summary>Sets who may know of a demand's leads; their names are to be read again.</summary>
    public IEnumerable<string> Show(string demand, Visibility visibility)
    {
        var keys = KeysOf(demand);
        foreach (var key in keys)
            _leads[key] = _leads[key] with
            {
                Visibility = _leads[key].Visibility is null ? null : visibility,
                IsDescribed = false,
            };
        return keys;
    }

    private HashSet<string> KeysOf(string demand) => _byDemand.TryGetValue(demand, out var keys) ? keys : [];
}

/// <summary>A lead as it is held.</summary>
/// <param name="Visibility">Who may know of its demand; null: not looked up yet, so nobody sees the lead.</param>
/// <param name="IsDescribed">Whether visibility and names are those of the present records.</param>
internal sealed record HeldLead(
    string Board,
    string Demand,
    Match Match,
    DateTimeOffset At,
    Visibility? Visibility = null,
    LocalText? DemandName = null,
    string? Seeker = null,
    LocalText? SeekerName = null,
    LocalText? MatchName = null,
    bool IsDescribed = false
)
{
    public Lead ToLead(string key) =>
        new(key, Board, Demand, DemandName, Seeker, SeekerName, Match.Id, MatchName, Match.Score, Match.Verdict, At);
}
