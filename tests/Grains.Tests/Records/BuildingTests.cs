using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Records;

public sealed class BuildingTests
{
    private static readonly Caller Agent = Some.OwnerAgent();

    [Theory, OnBoth]
    public async Task Is_created_read_changed_and_deleted(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");

        var created = await building.Put(Some.Officer, Some.Building(), null, true);
        var changed = await building.Put(Some.Officer, created.Record with { Public = false }, 1, true);
        await building.Delete(Some.Officer, 2);

        Assert.True(created.Created);
        Assert.Equal((1L, "b1"), (created.Record.Version, created.Record.Id));
        Assert.Equal((2L, false), (changed.Record.Version, changed.Created));
        await Assert.ThrowsAsync<NotFoundException>(() => building.Get(Some.Officer));
        Assert.Equal(4, (await building.Put(Some.Officer, Some.Building(), null, true)).Record.Version);
    }

    [Theory, OnBoth]
    public async Task Keeps_its_version_when_nothing_changes(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        var first = await building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), null, true);

        var again = await building.Put(Some.Officer, first.Record, 1, true);

        Assert.Equal(1, again.Record.Version);
    }

    [Theory, OnBoth]
    public async Task Answers_a_wrong_version_and_a_missing_one(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await Assert.ThrowsAsync<NotFoundException>(() => building.Put(Some.Officer, Some.Building(), 1, true));
        await building.Put(Some.Officer, Some.Building(), null, true);

        await Assert.ThrowsAsync<VersionException>(() => building.Put(Some.Officer, Some.Building(), 7, true));
        await Assert.ThrowsAsync<VersionException>(() => building.Put(Some.Officer, Some.Building(), null, true));
        await Assert.ThrowsAsync<VersionException>(() => building.Delete(Some.Officer, 7));
    }

    [Theory, OnBoth]
    public async Task Hidden_and_missing_buildings_get_the_same_answer(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system
            .Grains.Building("b1")
            .Put(Some.Officer, Some.Building(isPublic: false, owner: "owners/o2"), null, true);
        var broken = Some.Building(values: ("nonsense", Some.Number(1)));

        foreach (var id in new[] { "b1", "b2" })
        {
            var building = system.Grains.Building(id);
            await Assert.ThrowsAsync<NotFoundException>(() => building.Get(Agent));
            await Assert.ThrowsAsync<NotFoundException>(() => building.Put(Agent, Some.Building(), null, true));
            await Assert.ThrowsAsync<NotFoundException>(() => building.Put(Agent, broken, null, true));
            await Assert.ThrowsAsync<NotFoundException>(() => building.Put(Agent, Some.Building(), 1, true));
            await Assert.ThrowsAsync<NotFoundException>(() => building.Delete(Agent, 1));
            await Assert.ThrowsAsync<NotFoundException>(() => building.GetSpace(Agent, "s1"));
            await Assert.ThrowsAsync<NotFoundException>(() => building.PutSpace(Agent, "s1", Some.Space(), null, true));
            await Assert.ThrowsAsync<ForbiddenException>(() => building.Put(Some.Person(), Some.Building(), 1, true));
        }
    }

    [Theory, OnBoth]
    public async Task A_building_is_deleted_with_its_spaces(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(), null, true);
        await building.PutSpace(Agent, "s1", Some.Space(), null, true);

        await building.Delete(Some.Officer, 1);
        await building.Put(Some.Officer, Some.Building(), null, true);

        await Assert.ThrowsAsync<NotFoundException>(() => building.GetSpace(Some.Officer, "s1"));
        Assert.Empty((await system.Grains.Catalogue<Space>().List(Some.Officer, new())).Items);
        Assert.Equal(3, (await building.PutSpace(Agent, "s1", Some.Space(), null, true)).Record.Version);
    }

    [Theory, OnBoth]
    public async Task A_space_inherits_missing_values_and_is_public_only_with_its_building(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(
            Some.Officer,
            Some.Building(values: [("power", Some.Number(400)), ("headroom", Some.Number(4.2m))]),
            null,
            true
        );
        await building.PutSpace(Agent, "s1", Some.Space(values: ("headroom", Some.Number(3))), null, true);

        var space = await building.GetSpace(Caller.Anonymous, "s1");
        Assert.Equal(new Dictionary<string, Value> { ["power"] = Some.Number(400) }, space.Inherited!);

        await building.Put(Agent, Some.Building(isPublic: false), 1, true);
        await Assert.ThrowsAsync<NotFoundException>(() => building.GetSpace(Caller.Anonymous, "s1"));
        Assert.Empty((await system.Grains.Catalogue<Space>().List(Caller.Anonymous, new())).Items);
        Assert.Equal(1, (await building.GetSpace(Agent, "s1")).Version);
    }

    [Theory, OnBoth]
    public async Task An_owner_neither_gives_a_building_away_nor_marks_it_as_sample(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(), null, true);

        var refused = await Assert.ThrowsAsync<InvalidException>(() =>
            building.Put(Agent, Some.Building(owner: "owners/o2") with { Sample = true }, 1, true)
        );

        Assert.Equal(["owner", "sample"], refused.Errors.Select(error => error.Path).Order());
        Assert.Equal("owners/o1", (await building.Get(Agent)).Owner);
    }

    [Theory, OnBoth]
    public async Task Names_every_broken_value_and_changes_nothing(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(), null, true);
        var body = Some.Space(values: [("area", Some.Number(-4)), ("nonsense", Some.Number(1))]) with
        {
            Unit = new string('x', 500),
            Owner = "enterprises/e1",
            Facts = System.Collections.Immutable.ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "rent",
                new(Some.Today, "phone")
            ),
        };

        var refused = await Assert.ThrowsAsync<InvalidException>(() =>
            building.PutSpace(Some.Officer, "s1", body, null, true)
        );

        Assert.Equal(
            ["facts.rent", "owner", "unit", "values.area", "values.nonsense"],
            refused.Errors.Select(error => error.Path).Distinct().Order()
        );
        await Assert.ThrowsAsync<NotFoundException>(() => building.GetSpace(Some.Officer, "s1"));
        Assert.All(refused.Errors, error => Assert.True(ErrorTexts.All.ContainsKey(error.Code), error.Code));
    }
}
