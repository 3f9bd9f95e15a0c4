using System.Diagnostics;
using System.Globalization;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

public sealed class KillTests
{
    [Theory, OnBoth]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it(Store store)
    {
        using var place = await Place.On(store);

        var acknowledged = await WriteAndKill(place, after: 400);

        Assert.InRange(acknowledged.Count, 400, (WriteLoad.Buildings * WriteLoad.WritesEach) - 1);
        await using var system = await TestSystem.On(place);
        Assert.Null((await JournalChain.Verify(system.Database)).FirstBad);
        Assert.Subset(await Written(system.Database), acknowledged.ToHashSet());
        await AssertIndexEqualsTables(system);
        Assert.Equal(
            1,
            (await system.Grains.Building("after").Put(Some.Officer, Some.Building(), null, true)).Record.Version
        );
    }

    private static async Task<List<(string Id, long Version)>> WriteAndKill(Place place, int after)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [WriteLoad.Word, place.Setting])
        {
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Insert(0, typeof(KillTests).Assembly.Location);
        using var process = Process.Start(start)!;
        var acknowledged = new List<(string, long)>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var id, var version, ..])
                acknowledged.Add((id, long.Parse(version, CultureInfo.InvariantCulture)));
            if (acknowledged.Count == after)
                process.Kill(); // SIGKILL; what is still in the pipe was acknowledged too
        }

        await process.WaitForExitAsync();
        return acknowledged;
    }

    private static async Task<HashSet<(string, long)>> Written(Database database)
    {
        await using var connection = await database.Open();
        return (
            await connection.QueryAsync<(string, long)>(
                "SELECT j.id, j.version FROM journal j JOIN record r ON r.kind = j.kind AND r.id = j.id AND r.version >= j.version"
            )
        ).ToHashSet();
    }

    private static async Task AssertIndexEqualsTables(TestSystem system)
    {
        var shown = await system.Grains.Index("sites").Match(Some.Officer, new([], Top: 500));
        var spaces = await system.Grains.Catalogue<Space>().List(Some.Officer, new(Limit: 500));
        Assert.Contains(spaces.Items, space => space.Hold is not null);
        Assert.Equal(
            spaces.Items.Select(space => (space.Id, space.Hold?.Until, space.Hold?.Demand)),
            shown.Matches.Select(match => (match.Id, match.Hold?.Until, match.Hold?.Demand))
        );
    }
}
