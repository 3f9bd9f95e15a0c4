using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Projections;
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

    protected override string Name => "figures";

    protected override bool HasFeeds => false;

    public async Task<FiguresReport> Of(
        Caller caller,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        if (to < from || to > from.AddYears(MaxYears))
            throw new InvalidException(new FieldError("to", "outOfOrder"));
        await WaitForProjection(long.MaxValue, cancellation);
        return FiguresRules.Of(
            [.. View.All.Where(history => Access.IsOfficeFor(caller, history.Visibility))],
            calendar,
            from,
            to
        );
    }

    protected override Histories Create(long epoch, DateOnly today) => new();
}
