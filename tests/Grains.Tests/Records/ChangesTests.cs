using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Records;

public sealed class ChangesTests
{
    [Theory, OnBoth]
    public async Task The_public_sees_a_withdrawal_once_and_no_later_change(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(owner: null), null, true);
        await building.PutSpace(Some.Officer, "s1", Some.Space(), null, true);
        var stranger = Some.Person();
        Assert.Equal([("b1", false), ("b1/s1", false)], await Since(0));

        await building.Put(Some.Officer, Some.Building(isPublic: false, owner: null), 1, true);
        var withdrawn = await system.Grains.Changes().List(stranger, 0, 100);
        Assert.Equal([("b1", true), ("b1/s1", true)], await Since(0));

        await building.PutSpace(Some.Officer, "s1", Some.Space() with { Unit = "9F" }, 1, true);
        await building.Put(
            Some.Officer,
            Some.Building(isPublic: false, owner: null) with
            {
                Source = "visit",
            },
            2,
            true
        );
        await building.PutSpace(Some.Officer, "s2", Some.Space(), null, true);
        Assert.Empty(await Since(withdrawn[^1].Sequence));
        Assert.Equal(3, (await system.Grains.Changes().List(Some.Officer, withdrawn[^1].Sequence, 100)).Length);

        await building.Put(Some.Officer, Some.Building(owner: null), 3, true);
        Assert.Equal([("b1", false), ("b1/s1", false), ("b1/s2", false)], await Since(withdrawn[^1].Sequence));

        async Task<List<(string, bool)>> Since(long after) =>
            [
                .. (await system.Grains.Changes().List(stranger, after, 100))
                    .Select(change => (change.Id, change.Deleted))
                    .OrderBy(change => change.Id, StringComparer.Ordinal),
            ];
    }

    [Theory, OnBoth]
    public async Task Shows_each_record_once_in_the_order_of_its_last_change(Store store)
    {
        await using var system = await TestSystem.On(store);
        foreach (var id in new[] { "b1", "b2", "b3" })
            await system.Grains.Building(id).Put(Some.Officer, Some.Building(), null, true);
        await system.Grains.Building("b1").Put(Some.Officer, Some.Building() with { Source = "visit" }, 1, true);
        await system.Grains.Building("b2").Delete(Some.Officer, 1);

        var changes = await system.Grains.Changes().List(Caller.Anonymous, 0, 100);

        Assert.Equal(
            [("b3", 1L, false), ("b1", 2L, false), ("b2", 2L, true)],
            changes.Select(change => (change.Id, change.Version, change.Deleted))
        );
        Assert.Equal(
            changes.Skip(1).Take(1),
            await system.Grains.Changes().List(Caller.Anonymous, changes[0].Sequence, 1)
        );
        Assert.Equal(Some.Noon, changes[0].At);
    }
}
