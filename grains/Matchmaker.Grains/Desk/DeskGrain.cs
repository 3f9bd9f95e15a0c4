using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Introductions.Timelines;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Desk;

/// <summary>The desk's projection, its readers and what officers do with many introductions at once.</summary>
[KeepAlive]
internal sealed class DeskGrain(
    Database database,
    TimeProvider time,
    WorkingDays calendar,
    Deadlines deadlines,
    ILogger<DeskGrain> log
) : ProjectionGrain<DeskBoard>(database, time, log), IDeskGrain
{
    private const int MaxLeads = 1_000;
    private static readonly TimeSpan DropPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RepublishPeriod = TimeSpan.FromSeconds(1);

    private readonly IntroductionRows _rows = new(database);
    private readonly AccountRepository _accounts = new(database);
    private readonly TimelineReader _timelines = new(database);
    private readonly Presences _presences = new();
    private bool _hasLeads;

    protected override string Name => DeskMessage.Projection;

    public async Task<DeskAnswer> Watch(Caller caller, long? after, CancellationToken cancellation = default)
    {
        if (DeskReaders.Of(caller) is null)
            throw new ForbiddenException();
        var now = Time.GetUtcNow();
        if (after is { } known && View.Since(caller, known, now) is { } events)
            return new(View.Last(caller, now), Events: events);
        var officers = caller.IsOffice ? await _accounts.ListOffice() : [];
        var standing = await Task.WhenAll(officers.Select(officer => Interests.Declared(GrainFactory, officer)));
        if (caller.IsOffice)
            await RecordViews(caller, "desk");
        // From here on nothing waits, so that list and number agree.
        ImmutableArray<Introduction> seen = [.. View.For(caller, now)];
        if (!caller.IsOffice)
            return new(View.Last(caller, now), seen);
        var (leads, count) = View.LeadsFor(caller, MaxLeads, now);
        return new(
            View.Last(caller, now),
            seen,
            leads,
            DeskLoads.Of(standing, seen, Time.Today()),
            _presences.SeenBy(caller, View),
            LeadCount: count
        );
    }

    public async Task<Page<Introduction>> List(
        Caller caller,
        IntroductionState? state,
        string? text,
        string? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        if (DeskReaders.Of(caller) is null)
            throw new ForbiddenException();
        var (found, wanted) = (new List<Introduction>(), new IntroductionText(text));
        for (var (last, more) = (after ?? "", true); more && found.Count <= limit; )
        {
            var rows = await _rows.List(caller.IsOffice ? null : caller.Party?.ToString(), last, limit + 1);
            found.AddRange(
                rows.Select(row => Stored<Introduction>.Of(row, RecordKind.Introduction)!)
                    .Select(stored => stored.Record.AuthorizedView(caller, stored.Visibility))
                    .OfType<Introduction>()
                    .Where(introduction => (state is null || introduction.State == state) && wanted.Fits(introduction))
            );
            (last, more) = (rows.Count > 0 ? rows[^1].Id : last, rows.Count > limit);
        }

        ImmutableArray<Introduction> items = [.. found.Take(limit)];
        await RecordViews(caller, RecordKind.Introduction);
        return new(items, found.Count > limit ? items[^1].Id : null);
    }

    public async Task<RecentChanges> Recent(Caller caller, CancellationToken cancellation = default)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var since = calendar.Before(Time.Today()).At(TimeOnly.MinValue).ToUniversalTime();
        var entries = await _timelines.Since(since, cancellation);
        // Who may see it is read from the board as it is now: a project is hidden with all that it was before.
        ImmutableArray<RecentIntroduction> moved =
        [
            .. entries
                .GroupBy(IntroductionTimeline.IntroductionOf, StringComparer.Ordinal)
                .Where(group =>
                    group.Key is { } id
                    && View.Find(id) is { } stored
                    && stored.Record.AuthorizedView(caller, stored.Visibility) is not null
                )
                .Select(group => new RecentIntroduction(group.Key!, [.. group.SelectMany(IntroductionTimeline.Of)]))
                .Where(introduction => !introduction.Entries.IsEmpty)
                .OrderBy(introduction => introduction.Introduction, StringComparer.Ordinal),
        ];
        var leads = View.AllLeadsFor(caller, Time.GetUtcNow()).Where(lead => lead.At >= since);
        await RecordViews(caller, "desk");
        return new(
            since,
            moved,
            [
                .. leads
                    .GroupBy(lead => lead.Demand, StringComparer.Ordinal)
                    .Select(group => new RecentLeads(group.Key, group.Count()))
                    .OrderBy(group => group.Demand, StringComparer.Ordinal),
            ]
        );
    }

    public async Task Look(Caller caller, string connection, string? introduction)
    {
        var before = View.Officers.ToDictionary(reader => reader, reader => _presences.SeenBy(reader, View));
        _presences.Look(caller, connection, introduction, Time.GetUtcNow());
        // Only readers whose view changed: an empty update would reveal that somebody opened an introduction they may
        // not see.
        var changed = View
            .Officers.Select(reader => (reader, now: _presences.SeenBy(reader, View)))
            .Where(view => !Presences.Same(before[view.reader], view.now));
        await PublishNow(
            new([.. changed.Select(view => new DeskMessage(DeskReaders.Of(view.reader)!, [], view.now))], [])
        );
    }

    public Task TakeLeads(LeadBatch batch) => PublishNow(View.Take(batch, Time.GetUtcNow()));

    public Task Renew(ImmutableArray<string> readers)
    {
        View.Renew(readers, Time.GetUtcNow());
        return Task.CompletedTask;
    }

    public async Task<int> HandOver(Caller caller, string from, string to, CancellationToken cancellation = default)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var (giver, taker) = (Email.Normal(from), Email.Normal(to));
        if (await GrainFactory.Account(taker).Standing() is not { Role: Role.Officer or Role.Admin })
            throw new InvalidException(new FieldError("to", "notAnOfficer", to));
        var moved = 0;
        var given = View.Introductions.Where(stored => stored.Record.Officer == giver && !stored.Record.IsClosed);
        foreach (var stored in given.ToList())
        {
            if (
                giver != taker
                && stored.Record.AuthorizedView(caller, stored.Visibility) is { } view
                && await Assign(caller, view, taker)
            )
                moved++;
        }

        return moved;
    }

    public Task<ImmutableArray<string>> Due(DateTimeOffset now) =>
        Task.FromResult<ImmutableArray<string>>([
            .. View
                .Introductions.Where(stored =>
                    !stored.Record.IsClosed
                    && deadlines.StageAt(stored.Record.MovedAt, now) > (stored.Record.Inside?.Stage ?? 0)
                )
                .Select(stored => stored.Record.Id)
                .Order(StringComparer.Ordinal),
        ]);

    public override Task Publish(Publication publication) => GrainFactory.Live().Publish(publication.Messages);

    public override Task Resync() => GrainFactory.Live().PublishLost(DeskMessage.Projection);

    protected override DeskBoard Create(long epoch, DateOnly today) => new(epoch << 32);

    protected override Task Loaded()
    {
        Every(RepublishPeriod, _ => RequestLeads());
        Every(
            DropPeriod,
            _ =>
            {
                View.DropIdle(Time.GetUtcNow());
                return Task.CompletedTask;
            }
        );
        return Task.CompletedTask;
    }

    // A rebuilt desk has no leads until their grain sends them again.
    private async Task RequestLeads()
    {
        if (_hasLeads)
            return;
        await GrainFactory.Leads().Republish();
        _hasLeads = true;
    }

    // An introduction that the colleague may not take, or that moved just now, keeps no other; the count tells.
    private async Task<bool> Assign(Caller caller, Introduction introduction, string officer)
    {
        try
        {
            await GrainFactory.Introduction(introduction.Id).Assign(caller, introduction.Version, officer);
            return true;
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
            return false;
        }
    }

    private async Task RecordViews(Caller caller, string what)
    {
        ImmutableArray<PartyId> projects =
        [
            .. View
                .Introductions.Where(stored =>
                    stored.Visibility.Cleared is not null
                    && stored.Record.AuthorizedView(caller, stored.Visibility) is not null
                )
                .SelectMany(stored => IntroductionSources.PartiesOf(stored.Record))
                .Distinct(),
        ];
        if (!projects.IsEmpty)
            await GrainFactory.Views().Record(caller, projects, what);
    }
}
