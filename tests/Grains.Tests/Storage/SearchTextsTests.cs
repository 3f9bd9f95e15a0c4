using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Silo.Sample.Buildings;

namespace Matchmaker.Grains.Tests.Storage;

/// <summary>Records of an earlier release are found by lists as those of this one.</summary>
public sealed class SearchTextsTests
{
    [Theory, OnBoth]
    public async Task A_text_without_its_folded_words_gets_them_at_the_next_start(Store store)
    {
        using var place = await Place.On(store);
        await using var system = await TestSystem.On(place);
        var building = SampleBuildings.Real.First(building => building.Id == "16-hung-to-road");
        await system.Grains.Building(building.Id).Put(Some.Officer, building, null, true);
        await using var connection = await system.Database.Open(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(
            "UPDATE record SET search_text = @text WHERE id = @id",
            new { text = "16-hung-to-road\n16 hung to road\n九龍觀塘鴻圖道16號", id = building.Id }
        );
        Assert.Empty(await Found(system));

        await Migrations.Run(system.Database, TestContext.Current.CancellationToken);

        Assert.Equal([building.Id], await Found(system));
    }

    private static async Task<IEnumerable<string>> Found(TestSystem system) =>
        (
            await system
                .Grains.Catalogue<Building>()
                .List(Caller.System, new("16 Hung To Rd"), TestContext.Current.CancellationToken)
        ).Items.Select(building => building.Id);
}
