using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;

namespace Matchmaker.Grains.Desk;

/// <summary>The desk's copy of the leads, and what each officer was told of them. Pure memory; one writer.</summary>
internal sealed class DeskLeads
{
    private readonly Dictionary<string, (string Source, LeadState State)> _leads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Lead>> _shown = new(StringComparer.Ordinal);

    /// <summary>Takes leads in.</summary>
    /// <returns>The keys that may look different now.</returns>
    public IReadOnlyList<string> Take(LeadBatch batch)
    {
        var changed = new List<string>();
        foreach (var state in batch.Leads)
        {
            if (
                _leads.TryGetValue(state.Key, out var known)
                && known.Source == batch.Source
                && known.State.Number > state.Number
            )
                continue;
            if (state.Lead is null)
                _leads.Remove(state.Key);
            else
                _leads[state.Key] = (batch.Source, state);
            changed.Add(state.Key);
        }

        if (!batch.IsWhole)
            return changed;
        var gone = _leads.Where(lead => lead.Value.Source != batch.Source).Select(lead => lead.Key).ToList();
        foreach (var key in gone)
            _leads.Remove(key);
        return [.. changed, .. gone];
    }

    /// <summary>What an officer is to be told of a lead; null: nothing that they were not told already.</summary>
    public DeskEvent? EventFor(Caller officer, string key, long number, DateTimeOffset now)
    {
        var lead = View(officer, key, now);
        return lead == ShownTo(officer).GetValueOrDefault(key) ? null
            : lead is null ? new(number, LeadGone: key, At: now)
            : new(number, Lead: lead, At: now);
    }

    /// <summary>Notes what officers were told of a lead.</summary>
    public void RecordShown(IEnumerable<Caller> officers, string key, DateTimeOffset now)
    {
        foreach (var officer in officers)
            Remember(officer, key, View(officer, key, now));
    }

    /// <summary>The leads that an officer may see, in no order.</summary>
    public IEnumerable<Lead> All(Caller officer, DateTimeOffset now) =>
        _leads.Keys.Select(key => View(officer, key, now)).OfType<Lead>();

    /// <summary>An officer's best leads, the best first, and how many there are in all; from now on the officer was
    /// told of them.</summary>
    public (ImmutableArray<Lead> Best, int Count) For(Caller officer, int max, DateTimeOffset now)
    {
        var all = All(officer, now).ToList();
        ImmutableArray<Lead> best =
        [
            .. all.OrderByDescending(lead => lead.Score).ThenBy(lead => lead.Key, StringComparer.Ordinal).Take(max),
        ];
        foreach (var lead in best)
            Remember(officer, lead.Key, lead);
        return (best, all.Count);
    }

    /// <summary>Forgets what a reader was told.</summary>
    public void Disconnect(string reader) => _shown.Remove(reader);

    private Lead? View(Caller officer, string key, DateTimeOffset now) =>
        _leads.TryGetValue(key, out var held)
        && held.State is { Lead: { } lead, Visibility: { } visibility } state
        && Access.IsOfficeFor(officer, visibility)
        && !(state.Later?.GetValueOrDefault(officer.Email!) > now)
            ? lead
            : null;

    private void Remember(Caller officer, string key, Lead? lead)
    {
        if (lead is null)
            ShownTo(officer).Remove(key);
        else
            ShownTo(officer)[key] = lead;
    }

    private Dictionary<string, Lead> ShownTo(Caller officer)
    {
        var reader = DeskReaders.Of(officer)!;
        if (!_shown.TryGetValue(reader, out var told))
            _shown[reader] = told = new(StringComparer.Ordinal);
        return told;
    }
}
