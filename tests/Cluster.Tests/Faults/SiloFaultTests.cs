namespace Matchmaker.Cluster.Tests;

/// <summary>Silos that die, freeze and leave while people work. Each time it is the one where the journal lives, because that hurts most.</summary>
public sealed class SiloFaultTests(LoopbackCluster cluster) : IClassFixture<LoopbackCluster>
{
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarOfFrozen = TimeSpan.FromSeconds(15);

    private RunningCluster Running => cluster.Running;

    [Fact]
    public async Task A_silo_that_is_killed_keeps_nobody_waiting_for_more_than_5_s_and_loses_nothing()
    {
        await using var trial = await Trial.Begin(Running, "kill -9 of a silo", 1);
        var victim = await OfJournal();
        await trial.Break(victim.Kill);
        await trial.EverybodySucceeds(trial.At);
        await Task.Delay(Bar); // because the others must notice by themselves, not by its return
        await trial.End();
        Assert.InRange(trial.Writes, TimeSpan.Zero, Bar);
        Assert.InRange(trial.Searches, TimeSpan.Zero, Bar);
    }

    [Fact]
    public async Task A_silo_that_freezes_keeps_nobody_waiting_for_more_than_15_s_and_writes_nothing_when_it_thaws()
    {
        await using var trial = await Trial.Begin(Running, "a silo frozen", 2);
        var victim = await OfJournal();
        await trial.Break(victim.Freeze);
        await Task.Delay(Span.Away);
        await victim.Thaw();
        await trial.End();
        Assert.InRange(trial.Writes, TimeSpan.Zero, BarOfFrozen);
        Assert.InRange(trial.Searches, TimeSpan.Zero, BarOfFrozen);
    }

    [Fact]
    public async Task A_silo_that_is_stopped_fails_no_request()
    {
        await using var trial = await Trial.Begin(Running, "a silo stopped", 3);
        var victim = await OfJournal();
        await trial.Break(async () => Assert.Equal(0, await victim.Stop()));
        await trial.EverybodySucceeds(trial.At);
        await trial.End();
        Assert.Equal([], trial.Errors);
    }

    [Fact]
    public async Task A_rolling_restart_of_all_silos_fails_no_request()
    {
        await using var trial = await Trial.Begin(Running, "a rolling restart of all silos", 4);
        await trial.Break(RestartAll);
        await trial.End();
        Assert.Equal([], trial.Errors);
    }

    private async Task RestartAll()
    {
        foreach (var silo in Running.Silos)
        {
            Assert.Equal(0, await silo.Stop());
            await Running.Wake();
        }
    }

    private async Task<Silo> OfJournal()
    {
        await using var observatory = await Observatory.Open(Running.Setting);
        var address = (await observatory.OfJournal()).ToString();
        return Running.Silos.Single(silo => silo.Address == address);
    }
}
