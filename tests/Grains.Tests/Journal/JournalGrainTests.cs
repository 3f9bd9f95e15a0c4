using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

public sealed class JournalGrainTests
{
    [Theory, OnBoth]
    public async Task Numbers_changes_from_one_and_versions_per_record(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();

        Assert.Equal(1, await journal.Commit([Some.Write("a", 0)]));
        Assert.Equal(2, await journal.Commit([Some.Write("a", 1)]));
        Assert.Equal(4, await journal.Commit([Some.Write("a", 2), Some.Write("b", 0)]));
        Assert.Equal([("a", 3L), ("b", 1L)], await Versions(system.Database));
    }

    [Theory, OnBoth]
    public async Task Refuses_a_stale_change_whole_and_alone(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await journal.Commit([Some.Write("a", 0)]);

        var good = journal.Commit([Some.Write("b", 0)]);
        var stale = journal.Commit([Some.Write("c", 0), Some.Write("a", 7)]);
        var after = journal.Commit([Some.Write("d", 0)]);

        await Assert.ThrowsAsync<VersionException>(() => stale);
        Assert.Equal([2L, 3L], (await Task.WhenAll(good, after)).Order());
        Assert.Equal([("a", 1L), ("b", 1L), ("d", 1L)], await Versions(system.Database));
        Assert.Null((await JournalChain.Verify(system.Database)).FirstBad);
    }

    [Theory, OnBoth]
    public async Task Goes_on_from_a_deleted_records_version(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await journal.Commit([Some.Write("a", 0)]);
        await journal.Commit([Some.Write("a", 1, body: null)]);

        await Assert.ThrowsAsync<VersionException>(() => journal.Commit([Some.Write("a", 2)]));
        await journal.Commit([Some.Write("a", 0)]);

        Assert.Equal([("a", 3L)], await Versions(system.Database));
    }

    [Theory, OnBoth]
    public async Task Has_no_gap_after_500_changes_at_once_of_which_some_are_stale(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();

        var commits = Enumerable
            .Range(0, 500)
            .Select(i =>
                journal.Commit(
                    i % 10 == 0 ? [Some.Write($"r{i}", 3)] : [Some.Write($"r{i}", 0), Some.Write($"s{i}", 0)]
                )
            )
            .ToList();
        var sequences = new List<long>();
        foreach (var commit in commits)
        {
            if (await Xunit.Record.ExceptionAsync(() => commit) is null)
                sequences.Add(await commit);
        }

        Assert.Equal(Enumerable.Range(1, 450).Select(i => 2L * i), sequences.Order());
        Assert.Equal(new ChainReport(900, null, false), await JournalChain.Verify(system.Database));
    }

    [Theory, OnBoth]
    public async Task Lets_only_one_of_two_writers_go_on_from_the_same_end(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var (writer, other) = (new JournalWriter(database), new JournalWriter(database));
        var end = await writer.End(CancellationToken.None);

        await writer.Commit(new(end, [new([Some.Write("a", 0)])], Some.Noon), CancellationToken.None);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            other.Commit(new(end, [new([Some.Write("b", 0)])], Some.Noon), CancellationToken.None)
        );

        Assert.Equal([("a", 1L)], await Versions(database));
        Assert.Equal(new ChainReport(1, null, false), await JournalChain.Verify(database));
    }

    [Theory, OnBoth]
    public async Task Goes_on_behind_another_writer_that_took_its_number(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await journal.Commit([Some.Write("a", 0)]);
        var stranger = new JournalWriter(system.Database);
        await stranger.Commit(
            new(await stranger.End(CancellationToken.None), [new([Some.Write("b", 0)])], Some.Noon),
            CancellationToken.None
        );

        Assert.Equal(3, await journal.Commit([Some.Write("c", 0)]));
    }

    [Theory, OnBoth]
    public async Task Makes_a_change_once_whose_answer_was_lost(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await journal.Commit([Some.Write("a", 0)]);
        await journal.Commit([Some.Write("a", 1), Some.Write("b", 0)]);

        Assert.Equal(3, await journal.Commit([Some.Write("a", 1), Some.Write("b", 0)], again: true));
        Assert.Equal(4, await journal.Commit([Some.Write("c", 0)], again: true));
        await Assert.ThrowsAsync<VersionException>(() => journal.Commit([Some.Write("a", 1)]));
        await Assert.ThrowsAsync<VersionException>(() =>
            journal.Commit([Some.Write("a", 0, body: """{"other":1}""")], again: true)
        );
        Assert.Equal([("a", 2L), ("b", 1L), ("c", 1L)], await Versions(system.Database));
    }

    [Theory, OnBoth]
    public async Task Finds_a_commit_whose_answer_was_lost_and_does_not_make_it_twice(Store store)
    {
        using var place = await Place.On(store);
        await using var database = await place.Start();
        var writer = new JournalWriter(database);
        var attempt = new Attempt(await writer.End(CancellationToken.None), [new([Some.Write("a", 0)])], Some.Noon);
        Assert.False(await writer.Holds(attempt, CancellationToken.None));
        await writer.Commit(attempt, CancellationToken.None);
        Assert.True(await writer.Holds(attempt, CancellationToken.None));
    }

    private static async Task<List<(string, long)>> Versions(Database database)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<(string, long)>("SELECT id, version FROM record ORDER BY id")).AsList();
    }
}
