using System.Diagnostics;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

/// <summary>What durable writes cost when many wait for them. The figures are printed; the bounds only catch a loss of grouping.</summary>
public sealed class GroupCommitRate(ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int WritesEach = 50;

    [Theory, OnBoth]
    public async Task Is_far_above_one_fsync_a_write(Store store)
    {
        await using var system = await TestSystem.On(store);
        var journal = system.Grains.Journal();
        await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(caller => journal.Commit([Some.Write($"r{caller}", 0)]))
        );

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => WriteOn(journal, $"r{caller}")));
        var rate = Callers * WritesEach / clock.Elapsed.TotalSeconds;

        output.WriteLine($"{store}: {rate:0} durable writes a second with {Callers} callers");
        TestContext.Current.SendDiagnosticMessage($"{store}: {rate:0} durable writes a second with {Callers} callers");
        Assert.True(rate > 500, $"{rate:0} a second");
    }

    private static async Task WriteOn(IJournalGrain journal, string id)
    {
        for (var version = 1; version <= WritesEach; version++)
            await journal.Commit([Some.Write(id, version)]);
    }
}
