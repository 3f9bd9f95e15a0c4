using System.Diagnostics;
using System.Globalization;
using Matchmaker.Cluster.Tests.Checks;
using Matchmaker.Cluster.Tests.Load;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>One fault under load: what its users saw, and whether everything is as it must be afterwards.</summary>
internal sealed class FaultTrial : IAsyncDisposable
{
    private readonly RunningCluster _cluster;
    private readonly string _fault;

    private FaultTrial(RunningCluster cluster, SteadyLoad load, string fault) =>
        (_cluster, Load, _fault) = (cluster, load, fault);

    public SteadyLoad Load { get; }

    /// <summary>The longest time that one editor was without a success.</summary>
    public TimeSpan Writes { get; private set; }

    /// <summary>The longest time that one searcher was without a success.</summary>
    public TimeSpan Searches { get; private set; }

    /// <summary>What its users saw go wrong, and when after the fault.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>When the fault began, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long At { get; private set; }

    private IEnumerable<WriteLog> Logs =>
        [.. Load.Writes, .. Load.Searches, .. Load.Moves, .. Load.Watches.Select(watch => watch.Log)];

    /// <param name="fault">Its name in the report.</param>
    public static async Task<FaultTrial> Begin(RunningCluster cluster, string fault, int seed)
    {
        await cluster.Wake();
        var trial = new FaultTrial(cluster, await SteadyLoad.Begin(cluster.Webs, seed), fault);
        await trial.EverybodySucceeds(Stopwatch.GetTimestamp());
        await Eventually.Pause(Span.Before);
        return trial;
    }

    /// <summary>Breaks something; what is measured begins here.</summary>
    public Task Break(Func<Task> fault)
    {
        At = Stopwatch.GetTimestamp();
        return fault();
    }

    /// <summary>Returns when each editor and searcher has succeeded after an instant.</summary>
    public Task EverybodySucceeds(long from) =>
        Eventually.Until(
            "every editor, searcher and watcher succeeds",
            () =>
            {
                Assert.True(Load.Findings.All.Count == 0, string.Join('\n', Load.Findings.All));
                return Task.FromResult(
                    Load.Writes.Concat(Load.Searches).All(log => log.FirstAfter(from) is not null)
                        && Load.Watches.TrueForAll(watch => watch.Watcher.Last is not null)
                );
            }
        );

    /// <summary>Lets everything run again, and the load go on; then measures and checks.</summary>
    public async Task End()
    {
        await _cluster.Wake();
        await EverybodySucceeds(Stopwatch.GetTimestamp());
        await Eventually.Pause(Span.After);
        await Load.Rest();
        (Writes, Searches) = (
            Load.Writes.Max(log => log.LongestWait(At)),
            Load.Searches.Max(log => log.LongestWait(At))
        );
        Errors =
        [
            .. Logs.SelectMany(log => log.Errors)
                .OrderBy(error => error.At)
                .Select(error => $"{error.Kind} at {Stopwatch.GetElapsedTime(At, error.At).TotalSeconds:0.0} s"),
        ];
        Report.Add(Line());
        var wrong = await Wrong();
        Report.Add($"  {(wrong.Count == 0 ? "nothing lost, doubled or different" : string.Join("\n  ", wrong))}");
        if (wrong.Count > 0)
            Report.Keep(_fault, _cluster.LastLines());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Asserts, once it has ended, that its users saw nothing go wrong; else tells what the web hosts say of
    /// it.</summary>
    public void FailedNobody() =>
        Assert.True(
            Errors.Count == 0,
            string.Join(
                '\n',
                [.. Errors, .. _cluster.LastLines().Split('\n').Where(line => line.Contains("could not be served"))]
            )
        );

    public ValueTask DisposeAsync() => Load.DisposeAsync();

    private async Task<List<string>> Wrong()
    {
        await using var store = await _cluster.Open();
        return
        [
            .. Load.Findings.All,
            .. await RecordChecks.Edits(store, Load.Spaces),
            .. await RecordChecks.Journal(store),
            .. await RecordChecks.Chain(_cluster.Setting),
            .. await IntroductionChecks.Ways(store, Load.Movers.SelectMany(mover => mover.Known)),
            .. await ListChecks.Lists(
                [.. _cluster.Webs.Select(web => web.Address)],
                Load.Watches.Select(watch => watch.Watcher)
            ),
            .. await ReminderChecks.Clock(store, _cluster.Setting),
        ];
    }

    private string Line()
    {
        var errors = Errors
            .GroupBy(error => error.Split(" at ")[0])
            .OrderByDescending(kind => kind.Count())
            .Select(kind => $"{kind.Count()} × {kind.Key}")
            .DefaultIfEmpty("none");
        var (writes, searches, moves) = (
            Load.Writes.Sum(log => log.Successes),
            Load.Searches.Sum(log => log.Successes),
            Load.Moves.Sum(log => log.Successes)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_fault}: writes {Writes.TotalSeconds:0.0} s without success, searches {Searches.TotalSeconds:0.0} s; errors: {string.Join(", ", errors)}; {writes} writes, {searches} searches, {moves} moves, {Load.AllEditors.Sum(editor => editor.StaleReads)} stale reads, {Load.Watches.Sum(watch => watch.Watcher.Reconnects)} watchers reconnected"
        );
    }
}
