using Matchmaker.Contracts.Clock;
using Matchmaker.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Projections;

/// <summary>
/// Brings one projection up to the journal's end and publishes what changed: one catch-up at a time, whole changes in
/// order. A publication that fails is replaced by a resync, because no number tells a reader of a last message that
/// never came.
/// </summary>
/// <param name="applied">The last sequence that the view holds.</param>
/// <param name="needsResync">Whether readers may know another state than the view's.</param>
internal sealed partial class ProjectionFollower(
    string name,
    IProjection view,
    long applied,
    bool needsResync,
    ReadJournal read,
    IPublisher publisher,
    TimeProvider time,
    ILogger log
)
{
    private Publication _outgoing = Publication.Nothing;
    private Task? _catchingUp;
    private bool _needsResync = needsResync;

    /// <summary>The last sequence that the view holds.</summary>
    public long Applied { get; private set; } = applied;

    /// <summary>Returns when the view holds every change up to a sequence, and these are published.</summary>
    public async Task WaitFor(long sequence)
    {
        while (Applied < sequence)
        {
            var (before, running) = (Applied, _catchingUp);
            await CatchUp();
            // A catch-up that ran already may have read before the commit; only our own proves that there is nothing.
            if (running is null && Applied == before)
                return;
        }

        if (_catchingUp is { } last)
            await last;
    }

    /// <summary>Reads on to the journal's end; a call during another's waits for that one.</summary>
    public Task CatchUp() => _catchingUp ??= CatchUpAlone();

    /// <summary>As <see cref="CatchUp"/>; a failure is logged, and the next second tries again.</summary>
    public async Task TryCatchUp()
    {
        try
        {
            await CatchUp();
        }
        catch (Exception failure)
        {
            LogBehind(log, name, Applied, failure);
        }
    }

    /// <summary>Publishes a message that no journal entry caused, behind what waits.</summary>
    public Task Publish(Publication publication)
    {
        _outgoing = _outgoing.With(publication);
        return Publish();
    }

    /// <summary>Publishes what waits, after a resync where one is due.</summary>
    public async Task Publish()
    {
        var publication = _outgoing;
        _outgoing = Publication.Nothing;
        try
        {
            if (_needsResync)
                await publisher.Resync();
            _needsResync = false;
            if (publication.Count > 0)
                await publisher.Publish(publication);
        }
        catch (Exception failure)
        {
            _needsResync = true;
            LogUnpublished(log, publication.Count, name, failure);
        }
    }

    private async Task CatchUpAlone()
    {
        await Task.Yield(); // the assignment to _catchingUp comes before its end
        try
        {
            _outgoing = _outgoing.With(view.AdvanceDay(time.Today()));
            while (await read(Applied, CancellationToken.None) is var page && page.End > Applied)
            {
                Apply(page);
                await Publish();
            }

            await Publish();
        }
        finally
        {
            _catchingUp = null;
        }
    }

    private void Apply(JournalPage page)
    {
        foreach (var change in page.Changes)
        {
            _outgoing = _outgoing.With(view.Apply(change));
            Applied = change[^1].Sequence;
        }

        Applied = page.End;
        if (page.Entries.Count > 0)
            Metrics.Projected(name, page.Entries.Count, time.GetUtcNow() - page.Entries[^1].Instant);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Projection {Projection} is behind at sequence {Sequence}; it retries in 1 s"
    )]
    private static partial void LogBehind(ILogger log, string projection, long sequence, Exception failure);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} messages of projection {Projection} were not published; its readers resync with the next publication"
    )]
    private static partial void LogUnpublished(ILogger log, int count, string projection, Exception failure);
}

/// <summary>Reads the next whole changes after a sequence.</summary>
internal delegate Task<JournalPage> ReadJournal(long sequence, CancellationToken cancellation);

/// <summary>Carries what a projection publishes to its readers.</summary>
internal interface IPublisher
{
    Task Publish(Publication publication);

    /// <summary>Makes every reader come back for the whole state.</summary>
    Task Resync();
}
