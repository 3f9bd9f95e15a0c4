using System.Diagnostics;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// introductions.md, "Confidential projects": of two systems that are alike but for a lively project in one of them,
/// nobody who is not cleared can tell which one has it. 2 500 calls, or 10 000 with MATCHMAKER_FULL=1.
/// </summary>
public sealed class ConfidentialityTests(ITestOutputHelper output)
{
    private const int AtOnce = 16;

    private static int Calls => LongRun.IsOn ? 10_000 : 2_500;

    [Fact]
    public async Task Nobody_without_clearance_can_tell_a_system_with_a_confidential_project_from_a_system_without_it()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MATCHMAKER_SEED"), out var given)
            ? given
            : 20261125;
        output.WriteLine($"Seed {seed}");
        var clock = Stopwatch.StartNew();
        var chance = new Random(seed);
        await using var twins = await TwinSystems.Start(120);
        await using var walk = await RequestGenerator.Begin(twins, seed);
        await Calm(twins);
        output.WriteLine($"begun after {clock.Elapsed}");

        Project? project = null;
        var office = new Office(walk, chance, collection => project?.Hidden(collection) ?? []);
        await office.Look();
        foreach (var who in RequestGenerator.People.Skip(1))
            await walk.Hear(who, "WatchDesk", [null]);
        await using var life = project = await Project.Begin(twins.Busy, new(seed + 1));
        await walk.Settle();
        output.WriteLine(
            $"the project lives after {clock.Elapsed}: {string.Join(", ", project.Done.Select(entry => $"{entry.Key} {entry.Value}"))}; {project.Refused.GetValueOrDefault("offer 422")}"
        );

        var doors = new RouteList(
            chance,
            (await walk.Take(new Request("admin@sample", "GET", "/openapi/v1.json"))).Body!.AsObject(),
            office.Id
        );
        while (walk.Steps < Calls)
        {
            Request[] asked =
            [
                .. Enumerable
                    .Range(0, AtOnce)
                    .Select(_ => doors.Next(RequestGenerator.People[chance.Next(RequestGenerator.People.Length)])),
            ];
            await Task.WhenAll(walk.Take(asked), project.Step());
            await Task.WhenAll(office.Act(), project.Step());
            await walk.Settle();
            await walk.Hear(
                RequestGenerator.People[1 + chance.Next(RequestGenerator.People.Length - 1)],
                "WatchDesk",
                [null]
            );
        }

        await walk.Settle();
        output.WriteLine(
            $"{walk.Steps} calls and {walk.Messages} messages after {clock.Elapsed}: {string.Join(", ", walk.Statuses.Select(status => $"{status.Key}: {status.Value}"))}"
        );
        output.WriteLine(
            $"the project: {string.Join(", ", project.Done.Select(entry => $"{entry.Key} {entry.Value}"))}"
        );
        Assert.True(walk.Messages > 20, $"only {walk.Messages} messages");
        foreach (
            var done in new[]
            {
                "offer 200",
                "consent 200",
                "introduce 200",
                "meet 200",
                "conclude 200",
                "decline 200",
                "POST pins 201",
                "POST visits 201",
                "POST visits 200",
                "PUT enterprises 200",
            }
        )
            Assert.Contains(done, project.Done.Keys);
    }

    [Fact]
    public async Task The_comparison_finds_what_differs()
    {
        await using var twins = await TwinSystems.Start(30);
        await using var walk = await RequestGenerator.Begin(twins, 0);
        await (await twins.Busy.As(TwinSystems.Cleared))
            .Send("PUT", "/api/centres/another", """{"name":"One more","public":true}""")
            .Json();

        foreach (
            var path in new[]
            {
                "/api/centres?limit=500",
                "/api/centres/another",
                "/api/exports/centres.csv",
                "/api/exports/centres.xlsx",
                "/api/changes?limit=500",
            }
        )
        {
            var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
                walk.Take(new Request("anonymous", "GET", path))
            );
            Assert.StartsWith("Seed 0, step 1: anonymous GET", found.Message, StringComparison.Ordinal);
        }
    }

    // Opens both desks, and waits until they have looked through all demands: then their leads are the same, look after
    // look.
    private static async Task Calm(TwinSystems twins)
    {
        var (last, same) = ("", 0);
        await Eventually.Until(
            "both desks show the same leads and find no more",
            async () =>
            {
                var leads = await Task.WhenAll(Leads(twins.Plain), Leads(twins.Busy));
                same = leads[0] == leads[1] && leads[0] == last && leads[0].Length > 0 ? same + 1 : 0;
                last = leads[0];
                return same == 20;
            },
            TimeSpan.FromMinutes(3),
            TimeSpan.FromMilliseconds(50)
        );
    }

    private static async Task<string> Leads(Twin twin) =>
        string.Join(
            ',',
            (await (await (await twin.As("officer@sample")).Send("GET", "/api/desk")).Json())["leads"]!
                .AsArray()
                .Select(lead => (string)lead!["key"]!)
        );
}
