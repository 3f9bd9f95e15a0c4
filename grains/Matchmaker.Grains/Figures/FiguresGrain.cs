using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Figures;

/// <summary>The figures' projection: no writer waits for it, so each question reads on first.</summary>
internal sealed class FiguresGrain(
    Database database,
    TimeProvider time,
    WorkingDays calendar,
    ILogger<FiguresGrain> log
) : ProjectionGrain<Histories>(database, time, log), IFiguresGrain
{
    private const int MaxYears = 10;
    private const int FirstYear = 1990;
    private const int LastYear = 2990;

    // As far as anybody can open a list.
    private const int ListedPlaces = 500;

    private readonly IntroductionSources _sources = new(database);
    private readonly RecordRepository _rows = new(database);

    protected override string Name => "figures";

    protected override bool HasFeeds => false;

    public async Task<FiguresReport> Of(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only = null,
        CancellationToken cancellation = default
    ) => FiguresRules.Of(await Seen(caller, from, to, only, cancellation), calendar, from, to, Time.Today());

    public async Task<Page<Introduction>> Behind(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only,
        string figure,
        string? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        var seen = await Seen(caller, from, to, only, cancellation);
        if (!FigureKeys.Kinds.Contains(figure.Split(':')[0]))
            throw new InvalidException(new FieldError("figure", "notACode", string.Join(", ", FigureKeys.Kinds)));
        var keys = new FigureKeys(calendar, from, to, Time.Today());
        var counted = seen.Where(history => keys.Of(history).Contains(figure, StringComparer.Ordinal))
            .Select(history => history.Id)
            .Where(id => StringComparer.Ordinal.Compare(id, after) > 0)
            .Order(StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        var items = ImmutableArray.CreateBuilder<Introduction>();
        foreach (var id in counted.Take(limit))
        {
            if (
                await _rows.Find(RecordKind.Introduction, id, cancellation) is not { } row
                || Stored<Introduction>.Of(row, RecordKind.Introduction) is not { } stored
                || stored.Record.AuthorizedView(caller, stored.Visibility) is not { } view
            )
                continue;
            await IntroductionSources.RecordView(GrainFactory, caller, stored);
            items.Add(view);
        }

        return new(items.ToImmutable(), counted.Count > limit ? counted[limit - 1] : null);
    }

    public async Task<FairnessReport> Fairness(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only = null,
        CancellationToken cancellation = default
    )
    {
        var keys = new FigureKeys(calendar, from, to, Time.Today());
        var exposed = (await Seen(caller, from, to, only, cancellation))
            .Where(history => keys.Exposure(history) != default)
            .ToList();
        var lists = new Dictionary<string, ImmutableArray<PartyScore>>(StringComparer.Ordinal);
        foreach (var history in exposed.DistinctBy(history => history.Demand))
            lists[history.Demand] = await PartiesOf(caller, history, cancellation);
        var report = FairnessRules.Of(exposed, lists, keys, from, to);
        var named = ImmutableArray.CreateBuilder<FairShare>(report.Parties.Length);
        foreach (var share in report.Parties)
            named.Add(share.Name is null ? share with { Name = (await _sources.Party(share.Party))?.Name } : share);
        return report with { Parties = named.MoveToImmutable() };
    }

    // A demand that is gone has no list any more.
    private async Task<ImmutableArray<PartyScore>> PartiesOf(
        Caller caller,
        IntroductionHistory history,
        CancellationToken cancellation
    )
    {
        try
        {
            return await GrainFactory
                .Index(history.Board)
                .PartiesOf(caller, history.Demand, ListedPlaces, cancellation);
        }
        catch (NotFoundException)
        {
            return [];
        }
    }

    protected override Histories Create(long epoch, DateOnly today) => new();

    /// <summary>The histories that the caller may see, up to date.</summary>
    private async Task<ImmutableArray<IntroductionHistory>> Seen(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only,
        CancellationToken cancellation
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        if (from.Year is < FirstYear or > LastYear)
            throw new InvalidException(new FieldError("from", "outOfRange", $"{FirstYear}", $"{LastYear}", ""));
        if (to < from)
            throw new InvalidException(new FieldError("to", "endsBefore", $"{from:yyyy-MM-dd}"));
        if (to > from.AddYears(MaxYears))
            throw new InvalidException(
                new FieldError("to", "outOfRange", $"{from:yyyy-MM-dd}", $"{from.AddYears(MaxYears):yyyy-MM-dd}", "")
            );
        if (only?.Board is { } board && BoardTable.Find(board) is null)
            throw new InvalidException(
                new FieldError("board", "notACode", string.Join(", ", BoardTable.All.Select(known => known.Code)))
            );
        await WaitForProjection(long.MaxValue, cancellation);
        return
        [
            .. View.All.Where(history =>
                Access.IsOfficeFor(caller, history.Visibility)
                && (only?.Board is null || history.Board == only.Board)
                && (only?.Officer is null || history.Officer == only.Officer)
            ),
        ];
    }
}
