using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Records;

public sealed class OpportunityTests
{
    private static readonly string Id = Some.Id(7);

    [Theory, OnBoth]
    public async Task A_firm_reads_a_need_without_its_owner(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Publish(system);

        var seen = await system.Grains.Opportunity(Id).Get(Some.Maker());
        Assert.Equal((null, null, null, null), (seen.Name, seen.Owner, seen.Source, seen.Address));
        Assert.Null(seen.Facts!["needs"].Source);
        Assert.Equal(Some.Today, seen.Facts["needs"].VerifiedOn);
        Assert.Equal(Some.Tags("process/machining/cnc"), seen.Values["needs"]);
        Assert.Null(
            Assert.Single((await system.Grains.Catalogue<Opportunity>().List(Some.Maker(), new())).Items).Owner
        );
        Assert.Empty((await system.Grains.Catalogue<Opportunity>().List(Some.Maker(), new(Text: "pumps"))).Items);

        foreach (var insider in new[] { Some.Person(), Some.Officer })
            Assert.Equal("enterprises/e1", (await system.Grains.Opportunity(Id).Get(insider)).Owner);
        foreach (var stranger in new[] { Caller.Anonymous, Some.Person("e2"), Some.OwnerAgent() })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Opportunity(Id).Get(stranger));
            Assert.Equal(0, (await system.Grains.Index("opportunities").Match(stranger, new([]))).Count);
        }

        Assert.Equal(1, (await system.Grains.Index("opportunities").Match(Some.Maker(), new([]))).Count);
    }

    [Theory, OnBoth]
    public async Task A_need_of_a_confidential_enterprise_is_hidden(Store store)
    {
        await using var system = await TestSystem.On(store);
        var enterprise = Some.Id(1);
        await system.Grains.Enterprise(enterprise).Put(Some.Officer, Some.Enterprise(), null, false);
        await system
            .Grains.Opportunity(Id)
            .Put(Some.Person(enterprise), Some.Need(("needs", Some.Tags("process"))), null, false);
        Assert.Equal(1, (await system.Grains.Index("opportunities").Match(Some.Maker(), new([]))).Count);

        await system.Grains.Enterprise(enterprise).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);

        foreach (var stranger in new[] { Some.Maker(), Some.OtherOfficer, Some.Admin })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Opportunity(Id).Get(stranger));
            Assert.Equal(0, (await system.Grains.Index("opportunities").Match(stranger, new([]))).Count);
        }

        await system.Grains.Enterprise(enterprise).Put(Some.Officer, Some.Enterprise(), 2, false);
        Assert.Equal(1, (await system.Grains.Index("opportunities").Match(Some.Maker(), new([]))).Count);
        await system.Grains.Enterprise(enterprise).Delete(Some.Officer, 3);
        Assert.Equal(0, (await system.Grains.Index("opportunities").Match(Some.Officer, new([]))).Count);
    }

    [Theory, OnBoth]
    public async Task A_need_has_a_random_id_and_belongs_to_an_enterprise(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);

        var chosen = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Opportunity("acme-pumps").Put(Some.Person(), Some.Need(), null, true)
        );
        Assert.Equal("givenId", Assert.Single(chosen.Errors).Code);
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            system
                .Grains.Opportunity(Id)
                .Put(Some.Person("e2"), Some.Need() with { Owner = "enterprises/e1" }, null, false)
        );
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            system.Grains.Opportunity(Id).Put(Some.Maker(), Some.Need(), null, false)
        );
        await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Opportunity(Id).Put(Some.Officer, Some.Need() with { Owner = "firms/f1" }, null, false)
        );
    }

    private static async Task Publish(TestSystem system)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        var need = Some.Need(("needs", Some.Tags("process/machining/cnc"))) with
        {
            Facts = System.Collections.Immutable.ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "needs",
                new(Some.Today, "The buyer of Robots Ltd")
            ),
        };
        await system.Grains.Opportunity(Id).Put(Some.Person(), need, null, false);
    }
}
