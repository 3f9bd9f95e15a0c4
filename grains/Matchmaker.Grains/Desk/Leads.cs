using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Desk;

/// <summary>
/// The matches that are leads: which there are, and what officers did with them. Pure memory; one writer.
/// </summary>
internal sealed class Leads : IProjection
{
    /// <summary>
    /// The score from which a match is worth an officer's look; each officer may set more on their own screen.
    /// </summary>
    public const double Above = 60;

    private readonly LeadList _list = new(maxPerDemand: 50);
    private readonly DecidedMatches _decided = new();
    private readonly Dictionary<string, string> _boards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _feeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dirty = new(StringComparer.Ordinal);

    // Those of the dirty keys that no publication has named yet.
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);
    private long _number;

    public IReadOnlyList<string> Kinds { get; } =
    [RecordKind.Demand, RecordKind.MatchDecision, RecordKind.Introduction, RecordKind.Space];

    // A space is read when a lead of it is described; here it tells only that its owner is another now.
    public IReadOnlyList<string> LoadedKinds { get; } =
    [RecordKind.Demand, RecordKind.MatchDecision, RecordKind.Introduction];

    /// <summary>Whether the desk does not know every state yet.</summary>
    public bool HasNews => _dirty.Count > 0 || _fresh.Count > 0;

    public HeldLead? Find(string key) => _list.Find(key);

    /// <summary>Whether it is a lead whose names are to be read before the desk may show it.</summary>
    public bool IsToBeDescribed(string key) => Find(key) is { IsDescribed: false };

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        foreach (var record in records)
            Take(record);
        // What was there before is no news.
        _fresh.Clear();
        _dirty.Clear();
        _marked.Clear();
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        foreach (var entry in change)
            Take(entry);

        var changed = _marked.Where(IsReady).ToImmutableArray();
        _marked.Clear();
        return Publication.Nothing with { Changed = changed };
    }

    /// <summary>Takes in what a board's index published for the office.</summary>
    public void Take(string board, FeedMessage message, DateTimeOffset now)
    {
        // A gap hides matches that came or went, so the demand's leads are loaded again.
        if (_feeds.TryGetValue(message.Demand, out var last) && message.Sequence > last + 1)
        {
            Mark(_list.DropDemand(message.Demand));
            _fresh.Add(message.Demand);
        }

        _feeds[message.Demand] = message.Sequence;
        foreach (var transition in message.Events)
            Put(board, message.Demand, transition.Id, transition.Match, now);
    }

    /// <summary>Takes a match in; one that is gone or scores too little is no lead.</summary>
    /// <param name="match">Null: gone.</param>
    public void Put(string board, string demand, string id, Match? match, DateTimeOffset now)
    {
        var key = MatchDecisions.Key(demand, id);
        Mark(match is null || match.Score < Above ? _list.Drop(key) : _list.Put(key, new(board, demand, match, now)));
    }

    public void Drop(string key) => Mark(_list.Drop(key));

    /// <summary>Drops all leads of a board whose feed may have gaps.</summary>
    public void DropBoard(string board)
    {
        Mark(_list.DropBoard(board));
        foreach (var (demand, _) in _boards.Where(pair => pair.Value == board))
            _feeds.Remove(demand);
    }

    /// <summary>Gives a lead its names, unless the records have changed since they were read for it.</summary>
    public void Describe(string key, HeldLead lead)
    {
        if (Find(key) is { } held && held.Revision == lead.Revision)
            _list.Replace(key, lead with { Match = held.Match });
    }

    /// <summary>
    /// The next demands whose first list is to be read: a new demand's list is its baseline and raises no events.
    /// </summary>
    public IReadOnlyList<string> TakeFresh(int max)
    {
        var next = _fresh.Take(max).ToList();
        _fresh.ExceptWith(next);
        return next;
    }

    /// <summary>The next keys of which the desk may not know the state, the best leads first.</summary>
    public IReadOnlyList<string> NextDirty(int max, DateTimeOffset now)
    {
        Mark(_decided.Over(now));
        return
        [
            .. _dirty
                .OrderByDescending(key => Find(key)?.Match.Score ?? 100)
                .ThenBy(key => key, StringComparer.Ordinal)
                .Take(max),
        ];
    }

    /// <summary>The states of those of some keys that are still news, as the desk shows them; news no longer.</summary>
    public ImmutableArray<LeadState> TakeNews(IEnumerable<string> keys) =>
        [.. keys.Where(key => IsReady(key) && _dirty.Remove(key)).Select(State)];

    /// <summary>Notes that the desk may know the state of none of these, or (null) of no lead at all.</summary>
    public void Republish(IEnumerable<string>? keys = null) => Mark(keys ?? _list.Keys);

    private void Mark(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            _dirty.Add(key);
            _marked.Add(key);
        }
    }

    // A lead that has no names yet is described first.
    private bool IsReady(string key) => !IsToBeDescribed(key);

    private LeadState State(string key) =>
        Find(key) is { Visibility: { } visibility } lead && !_decided.IsHidden(key, lead.Match)
            ? new(key, ++_number, lead.ToLead(key), visibility, _decided.Later(key))
            : new(key, ++_number, null, null, null);

    private void Take(RecordState record)
    {
        switch (record.Kind)
        {
            case RecordKind.Introduction when record.Body is { } body:
                var introduction = RecordJson.Read<Introduction>(body);
                Mark([_decided.Take(introduction with { Id = record.Id })]);
                break;
            case RecordKind.MatchDecision when record.Body is { } body:
                var decision = RecordJson.Read<MatchDecision>(body);
                Mark([_decided.Decide(decision)]);
                break;
            case RecordKind.Demand:
                TakeDemand(record);
                break;
            case RecordKind.Space:
                Mark(_list.Own(record.Id, record.Owner));
                break;
        }
    }

    private void TakeDemand(RecordState record)
    {
        if (record.Body is not { } body)
        {
            _boards.Remove(record.Id);
            _feeds.Remove(record.Id);
            _fresh.Remove(record.Id);
            Mark(_list.DropDemand(record.Id));
            return;
        }

        var demand = RecordJson.Read<Demand>(body);
        _boards[record.Id] = demand.Board;
        _fresh.Add(record.Id);
        // Who may know of it changes at once; the names follow.
        Mark(_list.Show(record.Id, record.Visibility));
    }
}
