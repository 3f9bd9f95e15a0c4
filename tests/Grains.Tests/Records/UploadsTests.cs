using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Records;

/// <summary>An uploaded file is gone after its day, whether or not anybody uploads another.</summary>
public sealed class UploadsTests
{
    [Theory, OnBoth]
    public async Task The_clock_deletes_a_file_after_its_day(Store store)
    {
        await using var system = await TestSystem.On(store);
        var file = system.Grains.Upload("f1");
        await file.Begin(Some.Officer, new("f1", "a.csv", "csv", 3, "{}", default));
        await file.Append(Some.Officer, 0, [1, 2, 3]);
        await system.Grains.Clock().Tick();
        Assert.Equal((1, 1), await Kept(system));

        system.Time.SetUtcNow(system.Time.GetUtcNow().AddDays(1));
        await system.Grains.Clock().Tick();

        Assert.Equal((0, 0), await Kept(system));
    }

    private static async Task<(int Files, int Parts)> Kept(TestSystem system)
    {
        await using var connection = await system.Database.Open(TestContext.Current.CancellationToken);
        return (
            await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM upload"),
            await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM upload_part")
        );
    }
}
