using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reverse;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Desk;

/// <summary>The feed of new matches that nobody has picked up.</summary>
internal sealed partial class DeskGrain
{
    private const int DemandsAtOnce = 20;
    private const int HeadsOfEach = 5;
    private const int FlushedAtOnce = 200;

    private readonly Leads _leads = new();
    private readonly IntroductionSources _sources = new(database);
    private readonly HashSet<string> _freshDemands = new(StringComparer.Ordinal);
    private Task? _flushing;

    public Task Matched(string board, ImmutableArray<FeedMessage> messages)
    {
        foreach (var message in messages.Where(message => message.Audience is Audience.Office))
        {
            foreach (var one in message.Events)
                _leads.Put(board, message.Demand, one.Id, one.Match, time.GetUtcNow());
        }

        return Task.CompletedTask;
    }

    public async Task PutAside(Caller caller, string demand, string match, DateTimeOffset? until, string? reason)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var sought = await GrainFactory.Demand(demand).Get(caller);
        CheckAside(until, reason);
        var (seeker, subject) = (await _sources.Party(sought.Owner), await _sources.Match(sought.Board, match));
        if (seeker is null || subject is null)
            throw new InvalidException(new FieldError("match", "notAMatch"));
        var visibility = new Visibility(RecordKind.Pair, seeker.Party, false, seeker.Row.Visibility.Cleared);
        if (
            Interests.Touch(
                (await Interests.Declared(GrainFactory, caller.Email!)).Interests,
                seeker.Party,
                subject.Counterpart,
                sought.Board,
                match
            )
        )
        {
            await Interests.LogRefusal(
                GrainFactory,
                caller,
                visibility,
                subject.Counterpart,
                new()
                {
                    Action = "putAside",
                    Demand = demand,
                    Match = match,
                }
            );
            throw new ForbiddenException(new FieldError("", "declaredInterest"));
        }

