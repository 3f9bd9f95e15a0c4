using Matchmaker.Contracts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Briefs;

/// <summary>A Brief groups demands of one party, one a board, each in one Brief.</summary>
public sealed class BriefTests
{
    [Theory, OnBoth]
    public async Task A_brief_is_read_by_its_own_people_and_the_office_alone(Store store)
    {
        await using var system = await TwoDemands(store);
        var saved = await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), Of("d1", "d2"), null, false);

        Assert.Equal(["d1", "d2"], saved.Record.Demands);
        Assert.Equal("enterprises/e1", (await system.Grains.Brief(Some.Id(1)).Get(Some.Officer)).Owner);
        foreach (var stranger in new[] { Caller.Anonymous, Some.Maker(), Some.Person("e2"), Some.OwnerAgent() })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Brief(Some.Id(1)).Get(stranger));
            Assert.Empty((await system.Grains.Catalogue<Brief>().List(stranger, new())).Items);
        }

        Assert.Single((await system.Grains.Catalogue<Brief>().List(Some.Person(), new(Text: "everything"))).Items);
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            system.Grains.Brief(Some.Id(2)).Put(Some.Person("e2"), Of() with { Owner = "enterprises/e1" }, null, false)
        );
    }

    [Theory, OnBoth]
    public async Task A_brief_has_its_owners_demands_one_a_board_that_are_in_no_other(Store store)
    {
        await using var system = await TwoDemands(store);
        await system.Grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d3").Put(Some.Person(), Some.Seeks("sites"), null, true);
        await system.Grains.Demand("d4").Put(Some.Person("e2"), Some.Seeks("research"), null, true);
        await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), Of("d1"), null, false);

        Assert.Equal(["demands[1] boardTwice"], await Broken(Of("d3", "d3")));
        Assert.Equal(["demands[1] boardTwice"], await Broken(Of("d3", "d3", "d2")));
        Assert.Equal(
            ["demands[0] notOwnDemand", "demands[1] notOwnDemand", "demands[2] inOtherBrief"],
            await Broken(Of("d4", "nothing", "d1"))
        );
        // The owner of a Brief is final, and its own demands stay its own.
        await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), Of("d1", "d2"), 1, false);
        var other = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Brief(Some.Id(1)).Put(Some.Officer, Of() with { Owner = "enterprises/e2" }, 2, false)
        );
        Assert.Contains(other.Errors, error => error.Path == "owner");

        async Task<IEnumerable<string>> Broken(Brief brief) =>
            (
                await Assert.ThrowsAsync<InvalidException>(() =>
                    system.Grains.Brief(Some.Id(2)).Put(Some.Person(), brief, null, false)
                )
            ).Errors.Select(error => $"{error.Path} {error.Code}");
    }

    [Theory, OnBoth]
    public async Task A_demand_that_a_brief_lets_go_may_be_in_another(Store store)
    {
        await using var system = await TwoDemands(store);
        var (first, second) = (system.Grains.Brief(Some.Id(1)), system.Grains.Brief(Some.Id(2)));
        await first.Put(Some.Person(), Of("d1", "d2"), null, false);

        await first.Put(Some.Person(), Of("d2"), 1, false);
        await second.Put(Some.Person(), Of("d1"), null, false);
        await first.Delete(Some.Person(), 2);
        await second.Put(Some.Person(), Of("d1", "d2"), 1, false);

        Assert.Equal("d2", (await system.Grains.Demand("d2").Get(Some.Person())).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => first.Get(Some.Person()));
        Assert.Equal(["d1", "d2"], (await second.Get(Some.Person())).Demands);
    }

    [Theory, OnBoth]
    public async Task A_deleted_demand_leaves_its_brief(Store store)
    {
        await using var system = await TwoDemands(store);
        await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), Of("d1", "d2"), null, false);

        await system.Grains.Demand("d1").Delete(Some.Person(), 1);

        var left = await system.Grains.Brief(Some.Id(1)).Get(Some.Person());
        Assert.Equal((2L, "d2"), (left.Version, Assert.Single(left.Demands)));
        await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), left with { Text = "Two floors." }, 2, false);
    }

    [Theory, OnBoth]
    public async Task A_brief_is_hidden_and_deleted_with_its_owner(Store store)
    {
        await using var system = await TwoDemands(store);
        await system.Grains.Brief(Some.Id(1)).Put(Some.Person(), Of("d1"), null, false);
        await system.Grains.Firm("f1").Put(Some.Officer, Some.Firm(), null, true);
        await system.Grains.Brief(Some.Id(2)).Put(Some.Maker(), Of(), null, false);

        await system.Grains.Enterprise("e1").Delete(Some.Officer, 1);
        await system.Grains.Firm("f1").Delete(Some.Officer, 1);

        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Brief(Some.Id(1)).Get(Some.Officer));
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Brief(Some.Id(2)).Get(Some.Officer));
    }

    private static Brief Of(params string[] demands) => new() { Name = new("Everything"), Demands = [.. demands] };

    private static async Task<TestSystem> TwoDemands(Store store)
    {
        var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Seeks("sites"), null, true);
        await system.Grains.Demand("d2").Put(Some.Person(), Some.Seeks("partners"), null, true);
        return system;
    }
}
