using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Runs;

namespace Matchmaker.Grains.Desk;

/// <summary>
/// Matches that score enough, by key, by demand and by space. Each demand has room of its own, so that a hidden
/// demand's leads push no others out.
/// </summary>
internal sealed class LeadList(int maxPerDemand)
{
    private readonly Dictionary<string, HeldLead> _leads = new(StringComparer.Ordinal);
    private readonly IdGroups _byDemand = new();
    private readonly IdGroups _bySpace = new();

    public IEnumerable<string> Keys => _leads.Keys;

    public HeldLead? Find(string key) => _leads.GetValueOrDefault(key);

    /// <summary>Adds a lead, or gives a known one its new match.</summary>
    /// <returns>The keys that changed: besides this one, the lead that has no room now.</returns>
    public IEnumerable<string> Put(string key, HeldLead lead)
    {
        if (Find(key) is { } known)
        {
            _leads[key] = known with { Match = lead.Match };
            return [key];
        }

        _leads[key] = lead;
        foreach (var space in lead.Spaces)
            _bySpace.Add(space, key);
        _byDemand.Add(lead.Demand, key);
        var keys = _byDemand.Of(lead.Demand);
        if (keys.Count <= maxPerDemand)
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
        foreach (var space in lead.Spaces)
            _bySpace.Remove(space, key);
        _byDemand.Remove(lead.Demand, key);
        return [key];
    }

    public IReadOnlyList<string> DropDemand(string demand) => [.. _byDemand.Of(demand).ToList().SelectMany(Drop)];

    public IReadOnlyList<string> DropBoard(string board) =>
        [.. _leads.Where(lead => lead.Value.Board == board).Select(lead => lead.Key).ToList().SelectMany(Drop)];

    /// <summary>Sets who may know of a demand's leads; their names are to be read again.</summary>
    public IEnumerable<string> Show(string demand, Visibility visibility)
    {
        var keys = _byDemand.Of(demand);
        foreach (var key in keys)
            _leads[key] = _leads[key].ToBeRead() with
            {
                Visibility = _leads[key].Visibility is null ? null : visibility,
            };
        return keys;
    }

    /// <summary>Takes in whose a space is: leads of it that are described with another owner are to be read
    /// again.</summary>
    /// <param name="owner">Null: nobody is on record.</param>
    public IReadOnlyList<string> Own(string space, string? owner)
    {
        var keys = _bySpace
            .Of(space)
            .Where(key => !(_leads[key].IsDescribed && _leads[key].Counterpart == owner))
            .ToList();
        foreach (var key in keys)
            _leads[key] = _leads[key].ToBeRead();
        return keys;
    }
}

/// <summary>A lead as it is held.</summary>
/// <param name="Visibility">Who may know of its demand; null: not looked up yet, so nobody sees the lead.</param>
/// <param name="Counterpart">The party that offers the match; null: nobody on record.</param>
/// <param name="IsDescribed">Whether visibility, names and counterpart are those of the present records.</param>
/// <param name="Revision">Rises whenever one of those records changes.</param>
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
    string? Counterpart = null,
    bool IsDescribed = false,
    int Revision = 0
)
{
    /// <summary>The space that the match is, or the spaces of a run; empty on other boards.</summary>
    public IEnumerable<string> Spaces => Board == BoardTable.Sites.Code ? RunId.Members(Match.Id) ?? [Match.Id] : [];

    /// <summary>After a change of the records that describe it.</summary>
    public HeldLead ToBeRead() => this with { IsDescribed = false, Revision = Revision + 1 };

    public Lead ToLead(string key) =>
        new(
            key,
            Board,
            Demand,
            DemandName,
            Seeker,
            SeekerName,
            Match.Id,
            MatchName,
            Match.Score,
            Match.Verdict,
            At,
            Counterpart is not null
        );
}
