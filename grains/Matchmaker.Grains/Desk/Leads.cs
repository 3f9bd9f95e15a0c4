using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Desk;

/// <summary>Matches as leads for officers: which there are, what was done with them, and what each officer was told of them. Pure memory; one writer.</summary>
internal sealed class Leads
{
    /// <summary>The score from which a match is worth an officer's look; each officer may set more on their own screen.</summary>
    public const double Above = 60;

    // Each demand has its own room, because in one for all a hidden demand's leads would push others out.
    private const int MostOfEach = 50;

    private readonly Dictionary<string, HeldLead> _leads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byDemand = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatchDecision> _treated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _treatedByPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Reader, string Key), Lead> _told = [];
    private readonly HashSet<string> _dirty = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _later = new();

    /// <summary>Whether readers may have to be told something.</summary>
    public bool HasNews => _dirty.Count > 0;

    public HeldLead? Find(string key) => _leads.GetValueOrDefault(key);

    /// <summary>Takes a match in; one that is gone or scores too little is no lead.</summary>
    /// <param name="match">Null: gone.</param>
    public void Put(string board, string demand, string id, Match? match, DateTimeOffset now)
    {
        var key = MatchDecisions.Key(demand, id);
        if (match is null || match.Score < Above)
        {
            Drop(key);
            return;
        }

        _leads[key] = _leads.TryGetValue(key, out var known)
            ? known with
            {
                Match = match,
            }
            : new(board, demand, match, now);
        _dirty.Add(key);
        if (!_byDemand.TryGetValue(demand, out var keys))
            _byDemand[demand] = keys = new(StringComparer.Ordinal);
        if (keys.Add(key) && keys.Count > MostOfEach)
            Drop(
                keys.OrderBy(one => _leads[one].Match.Score)
                    .ThenByDescending(one => one, StringComparer.Ordinal)
                    .First()
            );
    }

    public void Drop(string key)
    {
        if (!_leads.Remove(key, out var lead))
            return;
        _dirty.Add(key);
        if (_byDemand[lead.Demand].Remove(key) && _byDemand[lead.Demand].Count == 0)
            _byDemand.Remove(lead.Demand);
    }

    /// <summary>Takes in what officers did with a pair.</summary>
    /// <param name="lifted">Whether its unsuitability is over.</param>
    public void Treat(MatchDecision pair, bool lifted)
    {
        var key = MatchDecisions.Key(pair.Demand, pair.Match);
        _treated[key] = lifted ? pair with { Unsuitable = null } : pair;
        foreach (var part in Parts(pair))
            (
                _treatedByPart.TryGetValue(part, out var keys)
                    ? keys
                    : _treatedByPart[part] = new(StringComparer.Ordinal)
            ).Add(key);
        foreach (var until in pair.Later?.Values ?? [])
            _later.Enqueue(key, until);
        _dirty.Add(key);
    }

    /// <param name="open">The open introduction of the pair; null: the one named in <paramref name="id"/> is over.</param>
    public void Take(string key, string? open, string id)
    {
        if (open is not null)
            _taken[key] = open;
        else if (_taken.GetValueOrDefault(key) == id)
            _taken.Remove(key);
        _dirty.Add(key);
    }

    /// <summary>Lifts what was found unsuitable before one of its sides changed.</summary>
    public void Changed(string kind, string id)
    {
        if (_treatedByPart.TryGetValue($"{kind}/{id}", out var keys))
        {
            foreach (var key in keys)
                _treated[key] = _treated[key] with { Unsuitable = null };
            _dirty.UnionWith(keys);
        }

        if (kind != RecordKind.Demand || !_byDemand.TryGetValue(id, out var own))
            return;
        foreach (var key in own)
            _leads[key] = _leads[key] with { Visibility = null };
        _dirty.UnionWith(own);
    }

    public void Describe(
        string key,
        Visibility visibility,
        LocalText? demand,
        string? seeker,
        LocalText? seekerName,
        LocalText? match
    )
    {
        if (_leads.TryGetValue(key, out var lead))
            _leads[key] = lead with
            {
                Visibility = visibility,
                DemandName = demand,
                Seeker = seeker,
                SeekerName = seekerName,
                MatchName = match,
            };
    }

    /// <summary>The keys of which readers may have to be told something.</summary>
    public IReadOnlyList<string> NextDirty(int most, DateTimeOffset now)
    {
        while (_later.TryPeek(out var over, out var until) && until <= now)
            _dirty.Add(_later.Dequeue());
        var next = _dirty
            .OrderByDescending(key => _leads.GetValueOrDefault(key)?.Match.Score ?? 100)
            .ThenBy(key => key, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        _dirty.ExceptWith(next);
        return next;
    }

    /// <summary>What an officer is to be told of a lead; null: nothing that they were not told already.</summary>
    public DeskEvent? Tell(Caller reader, string key, long number, DateTimeOffset now)
    {
        var known = _told.GetValueOrDefault((DeskReaders.Of(reader)!, key));
        var lead = Seen(reader, key, now)?.ToLead(key);
        return lead == known ? null
            : lead is null ? new(number, LeadGone: key, At: now)
            : new(number, Lead: lead, At: now);
    }

    /// <summary>Remembers what they were told.</summary>
    public void Told(IEnumerable<Caller> readers, string key, DateTimeOffset now)
    {
        foreach (var reader in readers)
            Remember(reader, key, Seen(reader, key, now)?.ToLead(key));
    }

    /// <summary>An officer's leads, the best first.</summary>
    public ImmutableArray<Lead> SeenBy(Caller reader, int most, DateTimeOffset now)
    {
        ImmutableArray<Lead> seen =
        [
            .. _leads
                .Where(one => Seen(reader, one.Key, now) is not null)
                .OrderByDescending(one => one.Value.Match.Score)
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(one => one.Value.ToLead(one.Key)),
        ];
        foreach (var lead in seen)
            Remember(reader, lead.Key, lead);
        return seen;
    }

    private HeldLead? Seen(Caller reader, string key, DateTimeOffset now) =>
        _leads.TryGetValue(key, out var lead)
        && lead.Visibility is { } visibility
        && Access.IsOfficeFor(reader, visibility)
        && !_taken.ContainsKey(key)
        && !(
            _treated.TryGetValue(key, out var pair)
            && (pair.Unsuitable is not null || pair.Later?.GetValueOrDefault(reader.Email!) > now)
        )
            ? lead
            : null;

    private void Remember(Caller reader, string key, Lead? shown)
    {
        if (shown is not null)
            _told[(DeskReaders.Of(reader)!, key)] = shown;
        else
            _told.Remove((DeskReaders.Of(reader)!, key));
    }

    // The records whose change lifts it; a space's building is one of them.
    private static IEnumerable<string> Parts(MatchDecision pair) =>
        [
            $"{RecordKind.Demand}/{pair.Demand}",
            $"{RecordKind.Space}/{pair.Match}",
            $"{RecordKind.Building}/{SpaceId.BuildingOf(pair.Match)}",
            $"{RecordKind.Firm}/{pair.Match}",
            $"{RecordKind.Centre}/{pair.Match}",
            $"{RecordKind.Opportunity}/{pair.Match}",
        ];
}

/// <summary>A lead as the desk holds it.</summary>
/// <param name="Visibility">Of its demand: who may know of it; null: not looked up yet.</param>
internal sealed record HeldLead(
    string Board,
    string Demand,
    Match Match,
    DateTimeOffset At,
    Visibility? Visibility = null,
    LocalText? DemandName = null,
    string? Seeker = null,
    LocalText? SeekerName = null,
    LocalText? MatchName = null
)
{
    public bool IsDescribed => Visibility is not null;

    public Lead ToLead(string key) =>
        new(key, Board, Demand, DemandName, Seeker, SeekerName, Match.Id, MatchName, Match.Score, Match.Verdict, At);
}
