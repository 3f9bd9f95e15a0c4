using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

/// <summary>
/// A thousand writes by 25 buildings' grains at once; each that is acknowledged is a line <c>id version</c>.
/// </summary>
internal static class WriteLoad
{
    public const string Word = "write-load";
    public const int Buildings = 25;
    public const int WritesEach = 40;

    public static async Task<int> Run(string setting)
    {
        await using var system = await TestSystem.On(Place.At(setting));
        await Task.WhenAll(
            Enumerable
                .Range(0, Buildings)
                .Select(building => Write(system.Grains.Building($"b{building}"), $"b{building}"))
        );
        return 0;
    }

    private static async Task Write(IBuildingGrain building, string id)
    {
        var saved = await building.Put(Some.Officer, Some.Building(), null, true);
        Console.WriteLine($"{id} {saved.Record.Version}");
        var versions = new Dictionary<string, long>();
        for (var i = 1; i < WritesEach; i++)
        {
            var space = $"s{i % 4}";
            var body = Some.Space(values: ("rent", Some.Number(100 + i)));
            var put = await building.PutSpace(
                Some.Officer,
                space,
                body,
                versions.TryGetValue(space, out var version) ? version : null,
                true
            );
            versions[space] = put.Record.Version;
            Console.WriteLine($"{id}/{space} {put.Record.Version}");
        }
    }
}
