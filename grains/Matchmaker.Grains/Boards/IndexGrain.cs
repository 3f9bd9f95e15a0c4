using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Grains.Telemetry;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Search;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Boards;

/// <summary>
/// Follows the journal: whatever it missed, it reads on from the last sequence that it holds, when told of a commit and at latest each second.
/// Built from the records at activation. Between two awaits the catalogue and the feeds agree, so a list's number is exact.
/// </summary>
[KeepAlive]
internal sealed partial class IndexGrain(Database database, TimeProvider time, ILogger<IndexGrain> log)
    : Grain,
        IIndexGrain
{
    private const int WatchedAtMost = 2_000;
    private const int EntriesAtOnce = 1_000;

    private readonly IndexReader _reader = new(database);
    private readonly List<FeedMessage> _outgoing = [];
    private readonly List<string> _ended = [];
    private BoardIndex _index = null!;
    private long _applied;
    private Task? _advancing;

    private bool _isUntold;

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        StoreExceptionFilter.Translate(() => Load(cancellationToken));

    private async Task Load(CancellationToken cancellationToken)
    {
        var board = BoardTable.Find(this.GetPrimaryKeyString()) ?? throw new NotFoundException();
        var epoch = await _reader.NextEpoch(board.Code, cancellationToken);
        _index = new(board, epoch, time.Today());
        // Because records may move on while they are read, the journal is followed from before the first of them; repeats change nothing.
        _applied = await _reader.LastSequence(cancellationToken);
        foreach (var kind in _index.Kinds)
        {
            await foreach (var page in _reader.Records(kind))
                _index.Load(kind, page);
        }

        // Because an index that was built anew does not know what the one before had told of; before it answers, so that who asks it is not told.
        _isUntold = epoch > 0;
        await TellHosts();
        this.RegisterGrainTimer(
            Follow,
            new()
            {
                DueTime = TimeSpan.FromSeconds(1),
                Period = TimeSpan.FromSeconds(1),
                Interleave = true,
            }
        );
    }

    public async Task WaitForProjection(long sequence, CancellationToken cancellation = default)
    {
        while (_applied < sequence)
        {
            var before = _applied;
            var running = _advancing;
            await CatchUp();
            // Because an advance that ran already may have read before the commit, only one of our own proves that there is nothing.
            if (running is null && _applied == before)
                return;
        }

        if (_advancing is { } last)
            await last; // so that the events are out too
    }

    public Task<AdHocAnswer> Match(Caller caller, AdHocDemand demand, CancellationToken cancellation = default)
    {
        AdvanceDay();
        var criteria = _index.Taxonomies.Current(_index.Board, AdHocRules.Check(_index.Board, demand));
        var query = new Query(criteria, demand.Top, demand.AsOf ?? _index.Day, Access.ViewerOf(caller, _index.Board));
        var found = _index.Catalogue.Search(query);
        var near = demand.NearMisses ? _index.Catalogue.NearMisses(query, demand.Top) : null;
        return Task.FromResult(
            new AdHocAnswer(
                query.AsOf,
                found.Count,
                WithMutual(found.Matches, caller.Party, query),
                near?.Relaxations,
                near?.NearMisses
            )
        );
    }

    public Task<SearchAnswer> Search(Caller caller, string text, int top, CancellationToken cancellation = default)
    {
        AdvanceDay();
        var read = ParsedSearch.Parse(_index.Lexicon, text);
        var (criteria, words) = read.For(_index.Board);
        ImmutableArray<string> terms = [.. read.Terms.Select(term => term.Text)];
        if (criteria.IsEmpty && words.IsEmpty)
            return Task.FromResult(new SearchAnswer(terms, [], 0, []));
        var query = new Query(criteria, top, _index.Day, Access.ViewerOf(caller, _index.Board), words);
        var found = _index.Catalogue.Search(query);
        return Task.FromResult(
            new SearchAnswer(terms, criteria, found.Count, WithMutual(found.Matches, caller.Party, query))
        );
    }

    public async Task<DemandMatches> Matches(
        Caller caller,
        string demand,
        int top,
        CancellationToken cancellation = default
    )
    {
        var standing = await Authorize(caller, demand);
        var found = _index.Catalogue.Search(Query(caller, standing, top));
        return new DemandMatches(
            _index.Feed(demand, caller.Audience).Last,
            found.Count,
            [.. found.Matches.Select(match => _index.WithMutual(match, standing))]
        );
    }

    public async Task<Match?> MatchOf(Caller caller, string demand, string id, CancellationToken cancellation = default)
    {
        var standing = await Authorize(caller, demand);
        return _index.Catalogue.Match(Query(caller, standing, 1), id) is { } match
            ? _index.WithMutual(match, standing)
            : null;
    }

    public Task<ImmutableArray<DemandHead>> Heads(
        string? after,
        int demands,
        int top,
        CancellationToken cancellation = default
    )
    {
        AdvanceDay();
        return Task.FromResult<ImmutableArray<DemandHead>>([
            .. _index.DemandsAfter(after).Take(demands).Select(standing => Head(standing, top)),
        ]);
    }

    public Task<DemandHead?> HeadOf(string demand, int top, CancellationToken cancellation = default)
    {
        AdvanceDay();
        return Task.FromResult(_index.Standing(demand) is { } standing ? Head(standing, top) : null);
    }

    public async Task<NearMissReport> NearMisses(
        Caller caller,
        string demand,
        int top,
        CancellationToken cancellation = default
    )
    {
        var standing = await Authorize(caller, demand);
        return _index.Catalogue.NearMisses(Query(caller, standing, top), top);
    }

    public async Task<ConsortiumReport> Consortium(
        Caller caller,
        string demand,
        CancellationToken cancellation = default
    )
    {
        var standing = await Authorize(caller, demand);
        if (_index.Board != BoardTable.Partners)
            throw new InvalidException(new FieldError("board", "notACode", BoardTable.Partners.Code));
        if (ConsortiumLines.CountOf(standing.Criteria) > ConsortiumLines.MaxLines)
            throw new InvalidException(new FieldError("criteria", "tooMany", $"{ConsortiumLines.MaxLines}"));
        return _index.Catalogue.Consortium(Query(caller, standing, 0));
    }

    public async Task<WatchAnswer> Watch(
        Caller caller,
        string demand,
        long? after,
        CancellationToken cancellation = default
    )
    {
        var standing = await Authorize(caller, demand);
        var feed = _index.Feed(demand, caller.Audience);
        if (after is { } known && feed.Since(known) is { } events)
            return new WatchAnswer(feed.Last, null, null, events);

        var matches = _index.Catalogue.Search(Query(caller, standing, WatchedAtMost + 1)).Matches;
        // Because they come best first, those that notify stand in front.
        var notified = matches
            .TakeWhile(standing.Notifies)
            .Select(match => _index.WithMutual(match, standing))
            .ToImmutableArray();
        return notified.Length > WatchedAtMost
            ? new WatchAnswer(feed.Last, notified[..WatchedAtMost], true, null)
            : new WatchAnswer(feed.Last, notified, null, null);
    }

    private DemandHead Head(StandingDemand standing, int top) =>
        new(
            standing.Id,
            [
                .. _index
                    .Catalogue.Search(new(standing.Criteria, top, _index.Day, new(true, null, true)))
                    .Matches.TakeWhile(standing.Notifies),
            ]
        );

    /// <summary>A demand that the caller may see; of a confidential project not before the journal has that they looked. From there on nothing waits.</summary>
    private async Task<StandingDemand> Authorize(Caller caller, string demand)
    {
        _index.Demand(caller, demand);
        if (_index.ProjectOf(demand) is { } project)
            await GrainFactory.Views().Record(caller, [project], "matches");
        AdvanceDay();
        return _index.Demand(caller, demand);
    }

    // A saved demand is matched for its feed's audience, not for one person, so that a list and the feed's events always agree.
    private Query Query(Caller caller, StandingDemand demand, int top) =>
        new(demand.Criteria, top, _index.Day, new(caller.Audience is Audience.Office, null, demand.Open));

    private ImmutableArray<Match> WithMutual(ImmutableArray<Match> matches, string? asker, Query query) =>
        [
            .. matches.Select(match =>
                _index.WithMutual(match, asker, BoardIndex.TotalWeight(query.Criteria), query.AsOf)
            ),
        ];

    private async Task Follow(CancellationToken cancellation)
    {
        try
        {
            await CatchUp();
        }
        catch (Exception failure)
        {
            LogBehind(log, _index.Board.Code, _applied, failure);
        }
    }

    /// <summary>Reads on until the journal has no more; a call during another's waits for that one.</summary>
    private Task CatchUp() => _advancing ??= AdvanceAlone();

    private async Task AdvanceAlone()
    {
        // Because the assignment to _advancing must come before its end, even where nothing here waits.
        await Task.Yield();
        try
        {
            AdvanceDay();
            while (
                await _reader.ChangesAfter(_applied, EntriesAtOnce, CancellationToken.None) is { Count: > 0 } entries
            )
            {
                foreach (var change in entries.GroupBy(entry => entry.Change))
                    Note(_index.Apply([.. change]));
                _applied = entries[^1].Sequence;
                Metrics.Indexed(_index.Board.Code, entries.Count, time.GetUtcNow() - Instants.Read(entries[^1].At));
                await TellHosts();
            }

            await TellHosts();
        }
        finally
        {
            _advancing = null;
        }
    }

    private void AdvanceDay() => Note(_index.AdvanceDay(time.Today()));

    private void Note(Publication told)
    {
        _outgoing.AddRange(told.Messages);
        _ended.AddRange(told.Ended);
    }

    private async Task TellHosts()
    {
        ImmutableArray<FeedMessage> messages = [.. _outgoing];
        string[] ended = [.. _ended];
        _outgoing.Clear();
        _ended.Clear();
        try
        {
            if (_isUntold)
                await GrainFactory.Live().Lost(_index.Board.Code);
            _isUntold = false;
            if (!messages.IsEmpty)
            {
                await GrainFactory.Live().Publish(messages);
                Metrics.Published(messages.Length);
                await GrainFactory.Desk().Matched(_index.Board.Code, messages);
            }

            foreach (var demand in ended)
                await GrainFactory.Live().End(new(null, demand));
        }
        catch (Exception failure)
        {
            // Because no number tells a client of a last message that never came, the web hosts are told that there may be one.
            _isUntold = true;
            LogUntold(log, messages.Length, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index {Board} stays at {Sequence} for now")]
    private static partial void LogBehind(ILogger log, string board, long sequence, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages did not reach the web hosts")]
    private static partial void LogUntold(ILogger log, int count, Exception failure);
}
