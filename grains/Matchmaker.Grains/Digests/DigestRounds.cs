using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Digests;

/// <summary>
/// One round looks at each demand whose digest is due: what is other than the last one said goes out in letters to all of its owner's people, in
/// one commit with what is now said. The list is the one that these people see.
/// </summary>
internal sealed class DigestRounds(Database database, TimeProvider time)
{
    private readonly DigestRepository _demands = new(database);
    private readonly RecordRepository _rows = new(database);
    private readonly AccountRepository _accounts = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly Dictionary<string, Demand> _wanted = [];
    private readonly Dictionary<string, DateTimeOffset> _lookedAt = [];
    private readonly Dictionary<string, long> _feeds = [];
    private long _followed;

    /// <param name="attempt">Runs one demand's turn so that its failure keeps no other.</param>
    public async Task Run(IGrainFactory grains, Func<string, Func<Task>, Task> attempt)
    {
        foreach (var row in await _demands.ListChanged(_followed))
        {
            if (
                row.Body is { } body
                && RecordJson.Read<Demand>(body) is { Digest: not DigestRhythm.None, Owner: not null } demand
            )
                _wanted[row.Id] = demand with { Id = row.Id };
            else
                _wanted.Remove(row.Id);
            _followed = row.Sequence;
        }

        foreach (var demand in _wanted.Values.OrderBy(demand => demand.Id, StringComparer.Ordinal).ToList())
            await attempt($"the digest of {demand.Id}", () => Look(grains, demand));
    }

    private async Task Look(IGrainFactory grains, Demand demand)
    {
        var now = time.GetUtcNow();
        var turn = DigestRules.LastTurn(demand.Digest, now);
        if (_lookedAt.TryGetValue(demand.Id, out var lookedAt) && lookedAt >= turn)
            return;
        var last = await _rows.Find(RecordKind.Digest, demand.Id);
        var state = last?.Body is { } body ? RecordJson.Read<DigestState>(body) : null;
        if (state is null || state.At < turn)
            await Compare(grains, demand, last, state, now);
        _lookedAt[demand.Id] = now;
    }

    private async Task Compare(
        IGrainFactory grains,
        Demand demand,
        RecordRow? last,
        DigestState? state,
        DateTimeOffset now
    )
    {
        if (await List(grains, demand, mayBeKnown: state is not null) is not { } list)
            return;
        var items = DigestRules.ItemsOf(list.Matches ?? []);
        var changes = state is null ? [] : DigestRules.Changes(state.Items, items);
        if (state is null || !changes.IsEmpty)
            await Say(
                grains,
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

    private async Task Say(
        IGrainFactory grains,
        Demand demand,
        RecordRow? last,
        DigestState next,
        ImmutableArray<DigestChange> changes
    )
    {
        // The party first, because one that is marked confidential from here on must not find its demand's letters open.
        var party = await _sources.Party(demand.Owner);
        if (party is null || await _rows.Find(RecordKind.Demand, demand.Id) is not { IsDeleted: false } row)
            return;
        var letters = changes.IsEmpty ? [] : await LettersOf(demand, party.Party, changes, next.At);
        await grains.Commit([
            new RecordWrite.Put(
                RecordKind.Digest,
                demand.Id,
                last is { IsDeleted: false } ? last.Version : 0,
                Caller.System.Email!,
                RecordJson.Write(next),
                row.Visibility with
                {
                    Kind = RecordKind.Digest,
                    Visible = false,
                }
            ),
            .. letters.Select(letter => Letters.Write(letter, row.Visibility, null)),
            new RecordWrite.Guard(row.Kind, row.Id, row.Version),
            party.Guard,
        ]);
        if (letters.Length > 0)
            await grains.Outbox().Wake();
    }

    /// <summary>The demand's notified matches as its own people see them; null: nothing was told of them since the last look.</summary>
    private async Task<WatchAnswer?> List(IGrainFactory grains, Demand demand, bool mayBeKnown)
    {
        var index = grains.Index(demand.Board);
        var people = new Caller(null, PartyId.RoleOf(demand.Owner), demand.Owner);
        long? known = mayBeKnown && _feeds.TryGetValue(demand.Id, out var feed) ? feed : null;
        var answer = await index.Watch(people, demand.Id, known);
        if (answer.Events is { IsEmpty: true })
            return null;
        return answer.Matches is null ? await index.Watch(people, demand.Id, null) : answer;
    }

    private async Task<ImmutableArray<Letter>> LettersOf(
        Demand demand,
        string party,
        ImmutableArray<DigestChange> changes,
        DateTimeOffset now
    )
    {
        var names = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var change in DigestRules.Told(changes))
        {
            // Because a profile that is public no more keeps its name to itself; its id the list has shown before.
            if (await _sources.Match(demand.Board, change.Id) is { IsPublic: true, Name: { } name })
                names[change.Id] = name;
        }

        var (subject, text) = (demand.Name ?? BoardTable.Find(demand.Board)!.Label, DigestRules.Text(changes, names));
        return
        [
            .. (await _accounts.ListOf(party)).Select(address =>
                Letters.For(address, "digest", now, Letters.Text(subject), Letters.Text(text))
            ),
        ];
    }
}
