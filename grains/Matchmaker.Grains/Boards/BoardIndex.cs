using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Live;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>
/// One board in memory: its records, the catalogue that searches read, the standing demands and their feeds. No I/O: it
/// takes changes in and returns what is to be told. One writer.
/// </summary>
internal sealed partial class BoardIndex(Board board, long epoch, DateOnly today) : IProjection
{
    private static readonly Lazy<Lexicon> Shipped = new(() => new(TaxonomySet.BuiltIn));

    private readonly SourceRecords _source = new(board);
    private readonly StandingDemands _standing = new(board);

    // As they were saved, because a code that was moved may be moved back.
    private readonly Dictionary<string, StandingDemand> _demands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visibility> _visibility = new(StringComparer.Ordinal);
    private readonly Feeds _feeds = new(epoch);
    private readonly CounterpartBoard? _counterpart = CounterpartBoard.Of(board);
    private Lexicon? _lexicon;

    public Board Board => board;

    /// <summary>The kinds of records that the board is made of, in the order in which they are loaded.</summary>
    public IReadOnlyList<string> Kinds =>
        [RecordKind.Taxonomy, .. GateKinds, .. _source.Kinds, .. _counterpart?.Kinds ?? [], RecordKind.Demand];

    /// <summary>Never changed: a search holds it as long as it likes.</summary>
    public IndexSnapshot Catalogue { get; private set; } = IndexSnapshot.Empty(board);

    /// <summary>
    /// The catalogue as a question for another day reads it: with what is on the board on that day alone, by its first
    /// and last day, and without what is not.
    /// </summary>
    public IndexSnapshot CatalogueOn(DateOnly day) =>
        _source.Turning(Day, day) is { Count: > 0 } turned
            ? Catalogue.With(
                [.. turned.Where(id => _source.IsOn(id, day)).Select(ProfileAnyDay).OfType<Profile>()],
                [.. turned.Where(id => !_source.IsOn(id, day))]
            )
            : Catalogue;

    /// <summary>The codes as they stand now.</summary>
    public TaxonomySet Taxonomies { get; private set; } = TaxonomySet.BuiltIn;

    /// <summary>What people's words mean, as the codes stand now; made when first asked for.</summary>
    public Lexicon Lexicon => _lexicon ??= Taxonomies == TaxonomySet.BuiltIn ? Shipped.Value : new(Taxonomies);

    /// <summary>The day in Hong Kong on which everything here is judged.</summary>
    public DateOnly Day { get; private set; } = today;

    /// <summary>Fills the index with records' present state: raises nothing.</summary>
    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        if (kind == RecordKind.Taxonomy)
        {
            foreach (var record in records)
                PutTaxonomy(record.Id, record.Body);
            return;
        }

        if (kind == RecordKind.Gates)
        {
            JudgeBy(Catalogue.By(Catalogue.Gates.With(records)));
            return;
        }

        foreach (var record in records)
            _counterpart?.Put(kind, record.Id, record.Body, record.IsConfidential, Taxonomies);
        if (kind == RecordKind.Demand)
        {
            foreach (var record in records)
                PutDemand(record);
            Renew([.. records.SelectMany(record => _source.HeldFor(record.Id)).Select(Renewed)]);
            return;
        }

