using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Digests;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Digests;

/// <summary>
/// Looks at each demand whose digest is due: what changed since the last digest goes out in letters to all of its
/// owner's people, in one commit with the new state. The list is the one that these people see.
/// </summary>
internal sealed partial class DigestsGrain(Database database, TimeProvider time, ILogger<DigestsGrain> log)
    : ProjectionGrain<DigestDemands>(database, time, log),
        IDigestsGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly AccountRepository _accounts = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly Dictionary<string, DateTimeOffset> _lookedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _feeds = new(StringComparer.Ordinal);

    protected override string Name => "digests";

    protected override bool HasFeeds => false;

    public async Task Send()
    {
        await CatchUp();
        var demands = View.All;
        foreach (var demand in demands)
            await TryLook(demand);
        var wanted = demands.Select(demand => demand.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _lookedAt.Keys.Where(id => !wanted.Contains(id)).ToList())
        {
            _lookedAt.Remove(gone);
            _feeds.Remove(gone);
        }
    }

    protected override DigestDemands Create(long epoch, DateOnly today) => new();

    // A failure for one demand keeps no other; the next tick tries it again.
    private async Task TryLook(Demand demand)
    {
        try
        {
            await Look(demand);
        }
        catch (Exception failure)
        {
            LogNotSent(Log, demand.Id, failure);
        }
    }

    private async Task Look(Demand demand)
    {
        var now = Time.GetUtcNow();
        var turn = DigestRules.LastTurn(demand.Digest, now);
        if (_lookedAt.TryGetValue(demand.Id, out var lookedAt) && lookedAt >= turn)
            return;
        var last = await _rows.Find(RecordKind.Digest, demand.Id);
        var state = last?.Body is { } body ? RecordJson.Read<DigestState>(body) : null;
        if (state is null || state.At < turn)
            await Compare(demand, last, state, now);
        _lookedAt[demand.Id] = now;
    }

    private async Task Compare(Demand demand, RecordRow? last, DigestState? state, DateTimeOffset now)
    {
        if (await List(demand, mayBeKnown: state is not null) is not { } list)
            return;
        var items = DigestRules.ItemsOf(list.Matches ?? []);
        var changes = state is null ? [] : DigestRules.Changes(state.Items, items);
        if (state is null || !changes.IsEmpty)
            await Record(
                demand,
                last,
                new()
                {
                    Id = demand.Id,
                    At = now,
                    Items = items,
                },
                changes
            );
        _feeds[demand.Id] = list.Sequence;
    }

    private async Task Record(Demand demand, RecordRow? last, DigestState next, ImmutableArray<DigestChange> changes)
    {
        // The party is read first: its guard fails the commit if it is marked confidential from here on.
        var party = await _sources.Party(demand.Owner);
        if (party is null || await _rows.Find(RecordKind.Demand, demand.Id) is not { IsDeleted: false } row)
            return;
        var letters = changes.IsEmpty ? [] : await LettersOf(demand, party.Party, changes, next.At);
        await GrainFactory.CommitNotified(RecordKind.Digest, last, next, row, party.Guard, letters);
    }

    /// <summary>The demand's notified matches as its own people see them; null: nothing was published of them since the
    /// last look.</summary>
    private async Task<WatchAnswer?> List(Demand demand, bool mayBeKnown)
    {
        var index = GrainFactory.Index(demand.Board);
        var people = new Caller(null, PartyId.RoleOf(PartyId.Parse(demand.Owner)), PartyId.Parse(demand.Owner));
        long? known = mayBeKnown && _feeds.TryGetValue(demand.Id, out var feed) ? feed : null;
        var answer = await index.Watch(people, demand.Id, known);
        if (answer.Events is { IsEmpty: true })
            return null;
        return answer.Matches is null ? await index.Watch(people, demand.Id, null) : answer;
    }

    private async Task<ImmutableArray<Letter>> LettersOf(
        Demand demand,
        PartyId party,
        ImmutableArray<DigestChange> changes,
        DateTimeOffset now
    )
    {
        var names = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var change in DigestRules.Told(changes))
        {
            // A profile that was withdrawn keeps its name to itself; the list has shown its id before.
            if (await _sources.Match(demand.Board, change.Id) is { IsPublic: true, Name: { } name })
                names[change.Id] = name;
        }

        var (subject, text) = (demand.Name ?? BoardTable.Find(demand.Board)!.Label, DigestRules.Text(changes, names));
        return
        [
            .. (await _accounts.ListOf(party))
                .Where(account => !account.NoDigests)
                .Select(account => account.Id)
                .Select(address => Letters.For(address, "digest", now, Letters.Text(subject), Letters.Text(text))),
        ];
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The digest of demand {Demand} was not sent; the next tick tries it again"
    )]
    private static partial void LogNotSent(ILogger log, string demand, Exception failure);
}
