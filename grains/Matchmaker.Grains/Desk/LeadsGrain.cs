using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reverse;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Desk;

/// <summary>Follows journal and boards, gives leads their names, and keeps the desk's copy up to date.</summary>
[KeepAlive]
internal sealed partial class LeadsGrain(Database database, TimeProvider time, ILogger<LeadsGrain> log)
    : ProjectionGrain<Leads>(database, time, log),
        ILeadsGrain
{
    private const int DemandsAtOnce = 20;
    private const int HeadsOfEach = 5;
    private const int FlushedAtOnce = 200;
    private const int MaxFlushes = 20;
    private static readonly TimeSpan FlushPeriod = TimeSpan.FromMilliseconds(200);

    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly string _source = RecordIds.New();
    private readonly HashSet<string> _boardsToLoad = [.. BoardTable.All.Select(board => board.Code)];
    private bool _isWhole;
    private Task? _flushing;
    private Task? _loading;

    protected override string Name => "leads";

    // The desk numbers what its readers are told.
    protected override bool HasFeeds => false;

    public Task Matched(string board, ImmutableArray<FeedMessage> messages)
    {
        foreach (var message in messages.Where(message => message.Audience is Audience.Office))
            View.Take(board, message, Time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task Lost(string board)
    {
        // While heads are being loaded, they are loaded from the rebuilt index.
        if (_boardsToLoad.Add(board))
            View.DropBoard(board);
        return Task.CompletedTask;
    }

    public Task Republish()
    {
        View.Republish();
        return Task.CompletedTask;
    }

    public override Task Publish(Publication publication) => Send(View.TakeNews(publication.Changed));

    protected override Leads Create(long epoch, DateOnly today) => new();

    protected override Task Loaded()
    {
        Every(FlushPeriod, _ => Flush());
        Every(FlushPeriod, _ => _loading ??= LoadHeads());
        return Task.CompletedTask;
    }

    // In short pieces and beside everything else: the desk is of use before every demand was looked at.
    private async Task LoadHeads()
    {
        await Task.Yield();
        try
        {
            foreach (var board in _boardsToLoad.ToList())
            {
                await LoadHeads(board);
                _boardsToLoad.Remove(board);
            }
        }
        finally
        {
            _loading = null;
        }
    }

    private async Task LoadHeads(string board)
    {
        try
        {
            for (string? after = null; ; )
            {
                var heads = await GrainFactory.Index(board).Heads(after, DemandsAtOnce, HeadsOfEach);
                foreach (var head in heads)
                    Put(board, head);
                if (heads.IsEmpty)
                    return;
                after = heads[^1].Demand;
            }
        }
        catch (Exception failure)
        {
            // Matches that are published from now on are leads all the same.
            LogHeadless(Log, board, failure);
        }
    }

    private void Put(string board, DemandHead head)
    {
        foreach (var match in head.Matches)
            View.Put(board, head.Demand, match.Id, match, Time.GetUtcNow());
    }

    private async Task LoadFreshHeads()
    {
        foreach (var demand in View.TakeFresh(DemandsAtOnce))
        {
            if (
                await _rows.Find(RecordKind.Demand, demand) is not { Body: { } body }
                || BoardTable.Find(RecordJson.Read<Demand>(body).Board) is not { } board
            )
                continue;
            var index = GrainFactory.Index(board.Code);
            await index.WaitForProjection(Applied);
            if (await index.HeadOf(demand, HeadsOfEach) is { } head)
                Put(board.Code, head);
        }
    }

    private Task Flush() => _flushing ??= FlushAlone();

    // A bounded number of times, because each round may bring more.
    private async Task FlushAll()
    {
        for (var round = 0; round < MaxFlushes && (_flushing is not null || View.HasNews); round++)
            await Flush();
    }

    private async Task FlushAlone()
    {
        await Task.Yield(); // the assignment to _flushing comes before its end
        try
        {
            await LoadFreshHeads();
            var keys = View.NextDirty(FlushedAtOnce, Time.GetUtcNow());
            foreach (var leads in keys.Where(View.IsToBeDescribed).GroupBy(key => View.Find(key)!.Demand).ToList())
                await Describe(leads.Key, [.. leads]);
            if (keys.Count > 0 || IsToBecomeWhole)
                await Send(View.TakeNews(keys));
        }
        catch (Exception failure)
        {
            LogUnsent(Log, failure);
        }
        finally
        {
            _flushing = null;
        }
    }

    private bool IsToBecomeWhole => !_isWhole && _boardsToLoad.Count == 0 && !View.HasNews;

    private async Task Send(ImmutableArray<LeadState> leads)
    {
        var becomesWhole = IsToBecomeWhole;
        try
        {
            await GrainFactory.Desk().TakeLeads(new(_source, leads, becomesWhole));
            _isWhole |= becomesWhole;
        }
        catch
        {
            View.Republish(leads.Select(lead => lead.Key));
            throw;
        }
    }

    // All leads of one demand, which is read once.
    private async Task Describe(string id, ImmutableArray<string> keys)
    {
        var leads = keys.Select(key => (Key: key, Held: View.Find(key)!)).ToList();
        var demand = await _rows.Find(RecordKind.Demand, id);
        if (demand?.Body is not { } body)
        {
            foreach (var key in keys)
                View.Drop(key);
            return;
        }

        var (name, seeker) = (RecordJson.Read<Demand>(body).Name, await _sources.Party(demand.Owner));
        foreach (var (key, held) in leads)
        {
            var subject = await _sources.Match(held.Board, held.Match.Id);
            View.Describe(
                key,
                held with
                {
                    Visibility = demand.Visibility,
                    DemandName = name,
                    Seeker = demand.Owner,
                    SeekerName = seeker?.Name,
                    MatchName = subject?.Name,
                    Counterpart = subject?.Counterpart?.ToString(),
                    IsDescribed = true,
                }
            );
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The first matches of board {Board} were not read for the leads"
    )]
    private static partial void LogHeadless(ILogger log, string board, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leads did not reach the desk; they are sent again in 0.2 s")]
    private static partial void LogUnsent(ILogger log, Exception failure);
}
