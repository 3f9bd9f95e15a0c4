using Matchmaker.Contracts;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Records;

public sealed class MergeTests
{
    [Theory, OnBoth]
    public async Task Both_ids_of_a_merge_answer_as_one_firm_with_the_values_of_both(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);

        var stays = await system.Grains.Firm("f2").Merge(Some.Officer, "f1", 1);

        Assert.Equal(("f1", 2L), (stays.Id, stays.Version));
        Assert.Equal(Some.Number(30), stays.Values["employees"]);
        Assert.Equal(Some.Number(70), stays.Values["leadTime"]);
        Assert.Equal("A card at the fair", stays.Facts!["leadTime"].Source);
        Assert.Equal("f1", (await system.Grains.Firm("f2").Get(Some.Person())).Id);
        Assert.Equal(1, (await system.Grains.Index("partners").Match(Some.Person(), new([]))).Count);
        Assert.Equal(
            ["f1"],
            (await system.Grains.Catalogue<Firm>().List(Some.Person(), new())).Items.Select(firm => firm.Id)
        );
        await Assert.ThrowsAsync<ConflictException>(() =>
            system.Grains.Firm("f2").Put(Some.Officer, Some.Firm(), 2, true)
        );
        Assert.Equal("f1", (await system.Grains.Firm("f2").Merge(Some.Officer, "f1", 2)).Id);
    }

    [Theory, OnBoth]
    public async Task A_merge_can_be_undone_and_later_edits_stay(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        var stays = await system.Grains.Firm("f2").Merge(Some.Officer, "f1", 1);
        await system
            .Grains.Firm("f1")
            .Put(
                Some.Maker(),
                stays with
                {
                    Values = stays
                        .Values.SetItem("smallestOrder", Some.Number(9))
                        .SetItem("founded", Some.Number(1999)),
                },
                2,
                true
            );

        var back = await system.Grains.Firm("f2").Unmerge(Some.Officer);

        Assert.Equal(("f2", (string?)null), (back.Id, back.MergedInto));
        Assert.Equal(["leadTime", "smallestOrder"], (await system.Grains.Firm("f2").Get(Some.Officer)).Values.Keys);
        Assert.Equal(
            ["employees", "founded", "smallestOrder"],
            (await system.Grains.Firm("f1").Get(Some.Officer)).Values.Keys
        );
        Assert.Equal(2, (await system.Grains.Index("partners").Match(Some.Person(), new([]))).Count);
        await Assert.ThrowsAsync<ConflictException>(() => system.Grains.Firm("f2").Unmerge(Some.Officer));
    }

    [Theory, OnBoth]
    public async Task Imports_follow_a_merge_and_remove_nothing(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        await system.Grains.Firm("f2").Merge(Some.Officer, "f1", 1);

        var imported = await system
            .Grains.Firm("f2")
            .Import(Some.Officer, new() { Id = "f2", Values = Some.Values(("founded", Some.Number(1980))) }, false);

        Assert.Equal(("f2", ImportOutcome.Updated), (imported.Id, imported.Outcome));
        Assert.Equal(
            ["employees", "founded", "leadTime", "smallestOrder"],
            (await system.Grains.Firm("f1").Get(Some.Officer)).Values.Keys
        );
    }

    [Theory, OnBoth]
    public async Task Only_the_office_merges_and_only_into_another_unmerged_firm(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        var (f1, f2) = (system.Grains.Firm("f1"), system.Grains.Firm("f2"));

        await Assert.ThrowsAsync<ForbiddenException>(() => f2.Merge(Some.Maker("f2"), "f1", 1));
        foreach (var wrong in new[] { "f2", "f9", "no id", "" })
            await Assert.ThrowsAsync<InvalidException>(() => f2.Merge(Some.Officer, wrong, 1));
        await Assert.ThrowsAsync<VersionException>(() => f2.Merge(Some.Officer, "f1", 7));
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Firm("f9").Merge(Some.Officer, "f1", 1));
        await f2.Merge(Some.Officer, "f1", 1);
        await Assert.ThrowsAsync<InvalidException>(() => f1.Merge(Some.Officer, "f2", 2));
        var asked = Some.Firm() with { MergedInto = "f1", Gave = [] };
        Assert.Null((await system.Grains.Firm("f3").Put(Some.Officer, asked, null, true)).Record.MergedInto);
    }

    [Theory, OnBoth]
    public async Task A_firm_is_deleted_with_its_demands_and_enquiries(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        await system.Grains.Demand("d1").Put(Some.Maker(), Some.Seeks("partners"), null, true);
        await system
            .Grains.Enquiry(Some.Id(4))
            .Put(Some.Maker(), new() { Board = "research", Text = "Who?" }, null, false);

        await system.Grains.Firm("f1").Delete(Some.Officer, 1);

        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Demand("d1").Get(Some.Officer));
        Assert.Empty((await system.Grains.Catalogue<Enquiry>().List(Some.Officer, new())).Items);
    }

    private static async Task Begin(TestSystem system)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Firm("f1").Put(Some.Officer, Some.Firm(("employees", Some.Number(30))), null, true);
        await system
            .Grains.Firm("f2")
            .Put(
                Some.Officer,
                Some.Firm(("leadTime", Some.Number(70)), ("smallestOrder", Some.Number(5))) with
                {
                    Source = "A card at the fair",
                },
                null,
                true
            );
    }
}
