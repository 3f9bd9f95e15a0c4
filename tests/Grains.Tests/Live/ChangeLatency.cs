using System.Diagnostics;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Listings;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>What a change costs where 200 demands stand against 2 000 spaces. The figures are printed.</summary>
public sealed class ChangeLatency(ITestOutputHelper output)
{
    [Theory, OnBoth]
    public async Task A_change_is_durable_and_on_every_demand_s_list_when_its_call_returns(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Fill(system);
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            var (building, space) = (system.Grains.Building($"b{i % 40}"), $"s{i % 50}");
            var before = await building.GetSpace(Some.Officer, space);
            var clock = Stopwatch.StartNew();
            await building.PutSpace(
                Some.Officer,
                space,
                Some.Space(values: ("rent", Some.Number(100 + (i % 97)))),
                before.Version,
                true
            );
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        var figures =
            $"{store}: a change takes {times[150]:0.0} ms (median), {times[285]:0.0} ms (p95), {1000 / times.Average():0} a second by one writer";
        output.WriteLine(figures);
        TestContext.Current.SendDiagnosticMessage(figures);
        Bounds.AtMost(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(times[285]), "95 of 100 changes");
        await AssertEveryListShows(system, $"b{299 % 40}/s{299 % 50}", rent: 100 + (299 % 97));
    }

    private static async Task AssertEveryListShows(TestSystem system, string space, int rent)
    {
        foreach (var demand in Enumerable.Range(0, 200).Where(demand => 100 + (demand % 80) >= rent))
            await Eventually.Until(
                $"the list of d{demand} shows the last rent",
                async () =>
                    await system.Grains.Index("sites").MatchOf(Some.Officer, $"d{demand}", space) is { } match
                    && Client.Text(match).Contains($"{rent}", StringComparison.Ordinal)
            );
    }

    private static async Task Fill(TestSystem system)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(building =>
                    system
                        .Grains.Building($"b{building}")
                        .Import(
                            Some.Officer,
                            [
                                new()
                                {
                                    Id = $"b{building}",
                                    Public = true,
                                    Values = Some.Values(("power", Some.Number(400))),
                                    VerifiedOn = Some.Today,
                                },
                                .. Enumerable
                                    .Range(0, 50)
                                    .Select(space => new ListingPatch
                                    {
                                        Id = $"b{building}/s{space}",
                                        Public = true,
                                        Values = Some.Values(("rent", Some.Number(100 + space))),
                                        VerifiedOn = Some.Today,
                                    }),
                            ],
                            false
                        )
                )
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(demand =>
                    system
                        .Grains.Demand($"d{demand}")
                        .Put(
                            Some.Person(),
                            Some.Demand(null, Some.AtMost("rent", 100 + (demand % 80)), Some.AtLeast("power", 200)),
                            null,
                            true
                        )
                )
        );
    }
}
