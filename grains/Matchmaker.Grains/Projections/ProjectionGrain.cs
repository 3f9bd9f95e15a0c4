using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Projections;
using Matchmaker.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Projections;

/// <summary>
/// Hosts a projection: loads it, then follows the journal when a writer waits for it and each second, which turns the
/// day too. Between two awaits the view and its feeds agree, so the number that goes with a list is exact.
/// </summary>
internal abstract class ProjectionGrain<T>(Database database, TimeProvider time, ILogger log)
    : Grain,
        IProjectionGrain,
        IPublisher
    where T : IProjection
{
    private const int EntriesAtOnce = 1_000;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly JournalReader _journal = new(database);
    private ProjectionFollower _follower = null!;

    protected TimeProvider Time => time;

    protected ILogger Log => log;

    protected T View { get; private set; } = default!;

    /// <summary>The last sequence that the view holds.</summary>
    protected long Applied => _follower.Applied;

    /// <summary>The name in logs, metrics and the table of epochs.</summary>
    protected abstract string Name { get; }

    /// <summary>Whether readers hold numbers of the view's feeds, which a rebuilt view must not use again.</summary>
    protected virtual bool HasFeeds => true;

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        StoreExceptionFilter.Translate(() => Start(cancellationToken));

    public virtual Task WaitForProjection(long sequence, CancellationToken cancellation = default) =>
        _follower.WaitFor(sequence);

    public virtual Task Publish(Publication publication) => Task.CompletedTask;

    public virtual Task Resync() => Task.CompletedTask;

    /// <param name="epoch">How often the view was built before; 0 where it has no feeds.</param>
    protected abstract T Create(long epoch, DateOnly today);

    /// <summary>Completes a view that the present records filled, before the first answer.</summary>
    protected virtual Task Loaded() => Task.CompletedTask;

    /// <summary>Publishes a message that no journal entry caused.</summary>
    protected Task PublishNow(Publication publication) => _follower.Publish(publication);

    protected Task CatchUp() => _follower.CatchUp();

    protected void Every(TimeSpan period, Func<CancellationToken, Task> work) =>
        this.RegisterGrainTimer(
            work,
            new()
            {
                DueTime = period,
                Period = period,
                Interleave = true,
            }
        );

    private async Task Start(CancellationToken cancellation)
    {
        var epoch = HasFeeds ? await new FeedEpochs(database).Next(Name, cancellation) : 0;
        View = Create(epoch, time.Today());
        // Records may move on while they are read, so the journal is followed from before the first of them.
        var applied = View.LoadedKinds.Count == 0 ? 0 : await _journal.LastSequence(cancellation);
        var records = new RecordPages(database);
        foreach (var kind in View.LoadedKinds)
        {
            await foreach (var page in records.Read(kind))
                View.Load(kind, page);
        }

        await Loaded();
        // A rebuilt view does not know what its predecessor published: request a resync before the first answer.
        _follower = new(
            Name,
            View,
            applied,
            epoch > 0,
            (sequence, stop) => _journal.ChangesAfter(sequence, EntriesAtOnce, View.Kinds, stop),
            this,
            time,
            log
        );
        await _follower.Publish();
        Every(Period, _ => _follower.TryCatchUp());
    }
}
