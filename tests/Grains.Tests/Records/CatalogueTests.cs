using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Records;

public sealed class CatalogueTests
{
    [Theory, OnBoth]
    public async Task Pages_in_the_ordinal_order_of_ids(Store store)
    {
        await using var system = await TestSystem.On(store);
        foreach (var id in new[] { "a", "B", "b-1", "b.1", "b_1", "b1", "Z9" })
            await system.Grains.Building(id).Put(Some.Officer, Some.Building(), null, true);

        var ids = new List<string>();
        for (string? after = null; ; )
        {
            var page = await system.Grains.Catalogue<Building>().List(Caller.Anonymous, new(After: after, Limit: 3));
            ids.AddRange(page.Items.Select(item => item.Id));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(["B", "Z9", "a", "b-1", "b.1", "b1", "b_1"], ids);
    }

    [Theory, OnBoth]
    public async Task Finds_by_words_box_building_and_ids(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Put("b1", "Kwun Tong Plaza", "觀塘廣場", 22.31, 114.22);
        await Put("b2", "50%_Off Tower", "工業大廈", 22.32, 114.21);
        await system.Grains.Building("b1").PutSpace(Some.Officer, "s1", Some.Space(), null, true);

        Assert.Equal(["b1"], await Buildings(new(Text: "PLAZA kwun")));
        Assert.Equal(["b1"], await Buildings(new(Text: "觀塘")));
        Assert.Equal(["b2"], await Buildings(new(Text: "%_o")));
        Assert.Empty(await Buildings(new(Text: "!")));
        Assert.Equal(["b1", "b2"], await Buildings(new(Text: " \0 ")));
        Assert.Equal(["b2"], await Buildings(new(Box: new(114.20, 22.315, 114.21, 22.33))));
        Assert.Equal(["b2"], await Buildings(new(Ids: ["b2", "nothing", "\0"])));
        Assert.Empty(await Buildings(new(Ids: [])));
        var spaces = await system
            .Grains.Catalogue<Space>()
            .List(Caller.Anonymous, new(Parent: "b1", Text: "plaza", Box: new(114.2, 22.3, 114.3, 22.4)));
        Assert.Equal("b1/s1", Assert.Single(spaces.Items).Id);
        Assert.Equal(["location"], spaces.Items[0].Inherited!.Keys);

        Task<Saved<Building>> Put(string id, string en, string zh, double lat, double lon) =>
            system
                .Grains.Building(id)
                .Put(
                    Some.Officer,
                    Some.Building(values: ("location", new PointValue(lat, lon))) with
                    {
                        Name = new(en, zh),
                    },
                    null,
                    true
                );

        async Task<IEnumerable<string>> Buildings(ListQuery query) =>
            (await system.Grains.Catalogue<Building>().List(Caller.Anonymous, query)).Items.Select(item => item.Id);
    }
}
