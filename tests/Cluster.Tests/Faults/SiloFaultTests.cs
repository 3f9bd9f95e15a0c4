namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>
/// Silos that die, freeze and leave while people work. Each time it is the one where the journal lives, because that
/// hurts most.
/// </summary>
public sealed class SiloFaultTests(LoopbackCluster cluster)
{
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarOfFrozen = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_silo_that_is_killed_keeps_nobody_waiting_for_more_than_5_s_and_loses_nothing()
    {
        var (_, trial, victim) = await cluster.Try("kill -9 of a silo", 1);
        await using var measured = trial;
        await trial.Break(victim.Kill);
        await trial.EverybodySucceeds(trial.At);
        // The other silos must notice the death by themselves, not by the return of the silo.
        await Eventually.Pause(Bar);
        await trial.End();
        Bounds.AtMost(Bar, trial.Writes, "the longest wait of an editor");
        Bounds.AtMost(Bar, trial.Searches, "the longest wait of a searcher");
    }

    [Fact]
    public async Task A_silo_that_freezes_keeps_nobody_waiting_for_more_than_15_s_and_writes_nothing_when_it_thaws()
    {
        var (_, trial, victim) = await cluster.Try("a silo frozen", 2);
        await using var measured = trial;
        await trial.Break(victim.Freeze);
        await Eventually.Pause(Span.Away);
        await victim.Thaw();
        await trial.End();
        Bounds.AtMost(BarOfFrozen, trial.Writes, "the longest wait of an editor");
        Bounds.AtMost(BarOfFrozen, trial.Searches, "the longest wait of a searcher");
    }

    [Fact]
    public async Task A_silo_that_is_stopped_fails_no_request()
    {
        Assert.SkipUnless(Span.IsFull, "The rolling restart stops every silo once.");
        var (_, trial, victim) = await cluster.Try("a silo stopped", 3);
        await using var measured = trial;
        await trial.Break(async () => Assert.Equal(0, await victim.Stop()));
        await trial.EverybodySucceeds(trial.At);
        await trial.End();
        trial.FailedNobody();
    }

    [Fact]
    public async Task A_rolling_restart_of_all_silos_fails_no_request()
    {
        Assert.SkipUnless(Span.IsFull, "The upgrade restarts every silo once.");
        var (running, trial, _) = await cluster.Try("a rolling restart of all silos", 4);
        await using var measured = trial;
        await trial.Break(running.RestartSilos);
        await trial.End();
        trial.FailedNobody();
    }
}
