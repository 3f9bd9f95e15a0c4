using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Desk;

/// <summary>Follows the journal like an index does: whatever it missed, it reads on from the last sequence that it holds.</summary>
[KeepAlive]
internal sealed partial class DeskGrain(
    Database database,
    TimeProvider time,
    Deadlines deadlines,
    ILogger<DeskGrain> log
) : Grain, IDeskGrain
{
    private const int EntriesAtOnce = 1_000;
    private const int MostLeads = 200;

    private readonly DeskReader _reader = new(database);
    private readonly IndexReader _journal = new(database);
    private readonly RecordRepository _rows = new(database);
    private readonly AccountRepository _accounts = new(database);
    private readonly Presences _presences = new();
    private readonly List<DeskMessage> _outgoing = [];
    private DeskBoard _book = null!;
    private long _applied;
    private Task? _advancing;

    private bool _isUntold;

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        StoreExceptionFilter.Translate(() => Load(cancellationToken));

    private async Task Load(CancellationToken cancellationToken)
    {
        var epoch = await _journal.NextEpoch("desk", cancellationToken);
        _book = new(epoch << 32);
        _applied = await _journal.LastSequence(cancellationToken);
        await foreach (var row in _reader.Records(RecordKind.Introduction))
        {
            if (Stored<Introduction>.Of(row, RecordKind.Introduction) is { } one)
                _book.Load(one);
        }

        await LoadLeads();
        // Because a desk that was built anew does not know what the one before had told of.
        _isUntold = epoch > 0;
        await Tell([]);
        this.RegisterGrainTimer(
            Follow,
            new()
            {
                DueTime = TimeSpan.FromSeconds(1),
                Period = TimeSpan.FromSeconds(1),
                Interleave = true,
            }
        );
        this.RegisterGrainTimer(
            FlushLeads,
            new()
            {
                DueTime = TimeSpan.FromMilliseconds(200),
                Period = TimeSpan.FromMilliseconds(200),
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
            if (running is null && _applied == before)
                return; // because an advance of our own proves that there is nothing
        }
    }

    public async Task<DeskAnswer> Watch(Caller caller, long? after, CancellationToken cancellation = default)
    {
        if (DeskReaders.Of(caller) is null)
            throw new ForbiddenException();
        if (after is { } known && _book.Since(caller, known) is { } events)
            return new(_book.Last(caller), Events: events);
        var officers = caller.IsOffice ? await _accounts.ListOffice() : [];
        var standing = await Task.WhenAll(officers.Select(officer => Interests.Declared(GrainFactory, officer)));
        if (caller.IsOffice)
            await NoteViews(caller, "desk");
        // From here on nothing waits, so that list and number agree.
        ImmutableArray<Introduction> seen = [.. _book.SeenBy(caller, time.GetUtcNow())];
        return !caller.IsOffice
            ? new(_book.Last(caller), seen)
            : new(
                _book.Last(caller),
                seen,
                LeadsOf(caller),
                DeskLoads.Of(standing, seen, time.Today()),
                _presences.SeenBy(caller, _book)
            );
    }

    public async Task<Page<Introduction>> List(
        Caller caller,
        IntroductionState? state,
        string? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        if (DeskReaders.Of(caller) is null)
            throw new ForbiddenException();
        var found = new List<Introduction>();
        for (var (last, more) = (after ?? "", true); more && found.Count <= limit; )
        {
            var rows = await _reader.Introductions(caller.IsOffice ? null : caller.Party, last, limit + 1);
            found.AddRange(
                rows.Select(row => Stored<Introduction>.Of(row, RecordKind.Introduction)!)
                    .Select(one => Access.AuthorizedView(caller, one.Record, one.Visibility))
                    .OfType<Introduction>()
                    .Where(one => state is null || one.State == state)
            );
            (last, more) = (rows.Count > 0 ? rows[^1].Id : last, rows.Count > limit);
        }

        ImmutableArray<Introduction> items = [.. found.Take(limit)];
        await NoteViews(caller, RecordKind.Introduction);
        return new(items, found.Count > limit ? items[^1].Id : null);
    }

    public async Task Look(Caller caller, string connection, string? introduction)
    {
        var before = _book.Officers.ToDictionary(reader => reader, reader => _presences.SeenBy(reader, _book));
        _presences.Look(caller, connection, introduction, time.GetUtcNow());
        // Only those who see a change of it, because a message that says nothing new says that somebody looks at something hidden.
        await Tell([
            .. _book
                .Officers.Select(reader => (reader, now: _presences.SeenBy(reader, _book)))
                .Where(one => !Presences.Same(before[one.reader], one.now))
                .Select(one => new DeskMessage(DeskReaders.Of(one.reader)!, [], one.now)),
        ]);
    }

    public async Task<int> HandOver(Caller caller, string from, string to, CancellationToken cancellation = default)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var (giver, taker) = (Email.Normal(from), Email.Normal(to));
        if (await GrainFactory.Account(taker).Standing() is not { Role: Role.Officer or Role.Admin })
            throw new InvalidException(new FieldError("to", "notAnOfficer", to));
        var moved = 0;
        foreach (
            var one in _book.Introductions.Where(one => one.Record.Officer == giver && !one.Record.IsClosed).ToList()
        )
        {
            if (Access.AuthorizedView(caller, one.Record, one.Visibility) is not { } seen || giver == taker)
                continue;
            try
            {
                await GrainFactory.Introduction(seen.Id).Assign(caller, seen.Version, taker);
                moved++;
            }
            catch (Exception refused)
                when (refused
                        is VersionException
                            or InvalidException
                            or ForbiddenException
                            or NotFoundException
                            or ConflictException
                )
            {
                // Because one that the colleague may not take, or that moved just now, must not keep the others; the count tells.
            }
        }

        return moved;
    }

    public Task<ImmutableArray<string>> Due(DateTimeOffset now) =>
        Task.FromResult<ImmutableArray<string>>([
            .. _book
                .Introductions.Where(one =>
                    !one.Record.IsClosed && deadlines.StageAt(one.Record.MovedAt, now) > (one.Record.Inside?.Stage ?? 0)
                )
                .Select(one => one.Record.Id)
                .Order(StringComparer.Ordinal),
        ]);

    private async Task NoteViews(Caller caller, string what)
    {
        ImmutableArray<string> projects =
        [
            .. _book
                .Introductions.Where(one =>
                    one.Visibility.Cleared is not null
                    && Access.AuthorizedView(caller, one.Record, one.Visibility) is not null
                )
                .SelectMany(one => new[] { one.Record.Seeker.Party!, one.Record.Counterpart.Party! })
                .Distinct(StringComparer.Ordinal),
        ];
        if (!projects.IsEmpty)
            await GrainFactory.Views().Record(caller, projects, what);
    }

    private async Task Follow(CancellationToken cancellation)
    {
        try
        {
            await CatchUp();
        }
        catch (Exception failure)
        {
            LogBehind(log, _applied, failure);
        }
    }

    private Task CatchUp() => _advancing ??= AdvanceAlone();

    private async Task AdvanceAlone()
    {
        await Task.Yield(); // because the assignment to _advancing must come before its end
        try
        {
            while (await _reader.EntriesAfter(_applied, EntriesAtOnce) is { Count: > 0 } entries)
            {
                foreach (var entry in entries)
                    Apply(entry);
                _applied = entries[^1].Sequence;
                ImmutableArray<DeskMessage> messages = [.. _outgoing];
                _outgoing.Clear();
                await Tell(messages);
            }

            if (_isUntold)
                await Tell([]);
        }
        finally
        {
            _advancing = null;
        }
    }

    private void Apply(DeskEntry entry)
    {
        if (entry.Kind == RecordKind.Introduction)
        {
            var after = entry.Body is null
                ? null
                : new Stored<Introduction>(
                    RecordJson.Read<Introduction>(entry.Body) with
                    {
                        Id = entry.Id,
                        Version = entry.Version,
                    },
                    entry.Visibility
                );
            _outgoing.AddRange(_book.Put(entry.Id, after, entry.Actor, entry.Instant));
            if (after is not null)
                Settled(after.Record);
        }
        else
        {
            ApplyToLeads(entry);
        }
    }

    private async Task Tell(ImmutableArray<DeskMessage> messages)
    {
        try
        {
            if (_isUntold)
                await GrainFactory.Live().Lost(LiveLease.Desk);
            _isUntold = false;
            if (!messages.IsEmpty)
                await GrainFactory.Live().Tell(messages);
        }
        catch (Exception failure)
        {
            // Because no number tells a reader of a last message that never came, the web hosts are told that there may be one.
            _isUntold = true;
            LogUntold(log, messages.Length, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The desk stays at {Sequence} for now")]
    private static partial void LogBehind(ILogger log, long sequence, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages of the desk did not reach the web hosts")]
    private static partial void LogUntold(ILogger log, int count, Exception failure);
}

/// <summary>How a change is made known to the desk.</summary>
internal static class DeskCalls
{
    /// <summary>Waits, not for long, until the desk shows a change.</summary>
    public static Task Settle(this IDeskGrain desk, long sequence) => desk.WaitForProjection(sequence).Settled();
}
