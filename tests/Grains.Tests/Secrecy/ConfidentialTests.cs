using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Secrecy;

public sealed class ConfidentialTests
{
    private static readonly string Id = Some.Id(1);
    private static readonly string[] Racing = [.. Enumerable.Range(1000, 8).Select(Some.Id)];

    [Theory, OnBoth]
    public async Task A_project_and_its_demands_are_known_to_its_officer_and_its_people_alone(Store store)
    {
        await using var system = await TestSystem.On(store);
        var enterprise = system.Grains.Enterprise(Id);
        await enterprise.Put(Some.Officer, Some.Enterprise(isConfidential: true), null, false);
        var demand = system.Grains.Demand(Some.Id(2));
        await demand.Put(Some.Person(Id), Some.Demand(null), null, false);

        foreach (var stranger in new[] { Some.OtherOfficer, Some.Admin, Some.Person("e2") })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => enterprise.Get(stranger));
            await Assert.ThrowsAsync<NotFoundException>(() => demand.Get(stranger));
            Assert.Empty((await system.Grains.Catalogue<Demand>().List(stranger, new())).Items);
            Assert.Empty(await system.Grains.Changes().List(stranger, 0, 100));
        }

        Assert.Equal($"enterprises/{Id}", (await demand.Get(Some.Officer)).Owner);
        Assert.True((await enterprise.Get(Some.Person(Id))).Confidential);
    }

    [Theory, OnBoth]
    public async Task An_enterprise_that_becomes_confidential_disappears_with_its_demands(Store store)
    {
        await using var system = await TestSystem.On(store);
        var enterprise = system.Grains.Enterprise(Id);
        await enterprise.Put(Some.OtherOfficer, Some.Enterprise(), null, false);
        var demand = system.Grains.Demand(Some.Id(2));
        await demand.Put(Some.Person(Id), Some.Demand(null), null, false);
        var seen = await system.Grains.Changes().List(Some.OtherOfficer, 0, 100);

        await enterprise.Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);

        await Assert.ThrowsAsync<NotFoundException>(() => demand.Get(Some.OtherOfficer));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Index("sites").Watch(Some.OtherOfficer, Some.Id(2), null)
        );
        var gone = await system.Grains.Changes().List(Some.OtherOfficer, seen[^1].Sequence, 100);
        Assert.Equal(
            [(RecordKind.Demand, true), (RecordKind.Enterprise, true)],
            gone.Select(change => (change.Kind, change.Deleted)).Order()
        );

        await demand.Put(Some.Person(Id), Some.Demand(null) with { NotifyAbove = 70 }, 1, false);
        Assert.Empty(await system.Grains.Changes().List(Some.OtherOfficer, gone[^1].Sequence, 100));
    }

    [Theory, OnBoth]
    public async Task A_project_has_no_chosen_id_and_only_the_office_marks_it(Store store)
    {
        await using var system = await TestSystem.On(store);

        var chosen = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Enterprise("acme").Put(Some.Officer, Some.Enterprise(isConfidential: true), null, true)
        );
        await system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(), null, false);
        var own = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Enterprise(Id).Put(Some.Person(Id), Some.Enterprise(isConfidential: true), 1, false)
        );
        await system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);
        var demand = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Demand("workshop").Put(Some.Person(Id), Some.Demand(null), null, true)
        );

        Assert.Equal(
            ["id", "confidential", "id"],
            new[] { chosen, own, demand }.Select(refused => Assert.Single(refused.Errors).Path)
        );
    }

    [Theory, OnBoth]
    public async Task Demands_saved_while_the_marking_is_written_are_hidden_with_their_enterprise(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(), null, false);

        var held = system.Commits.Hold(RecordKind.Enterprise);
        var marking = system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);
        await Eventually.Until("the marking is on its way to the journal", () => held.Arrived == 1);
        await Task.WhenAll(Racing.Select(demand => Save(system, demand)));
        Assert.Equal(Racing.Length, await Listed(system, Some.OtherOfficer));
        held.Release();
        await marking;

        Assert.Equal(0, await Listed(system, Some.OtherOfficer));
        Assert.Equal(Racing.Length, await Listed(system, Some.Officer));
    }

    [Theory, OnBoth]
    public async Task Demands_written_after_the_marking_are_refused_and_hidden_when_they_are_saved_again(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(), null, false);

        var held = system.Commits.Hold(RecordKind.Demand);
        var saving = Racing.Select(demand => Save(system, demand)).ToList();
        await Eventually.Until("the demands are on their way to the journal", () => held.Arrived == Racing.Length);
        await system.Grains.Enterprise(Id).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);
        held.Release();
        foreach (var refused in saving)
            await Assert.ThrowsAsync<VersionException>(() => refused);
        Assert.Equal(0, await Listed(system, Some.Officer));
        await Task.WhenAll(Racing.Select(demand => Save(system, demand)));

        Assert.Equal(0, await Listed(system, Some.OtherOfficer));
        Assert.Equal(Racing.Length, await Listed(system, Some.Officer));
    }

    [Theory, OnBoth]
    public async Task Deleting_an_enterprise_deletes_its_demands(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Demand(null), null, true);

        await system.Grains.Enterprise("e1").Delete(Some.Officer, 1);

        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Demand("d1").Get(Some.Officer));
    }

    private static Task<Saved<Demand>> Save(TestSystem system, string demand) =>
        system.Grains.Demand(demand).Put(Some.Person(Id), Some.Demand(null), null, false);

    private static async Task<int> Listed(TestSystem system, Caller reader) =>
        (await system.Grains.Catalogue<Demand>().List(reader, new())).Items.Length;
}
