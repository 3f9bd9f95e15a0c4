using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_second_holder_of_a_file_is_told_in_one_line_who_the_first_is()
    {
        using var place = await Place.On(Store.Sqlite);
        await using var first = await place.Start();

        var refused = await Assert.ThrowsAsync<SettingException>(place.Start);

        Assert.StartsWith("Matchmaker:Database: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId} ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_file_can_be_had_again_when_its_holder_is_gone()
    {
        using var place = await Place.On(Store.Sqlite);
        await using (await place.Start()) { }

        await using var second = await place.Start();

        Assert.True(second.IsSqlite);
    }

    [Theory]
    [InlineData("Data Source=")]
    [InlineData("Nonsense=1")]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("Host=127.0.0.1;Port=many")]
    [InlineData("Data Source=/proc/nothing/here.db")]
    public async Task A_wrong_setting_is_one_line_that_names_it(string setting)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => Database.Start(setting));

        Assert.StartsWith("Matchmaker:Database: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory, OnBoth]
    public async Task Starts_again_on_what_is_there(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
            await system.Grains.Building("b1").Put(Some.Officer, Some.Building(), null, true);

        await using var again = await TestSystem.On(place);

        Assert.Equal(1, (await again.Grains.Building("b1").Get(Caller.Anonymous)).Version);
    }
}
