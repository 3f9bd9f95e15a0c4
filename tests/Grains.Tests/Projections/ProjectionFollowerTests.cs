using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Digests;
using Matchmaker.Grains.Figures;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Boards;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Projections;

/// <summary>Faults between the journal, a projection and its readers, over every projection.</summary>
public sealed class ProjectionFollowerTests(SampleJournal journal) : IClassFixture<SampleJournal>
{
    private static readonly Dictionary<string, Func<IProjection>> Projections = new(StringComparer.Ordinal)
    {
        ["sites"] = () => new BoardIndex(BoardTable.Sites, 0, Some.Today),
        ["partners"] = () => new BoardIndex(BoardTable.Partners, 0, Some.Today),
        ["research"] = () => new BoardIndex(BoardTable.Research, 0, Some.Today),
        ["opportunities"] = () => new BoardIndex(BoardTable.Opportunities, 0, Some.Today),
        ["desk"] = () => new DeskBoard(0),
        ["leads"] = () => new Leads(),
        ["programmes"] = () => new ProgrammesBook(),
        ["figures"] = () => new Histories(),
        ["digests"] = () => new DigestDemands(),
    };

    public static TheoryData<string> Names => [.. Projections.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_change_arrives_once_whole_and_in_order_although_reads_and_publications_fail(string name)
    {
        var (view, chance) = (new RecordingProjection(Projections[name]()), new Random(20261128));
        var publisher = new UnreliablePublisher(() => chance.Next(3) == 0);
        var follower = Follow(
            name,
            view,
            publisher,
            async (sequence, stop) =>
                chance.Next(3) == 0
                    ? throw new TimeoutException("The store does not answer.")
                    : await journal.Reader.ChangesAfter(sequence, 1 + chance.Next(4), view.Kinds, stop)
        );

        await OneAtATime(async () =>
        {
            for (var attempt = 0; attempt < 10_000 && follower.Applied < journal.End; attempt++)
                await follower.TryCatchUp();
        });

        Assert.Equal(journal.End, follower.Applied);
        Assert.Equal(await journal.Sequences(view.Kinds), view.Sequences);
        Assert.All(view.Changes, change => Assert.Single(change.Select(entry => entry.Change).Distinct()));
        Assert.Equal(view.Changes.Count, view.Changes.Select(change => change[0].Change).Distinct().Count());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_failed_publication_is_followed_by_a_resync_before_the_next(string name)
    {
        var chance = new Random(20261129);
        var publisher = new UnreliablePublisher(() => chance.Next(2) == 0);
        var view = new RecordingProjection(Projections[name](), isTalkative: true);
        var follower = Follow(name, view, publisher, Read(view, limit: 2));
        await OneAtATime(async () =>
        {
            for (var attempt = 0; attempt < 100; attempt++)
            {
                await follower.CatchUp();
                await follower.Publish(RecordingProjection.Message);
            }
        });

        Assert.Contains("failed", publisher.Calls);
        var needsResync = false;
        foreach (var call in publisher.Calls)
        {
            Assert.False(needsResync && call == "publish", "A publication came after a failure without a resync.");
            needsResync = call == "failed" || (needsResync && call != "resync");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_rebuilt_projection_resyncs_its_readers_before_it_publishes(string name)
    {
        var view = new RecordingProjection(Projections[name](), isTalkative: true);
        var publisher = new UnreliablePublisher(() => false);
        var follower = Follow(name, view, publisher, Read(view, limit: 1_000), needsResync: true);

        await OneAtATime(() => follower.WaitFor(journal.End));

        Assert.Equal("resync", publisher.Calls[0]);
        Assert.Single(publisher.Calls, "resync");
        Assert.Contains("publish", publisher.Calls);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_wait_that_meets_a_catch_up_from_before_the_commit_reads_again(string name)
    {
        var view = new RecordingProjection(Projections[name]());
        var (gate, reads) = (new TaskCompletionSource(), 0);
        var follower = Follow(
            name,
            view,
            new UnreliablePublisher(() => false),
            async (sequence, stop) =>
            {
                if (Interlocked.Increment(ref reads) > 1)
                    return await journal.Reader.ChangesAfter(sequence, 1_000, view.Kinds, stop);
                await gate.Task;
                return new([], sequence); // what the store held before the commit
            }
        );
        await OneAtATime(() =>
        {
            var early = follower.CatchUp();
            var waits = Enumerable.Range(0, 5).Select(_ => follower.WaitFor(journal.End)).ToList();
            gate.SetResult();
            return Task.WhenAll([early, .. waits]);
        });

        Assert.Equal(journal.End, follower.Applied);
        Assert.Equal(await journal.Sequences(view.Kinds), view.Sequences);
    }

    // A follower belongs to one grain, whose calls interleave and never run at the same time.
    private static Task OneAtATime(Func<Task> calls) =>
        Task
            .Factory.StartNew(
                calls,
                CancellationToken.None,
                TaskCreationOptions.None,
                new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler
            )
            .Unwrap();

    private static ProjectionFollower Follow(
        string name,
        IProjection view,
        IPublisher publisher,
        ReadJournal read,
        bool needsResync = false
    ) =>
        new(
            name,
            view,
            0,
            needsResync,
            read,
            publisher,
            new FakeTimeProvider(Some.Noon),
            NullLogger<ProjectionFollowerTests>.Instance
        );

    private ReadJournal Read(RecordingProjection view, int limit) =>
        (sequence, stop) => journal.Reader.ChangesAfter(sequence, limit, view.Kinds, stop);
}
