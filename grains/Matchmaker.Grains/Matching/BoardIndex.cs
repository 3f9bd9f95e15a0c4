using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>
/// One board in memory: its records, the catalogue that searches read, the standing demands and their feeds. No I/O: it takes changes in and
/// returns what is to be told. One writer.
/// </summary>
internal sealed class BoardIndex(Board board, long epoch, DateOnly today)
{
    private readonly Stock _stock = new(board);
    private readonly StandingDemands _standing = new(board);
    private readonly Dictionary<string, Face> _faces = new(StringComparer.Ordinal);
    private readonly Feeds _feeds = new(epoch);

    public Board Board => board;

    /// <summary>The kinds of records that the board's profiles are made of, parents first.</summary>
    public IReadOnlyList<string> Kinds => _stock.Kinds;

    /// <summary>Never changed: a search holds it as long as it likes.</summary>
    public Catalogue Catalogue { get; private set; } = Catalogue.Empty(board);

    /// <summary>The day in Hong Kong on which everything here is judged.</summary>
    public DateOnly Day { get; private set; } = today;

    /// <summary>Fills the index with records' present state: raises nothing.</summary>
    public void Load(string kind, IEnumerable<StoredRecord> records)
    {
        if (kind == RecordKind.Demand)
        {
            foreach (var record in records)
                PutDemand(record.Id, record.Body, record.Owner, record.Cleared);
            return;
        }

        var ids = records.SelectMany(record => _stock.Put(kind, record.Id, record.Body)).ToHashSet(StringComparer.Ordinal);
        Catalogue = Catalogue.With([.. ids.Select(_stock.Profile).OfType<Profile>()], []);
    }

    /// <summary>Takes one change in: all entries that were committed together.</summary>
    /// <returns>At most one message a demand and audience.</returns>
    public Told Apply(IReadOnlyList<StoredChange> change)
    {
        var messages = Tell(Move([.. change.SelectMany(entry => _stock.Put(entry.Kind, entry.Id, entry.Body)).Distinct(StringComparer.Ordinal)]));
        var ended = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in change.Where(entry => entry.Kind == RecordKind.Demand))
            messages.AddRange(Tell(ApplyDemand(entry, ended)));
        return new([.. messages], ended.ToImmutable());
    }

    /// <summary>Goes to a new day in Hong Kong, which is a change of every profile.</summary>
    public Told Dawn(DateOnly day)
    {
        if (day <= Day)
            return Told.Nothing;
        var changes = _standing.NewDay(Catalogue, Day, day);
        Day = day;
        return new([.. Tell(changes)], []);
    }

    /// <exception cref="NotFoundException">No such demand, or not for this caller.</exception>
    public StandingDemand Demand(Caller caller, string id) =>
        _standing.Find(id) is { } demand && Access.MaySee(caller, _faces[id]) ? demand : throw new NotFoundException();

    public Feed Feed(string demand, Audience audience) => _feeds.Of(demand, audience);

    private ImmutableArray<DemandChange> Move(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return [];
        var changes = ids.Select(id => new ProfileChange(Catalogue.Find(id), _stock.Profile(id))).ToList();
        Catalogue = Catalogue.With(
            [.. changes.Select(change => change.After).OfType<Profile>()],
            [.. changes.Where(change => change.After is null && change.Before is not null).Select(change => change.Before!.Id)]);
        return _standing.Changes(changes, Day, Day);
    }

    private ImmutableArray<DemandChange> ApplyDemand(StoredChange entry, ImmutableArray<string>.Builder ended)
    {
        var before = _standing.Find(entry.Id);
        var seenBefore = before is null ? null : _faces[entry.Id];
        var after = PutDemand(entry.Id, entry.Body, entry.Owner, entry.Cleared);
        if (before is not null && (after is null || !IsSame(seenBefore!, _faces[entry.Id])))
            ended.Add(entry.Id);
        // Because a new demand's first list is its baseline, and one that is gone has nobody to tell.
        return before is null || after is null ? [] : StandingDemands.Rewritten(before, after, Catalogue, Day);
    }

    private StandingDemand? PutDemand(string id, string? body, string? owner, string? cleared)
    {
        if (body is not null && RecordJson.Read<Demand>(body) is var demand && demand.Board == board.Code)
        {
            var standing = new StandingDemand(id, demand.Board, owner ?? "", demand.Criteria, demand.NotifyAbove);
            _standing.Put(standing);
            _faces[id] = new(RecordKind.Demand, owner, false, ClearedList.Read(cleared));
            return standing;
        }

        _standing.Remove(id);
        _faces.Remove(id);
        return null;
    }

    private List<FeedMessage> Tell(ImmutableArray<DemandChange> changes) =>
    [
        .. changes.Select(change =>
        {
            var feed = _feeds.Of(change.Demand, change.Audience);
            var events = feed.Add(change.Transitions);
            return new FeedMessage(change.Demand, change.Audience, feed.Last, events);
        }),
    ];

    private static bool IsSame(Face one, Face other) =>
        one.Owner == other.Owner && (one.Cleared ?? []).SequenceEqual(other.Cleared ?? []);
}

/// <summary>What watchers are to be told.</summary>
/// <param name="Ended">Demands that are gone, or that others may see than before: their watchers must ask again.</param>
internal readonly record struct Told(ImmutableArray<FeedMessage> Messages, ImmutableArray<string> Ended)
{
    public static Told Nothing { get; } = new([], []);
}
