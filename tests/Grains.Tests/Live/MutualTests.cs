using Matchmaker.Contracts;
using Matchmaker.Contracts.Live;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>
/// Section 8 of matching.md with section 7: what both sides want of each other, live, tried with seeded chance.
/// </summary>
public sealed class MutualTests
{
    [Theory, OnBoth]
    public async Task The_wish_of_the_other_side_comes_and_goes_with_its_demand(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Firm("f1")
            .Put(
                Some.Officer,
                Some.Firm(("capabilities", Some.Tags("process/machining/cnc")), ("employees", Some.Number(30))),
                null,
                true
            );
        await system
            .Grains.Demand("d1")
            .Put(Some.Person(), Some.Seeks("partners", Some.Covers("capabilities", "process/machining")), null, true);
        await system
            .Grains.Opportunity(Some.Id(1))
            .Put(
                Some.Person(),
                Some.Need(("needs", Some.Tags("process/machining/cnc")), ("orderSize", Some.Number(100))),
                null,
                false
            );
        Assert.Null(await Mutual());

        // The firm's demand gives the need 0.5 on one of two equal criteria: 75.
        var demand = Some.Seeks(
            "opportunities",
            Some.Covers("needs", "process/machining/cnc"),
            Some.AtLeast("orderSize", 100) with
            {
                Ideal = Some.Number(200),
            }
        );
        await system.Grains.Demand("d2").Put(Some.Maker(), demand, null, true);
        Assert.Equal(Math.Sqrt(100 * 75.0), await Mutual());
        Assert.Equal(
            Math.Sqrt(100 * 75.0),
            (await system.Grains.Index("opportunities").Matches(Some.Maker(), "d2", 5)).Matches[0].Mutual
        );
        Assert.Equal(
            Math.Sqrt(100 * 75.0),
            (await system.Grains.Index("partners").Match(Some.Person(), new([Some.Covers("capabilities", "process")])))
                .Matches[0]
                .Mutual
        );
        Assert.Null(
            (await system.Grains.Index("partners").Match(Some.Officer, new([Some.Covers("capabilities", "process")])))
                .Matches[0]
                .Mutual
        );

        await system.Grains.Demand("d2").Delete(Some.Maker(), 1);
        Assert.Null(await Mutual());

        async Task<double?> Mutual() =>
            (await system.Grains.Index("partners").Matches(Some.Person(), "d1", 5)).Matches[0].Mutual;
    }

    [Theory]
    [InlineData(Store.Sqlite, 11)]
    [InlineData(Store.Sqlite, 12)]
    [InlineData(Store.Sqlite, 13)]
    [InlineData(Store.Postgres, 14)]
    public async Task Clients_of_both_sides_end_as_fresh_ones(Store store, int seed)
    {
        await using var system = await TestSystem.On(store);
        var chance = new Random(seed);
        var market = new Market(system, chance);
        await market.Begin();
        var hub = new Hub();
        var observer = system.Grains.CreateObjectReference<ILiveObserver>(hub);
        var clients = market
            .Demands.SelectMany(demand =>
                new[] { demand.Owner, Some.Officer }.Select(caller =>
                    (
                        demand.Board,
                        demand.Id,
                        caller,
                        client: new Client(system.Grains, caller, demand.Id, chance, demand.Board)
                    )
                )
            )
            .ToList();

        for (var step = 0; step < 150; step++)
        {
            await system.Grains.Live().Subscribe(observer);
            await market.Change();
            foreach (var message in hub.Take())
            {
                foreach (var (_, _, _, client) in clients)
                    await client.Get(message);
            }

            if (step % 15 == 14)
                await AssertAllAgree();
        }

        Assert.True(market.Mutuals > 10, $"{market.Mutuals} wishes: the case is one-sided.");

        async Task AssertAllAgree()
        {
            foreach (var (board, demand, caller, client) in clients)
            {
                await client.Watch();
                var fresh = new Client(system.Grains, caller, demand, chance, board);
                await fresh.Watch();
                Assert.Equal(fresh.Shown, client.Shown);
                Assert.Equal(fresh.Last, client.Last);
                Assert.Equal(await market.Expected(board, demand, caller), fresh.Shown);
            }
        }
    }
}