        var ids = records
            .SelectMany(record => _source.Put(kind, record.Id, record.Body, record.IsConfidential))
            .ToHashSet(StringComparer.Ordinal);
        Renew([.. ids.Select(id => new ProfileChange(null, Profile(id)))]);
    }

    /// <summary>Takes one change in: all entries that were committed together.</summary>
    /// <returns>At most one message a demand and audience.</returns>
    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        var ended = ImmutableArray.CreateBuilder<string>();
        if (change.Any(entry => entry.Kind == RecordKind.Taxonomy))
            return new([.. Publish(WithMutualUpdates(_counterpart?.Parties ?? [], Day, () => RemapCodes(change)))], []);
        if (change.Any(entry => entry.Kind == RecordKind.Gates))
            return new([.. Publish(TakeGates(change))], []);
        var changes = WithMutualUpdates(
            PartiesOf(change),
            Day,
            () =>
            {
                foreach (var entry in change)
                    _counterpart?.Put(entry.Kind, entry.Id, entry.Body, entry.IsConfidential, Taxonomies);
                var ids = change
                    .SelectMany(entry => _source.Put(entry.Kind, entry.Id, entry.Body, entry.IsConfidential))
                    .Distinct(StringComparer.Ordinal);
                var moved = Move([.. ids]);
                var demands = change.Where(entry => entry.Kind == RecordKind.Demand).ToList();
                return
                [
                    .. moved,
                    .. demands.SelectMany(entry => ApplyDemand(entry, ended)),
                    .. Move([.. demands.SelectMany(entry => _source.HeldFor(entry.Id))]),
                ];
            }
        );
        return new([.. Publish(changes)], ended.ToImmutable());
    }

    /// <summary>Goes to a new day in Hong Kong, which is a change of every profile.</summary>
    public Publication AdvanceDay(DateOnly day)
    {
        if (day <= Day)
            return Publication.Nothing;
        var yesterday = Day;
        return new(
            [
                .. Publish(
                    WithMutualUpdates(
                        _counterpart?.ExpiringBetween(yesterday, day) ?? [],
                        yesterday,
                        () =>
                        {
                            Day = day;
                            ImmutableArray<ProfileChange> turned =
                            [
                                .. _source
                                    .Turning(yesterday, day)
                                    .Concat(_source.Released(yesterday, day))
                                    .Select(Renewed),
                            ];
                            Renew(turned);
                            return _standing.AdvanceDay(Catalogue, yesterday, day, turned);
                        }
                    )
                ),
            ],
            []
        );
    }

    /// <exception cref="NotFoundException">No such demand, or not for this caller.</exception>
    public StandingDemand Demand(Caller caller, string id) =>
        _standing.Find(id) is { } demand && Access.MaySee(caller, _visibility[id])
            ? demand
            : throw new NotFoundException();

    /// <summary>The confidential party whose demand it is; null: none.</summary>
    public PartyId? ProjectOf(string demand) =>
        _visibility.TryGetValue(demand, out var visibility) && visibility.Cleared is not null ? visibility.Owner : null;

    /// <summary>
    /// A match of a demand that is not saved: it names no demand that the caller may not know of, or of which each look
    /// is to be logged.
    /// </summary>
    public Match WithoutSecrets(Caller caller, Match match) =>
        match.Hold?.Demand is not { } demand || IsOpenTo(caller, demand) ? match : match with { Hold = new() };

    /// <summary>Null: no such demand here.</summary>
    public StandingDemand? Standing(string demand) => _standing.Find(demand);

    /// <summary>The standing demands whose ids come after that one (null: all), in ordinal order.</summary>
    public IEnumerable<StandingDemand> DemandsAfter(string? id) => _standing.After(id);

    /// <summary>How many feeds there are, of all demands and audiences.</summary>
    public int FeedCount => _feeds.Count;

    public Feed Feed(string demand, Audience audience) => _feeds.Of(demand, audience);

    private Profile? Profile(string id) => _source.IsOn(id, Day) ? ProfileAnyDay(id) : null;

    private Profile? ProfileAnyDay(string id) =>
        _source.Profile(id) is { } profile ? WithStandingHold(Taxonomies.Current(board, profile)) : null;

    // A hold ends with its last day and with its demand.
    private Profile WithStandingHold(Profile profile) =>
        profile.Hold is { } hold && (hold.Until < Day || !_demands.ContainsKey(hold.Demand))
            ? profile with
            {
                Hold = null,
            }
            : profile;

    private ProfileChange Renewed(string id) => new(Catalogue.Find(id), Profile(id));

    private ImmutableArray<DemandChange> Move(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return [];
        var changes = ids.Select(Renewed).ToList();
        var before = Catalogue;
        Renew(changes);
        return _standing.Changes(changes, Day, Day, before, Catalogue);
    }

    private void Renew(IReadOnlyList<ProfileChange> changes)
    {
        Catalogue = Catalogue.With(
            [.. changes.Select(change => change.After).OfType<Profile>()],
            [
                .. changes
                    .Where(change => change.After is null && change.Before is not null)
                    .Select(change => change.Before!.Id),
            ]
        );
        foreach (var (before, after) in changes)
            _counterpart?.Publish(board, (after ?? before)?.Id, after);
    }

    private ImmutableArray<DemandChange> ApplyDemand(ChangedRecord entry, ImmutableArray<string>.Builder ended)
    {
        var before = _standing.Find(entry.Id);
        var seenBefore = before is null ? null : _visibility[entry.Id];
        var after = PutDemand(entry);
        if (before is not null && (after is null || !IsSame(seenBefore!, _visibility[entry.Id])))
            ended.Add(entry.Id);
        if (before is not null && after is null)
            _feeds.Drop(entry.Id);
        // The first list of a new demand is its baseline; a deleted demand has no readers.
        return before is null || after is null
            ? []
            : StandingDemands.RevisionChanges(before, after, Catalogue, Catalogue, Day);
    }

    private StandingDemand? PutDemand(RecordState record)
    {
        var demand = record.Body is { } body ? RecordJson.Read<Demand>(body) : null;
        var saved =
            demand is null || BoardTable.Find(demand.Board) is not { } on
                ? null
                : new StandingDemand(
                    record.Id,
                    demand.Board,
                    record.Owner ?? "",
                    demand.Criteria,
                    demand.NotifyAbove,
                    Access.Browses(PartyId.Parse(record.Owner), on),
                    demand.Combine
                );
        _counterpart?.Seek(record.Id, saved, Taxonomies);
        if (saved?.Board != board.Code)
        {
            _standing.Remove(record.Id);
            _demands.Remove(record.Id);
            _visibility.Remove(record.Id);
            return null;
        }

        var standing = Current(saved);
        _standing.Put(standing);
        _demands[record.Id] = saved;
        _visibility[record.Id] = record.Visibility;
        return standing;
    }

    private StandingDemand Current(StandingDemand demand) =>
        demand with
        {
            Criteria = Taxonomies.Current(board, demand.Criteria),
        };

    private List<FeedMessage> Publish(IEnumerable<DemandChange> changes) =>
        [
            .. changes
                // A commit may change the list of a demand that it deletes.
                .Where(change => _standing.Find(change.Demand) is not null)
                .Select(change =>
                {
                    var feed = _feeds.Of(change.Demand, change.Audience);
                    var events = feed.Add(change.Transitions);
                    return new FeedMessage(change.Demand, change.Audience, feed.Last, events);
                }),
        ];

    private static bool IsSame(Visibility visibility, Visibility other) =>
        visibility.Owner == other.Owner && (visibility.Cleared ?? []).SequenceEqual(other.Cleared ?? []);
}
