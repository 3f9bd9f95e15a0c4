using Matchmaker.Contracts;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Journal;

/// <summary>
/// A thousand writes by 25 buildings' grains at once, some of them holds on spaces; each that is acknowledged is a line
/// <c>id version</c>, of a hold with its last day.
/// </summary>
internal static class WriteLoad
{
    public const string Word = "write-load";
    public const int Buildings = 25;
    public const int WritesEach = 40;

    public static async Task<int> Run(string setting)
    {
        await using var system = await TestSystem.On(Place.At(setting));
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Demand(null), null, true);
        await Task.WhenAll(Enumerable.Range(0, Buildings).Select(building => Write(system.Grains, $"b{building}")));
        return 0;
    }

    private static async Task Write(IGrainFactory grains, string id)
    {
        var building = grains.Building(id);
        var saved = await building.Put(Some.Officer, Some.Building(), null, true);
        Console.WriteLine($"{id} {saved.Record.Version}");
        var versions = new Dictionary<string, long>();
        for (var i = 1; i < WritesEach; i++)
        {
            var space = $"s{i % 4}";
            if (i % 5 == 0)
            {
                var until = Some.Today.AddDays(i % 30);
                var held = await grains.Holds().Hold(Some.Officer, new(id, space), new("d1", until));
                versions[space] = held.Version;
                Console.WriteLine($"{id}/{space} {held.Version} {until:yyyy-MM-dd}");
                continue;
            }

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
