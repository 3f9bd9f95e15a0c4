using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>The last sentence of matching.md section 7, tried with seeded chance.</summary>
public sealed class ConvergenceTests
{
    private static readonly Caller Person = Some.Person();

    [Theory]
    [InlineData(Store.Sqlite, 1)]
    [InlineData(Store.Sqlite, 2)]
    [InlineData(Store.Sqlite, 3)]
    [InlineData(Store.Postgres, 4)]
    [InlineData(Store.Postgres, 5)]
    public async Task Clients_that_miss_and_repeat_messages_end_as_a_fresh_one(Store store, int seed)
    {
        await using var system = await TestSystem.On(store);
        var chance = new Random(seed);
        var world = new World(system, chance);
        await world.Begin();
        var hub = new Hub();
        var observer = system.Grains.CreateObjectReference<ILiveObserver>(hub);
        await system.Grains.Live().Subscribe(observer);
        var clients = World
            .Demands.SelectMany(demand =>
                new[] { Person, Some.Officer }.Select(caller =>
                    (demand, caller, client: new Client(system.Grains, caller, demand, chance))
                )
            )
            .ToList();

        for (var step = 0; step < 120; step++)
        {
            await world.Change();
            foreach (var message in hub.Take())
            {
                foreach (var (_, _, client) in clients)
                    await client.Get(message);
            }

            if (chance.Next(3) == 0)
                await clients[chance.Next(clients.Count)].client.Watch();
            if (step % 20 == 19)
                await AssertAllAgree();
        }

        async Task AssertAllAgree()
        {
            foreach (var (demand, caller, client) in clients)
            {
                await client.Watch();
                var fresh = new Client(system.Grains, caller, demand, chance);
                await fresh.Watch();
                Assert.Equal(fresh.Shown, client.Shown);
                Assert.Equal(fresh.Last, client.Last);
                Assert.Equal(await world.Expected(demand, caller), fresh.Shown);
            }
        }
    }
}
