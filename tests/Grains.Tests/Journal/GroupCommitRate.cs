using System.Diagnostics;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

/// <summary>
/// What durable writes cost when many wait for them: the rate is printed, and how many share one commit is counted.
/// </summary>
public sealed class GroupCommitRate(ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int WritesEach = 50;
    private const int LeastRate = 500;

    [Theory, OnBoth]
    public async Task Writes_that_wait_at_the_same_time_share_one_commit(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(caller => journal.Commit([Some.Write($"r{caller}", 0)]))
        );
        // Entries of one commit share an instant, and each look at the clock gives another one.
        system.Time.AutoAdvanceAmount = TimeSpan.FromTicks(1);

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => WriteOn(journal, $"r{caller}")));
        var rate = Callers * WritesEach / clock.Elapsed.TotalSeconds;

        var commits = await Commits(system.Database);
        var figures =
            $"{store}: {rate:0} durable writes a second with {Callers} callers, {Callers * WritesEach} in {commits} commits";
        output.WriteLine(figures);
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.InRange(commits, WritesEach, Callers * WritesEach / 4);
        Bounds.AtMost(TimeSpan.FromSeconds(1.0 / LeastRate), TimeSpan.FromSeconds(1 / rate), "a durable write");
    }

    private static async Task WriteOn(IJournalGrain journal, string id)
    {
        for (var version = 1; version <= WritesEach; version++)
            await journal.Commit([Some.Write(id, version)]);
    }

    private static async Task<long> Commits(Database database)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(DISTINCT at) FROM journal WHERE version > 1");
    }
}
