using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Records;

/// <summary>A write that is sent again, since the silo of the first try went away before it answered.</summary>
public sealed class SecondTryTests
{
    [Theory, OnBoth]
    public async Task A_change_that_was_made_is_not_made_twice(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        var body = Some.Building(values: ("power", Some.Number(400)));
        await building.Put(Some.Officer, Some.Building(), null, true);
        var first = await building.Put(Some.Officer, body, 1, true);

        var second = await Again(() => building.Put(Some.Officer, body, 1, true));

        Assert.Equal((first.Record.Version, false), (second.Record.Version, second.Created));
        await Assert.ThrowsAsync<VersionException>(() => building.Put(Some.Officer, body, 1, true));
    }

    [Theory, OnBoth]
    public async Task A_change_that_was_not_made_is_made(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        var created = await Again(() => building.Put(Some.Officer, Some.Building(), null, true));
        var body = created.Record with { Public = false };

        var changed = await Again(() => building.Put(Some.Officer, body, 1, true));

        Assert.True(created.Created);
        Assert.Equal((2L, false), (changed.Record.Version, changed.Record.Public));
    }

    [Theory, OnBoth]
    public async Task Another_ones_change_in_between_is_told(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        var created = (await building.Put(Some.Officer, Some.Building(), null, true)).Record;
        await building.Put(Some.OtherOfficer, created with { Public = false }, 1, true);

        await Assert.ThrowsAsync<VersionException>(() =>
            Again(() =>
                building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), created.Version, true)
            )
        );
        await Assert.ThrowsAsync<VersionException>(() =>
            Again(() => building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), null, true))
        );
    }

    [Theory, OnBoth]
    public async Task What_was_created_is_created_once(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(), null, true);
        var space = await building.PutSpace(Some.Officer, "s1", new Space { Id = "" }, null, false);

        var whole = await Again(() => building.Put(Some.Officer, Some.Building(), null, true));
        var part = await Again(() => building.PutSpace(Some.Officer, "s1", new Space { Id = "" }, null, false));

        Assert.Equal((1L, true), (whole.Record.Version, whole.Created));
        Assert.Equal((space.Record.Version, true), (part.Record.Version, part.Created));
    }

    [Theory, OnBoth]
    public async Task A_hidden_record_stays_hidden(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        var hidden = (await building.Put(Some.Officer, Some.Building(), null, true)).Record with { Public = false };
        await building.Put(Some.Officer, hidden, 1, true);

        await Assert.ThrowsAsync<NotFoundException>(() =>
            Again(() => building.Put(Some.OwnerAgent("o9"), hidden, 1, true))
        );
    }

    private static async Task<T> Again<T>(Func<Task<T>> write)
    {
        SecondTry.Mark();
        return await write();
    }
}
