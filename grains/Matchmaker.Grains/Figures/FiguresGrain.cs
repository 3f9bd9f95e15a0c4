using System.Collections.Immutable;
using Matchmaker.Contracts;
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
            var stored = Stored<Introduction>.Of(
                await _rows.Find(RecordKind.Introduction, id, cancellation),
                RecordKind.Introduction
            );
            if (stored?.Record.AuthorizedView(caller, stored.Visibility) is not { } view)
                continue;
            if (stored.Visibility.Cleared is not null)
                await GrainFactory
                    .Views()
                    .Record(caller, IntroductionSources.PartiesOf(stored.Record), RecordKind.Introduction);
            items.Add(view);
        }

        return new(items.ToImmutable(), counted.Count > limit ? counted[limit - 1] : null);
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
        if (to < from || to > from.AddYears(MaxYears))
            throw new InvalidException(new FieldError("to", "outOfOrder"));
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