        var before = await MatchDecisions.Find(_rows, demand, match);
        var sequence = await GrainFactory.Commit([
            MatchDecisions.Write(
                caller,
                before,
                demand,
                match,
                visibility,
                subject.Counterpart,
                pair =>
                    reason is null
                        ? pair with
                        {
                            Later = (
                                pair.Later
                                ?? ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal)
                            ).SetItem(caller.Email!, until!.Value.ToUniversalTime()),
                        }
                        : pair with
                        {
                            Unsuitable = new(
                                caller.Email!,
                                time.GetUtcNow(),
                                reason,
                                $"{sought.Version}/{subject.Version}"
                            ),
                        }
            ),
        ]);
        await WaitForProjection(sequence);
        await FlushAll();
    }

    private void CheckAside(DateTimeOffset? until, string? reason)
    {
        var broken = new ValidationErrors();
        if (until is null && string.IsNullOrWhiteSpace(reason))
            broken.Add("reason", "required");
        if (until <= time.GetUtcNow())
            broken.Add("until", "notInTheFuture");
        broken.CheckProse("reason", reason, 2_000);
        broken.Throw();
    }

    private async Task LoadLeads()
    {
        await foreach (var row in _reader.Records(RecordKind.Pair))
        {
            if (Stored<MatchDecision>.Of(row, RecordKind.Pair) is { } pair)
                _leads.Treat(pair.Record, !await Holds(pair.Record));
        }

        foreach (var one in _book.Introductions)
            Settled(one.Record);
        LoadHeads().Ignore();
    }

    // Because a side may have changed while nobody followed.
    private async Task<bool> Holds(MatchDecision pair) =>
        pair.Unsuitable is { } aside
        && await _rows.Find(RecordKind.Demand, pair.Demand) is { Body: { } body } demand
        && await _sources.Match(RecordJson.Read<Demand>(body).Board, pair.Match) is { } subject
        && aside.Versions == $"{demand.Version}/{subject.Version}";

    // In short pieces and without waiting for it, because the board is of use before every demand was looked at.
    private async Task LoadHeads()
    {
        foreach (var board in BoardTable.All)
        {
            try
            {
                for (var after = (string?)null; ; )
                {
                    var heads = await GrainFactory.Index(board.Code).Heads(after, DemandsAtOnce, HeadsOfEach);
                    foreach (var head in heads)
                    {
                        foreach (var match in head.Matches)
                            _leads.Put(board.Code, head.Demand, match.Id, match, time.GetUtcNow());
                    }

                    if (heads.IsEmpty)
                        break;
                    after = heads[^1].Demand;
                }
            }
            catch (Exception failure)
            {
                LogHeadless(log, board.Code, failure); // because matches that come from now on are told all the same
            }
        }
    }

    // Because a new demand's first list is its baseline and raises no events, it is asked for.
    private async Task LoadFreshHeads()
    {
        foreach (var demand in _freshDemands.Take(DemandsAtOnce).ToList())
        {
            _freshDemands.Remove(demand);
            if (
                await _rows.Find(RecordKind.Demand, demand) is not { Body: { } body }
                || BoardTable.Find(RecordJson.Read<Demand>(body).Board) is not { } board
            )
                continue;
            var index = GrainFactory.Index(board.Code);
            await index.WaitForProjection(_applied);
            foreach (var match in (await index.HeadOf(demand, HeadsOfEach))?.Matches ?? [])
                _leads.Put(board.Code, demand, match.Id, match, time.GetUtcNow());
        }
    }

    private void Settled(Introduction it) =>
        _leads.Take(MatchDecisions.Key(it.Demand!, it.Match!), it.IsClosed ? null : it.Id, it.Id);

    private void ApplyToLeads(DeskEntry entry)
    {
        if (entry.Kind == RecordKind.Pair)
        {
            if (entry.Body is { } body)
                _leads.Treat(RecordJson.Read<MatchDecision>(body), false);
        }
        else
        {
            _leads.Changed(entry.Kind, entry.Id);
            if (entry.Kind == RecordKind.Demand)
                _freshDemands.Add(entry.Id);
        }
    }

    private Task FlushLeads(CancellationToken cancellation) => _flushing ??= FlushAlone();

    // A few times and not until nothing is left, because with every round there may be more.
    private async Task FlushAll()
    {
        for (
            var rounds = 0;
            rounds < 20 && (_flushing is not null || _freshDemands.Count > 0 || _leads.HasNews);
            rounds++
        )
            await FlushLeads(default);
    }

    private async Task FlushAlone()
    {
        await Task.Yield(); // because the assignment to _flushing must come before its end
        try
        {
            await LoadFreshHeads();
            var keys = _leads.NextDirty(FlushedAtOnce, time.GetUtcNow());
            foreach (var key in keys)
                await Describe(key);
            List<DeskMessage> messages = [];
            foreach (var key in keys)
                messages.AddRange(
                    _book.TellOfficers((reader, number) => _leads.Tell(reader, key, number, time.GetUtcNow()))
                );
            foreach (var key in keys)
                _leads.Told(_book.Officers, key, time.GetUtcNow());
            await Tell([.. messages]);
        }
        catch (Exception failure)
        {
            LogBehind(log, _applied, failure);
        }
        finally
        {
            _flushing = null;
        }
    }

    private async Task Describe(string key)
    {
        if (_leads.Find(key) is not { IsDescribed: false } lead)
            return;
        var demand = await _rows.Find(RecordKind.Demand, lead.Demand);
        if (demand?.Body is not { } body)
        {
            _leads.Drop(key);
            return;
        }

        var (seeker, subject) = (await _sources.Party(demand.Owner), await _sources.Match(lead.Board, lead.Match.Id));
        _leads.Describe(
            key,
            demand.Visibility,
            RecordJson.Read<Demand>(body).Name,
            demand.Owner,
            seeker?.Name,
            subject?.Name
        );
    }

    private ImmutableArray<Lead> LeadsOf(Caller caller) => _leads.SeenBy(caller, MostLeads, time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Warning, Message = "The desk did not get the first matches of {Board}")]
    private static partial void LogHeadless(ILogger log, string board, Exception failure);
}
