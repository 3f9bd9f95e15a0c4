using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>Confidential projects: who knows of them, by what name, and that every look is kept.</summary>
public sealed class ProjectTests
{
    private static readonly string Project = Some.Id(1);
    private static readonly string Sought = Some.Id(2);

    private static Caller Own => Some.Person(Project);

    [Theory, OnBoth]
    public async Task Every_counterpart_knows_another_alias_and_only_cleared_officers_know_the_introduction(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Set(system);
        await system.Grains.Building("b2").Put(Some.Officer, Some.Building(owner: "owners/o2"), null, true);
        await system.Grains.Owner("o2").Put(Some.Officer, new() { Name = new("Second Estates") }, null, true);
        await cast.Admit(Some.OwnerAgent("o2"));
        await system
            .Grains.Building("b2")
            .PutSpace(Some.Officer, "s1", Some.Space(values: ("area", Some.Number(300))), null, true);

        var (first, introduced) = await Offered(cast, Cast.Match);
        var (_, two) = await Offered(cast, "b2/s1");

        Assert.NotEqual(introduced.Seeker.Alias, two.Seeker.Alias);
        foreach (var stranger in new[] { Some.OtherOfficer, Some.Admin })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => first.Get(stranger));
            Assert.Empty((await system.Grains.Desk().List(stranger, null, null, null, 100)).Items);
            Assert.Empty((await system.Grains.Desk().Watch(stranger, null)).Introductions!.Value);
            var figures = await system.Grains.Figures().Of(stranger, Some.Today, Some.Today);
            Assert.Empty(figures.Exposure);
            Assert.Empty(figures.Now.Counts);
            var behind = await system
                .Grains.Figures()
                .Behind(stranger, Some.Today, Some.Today, null, "reached:suggested", null, 100);
            Assert.Empty(behind.Items);
            Assert.Empty((await system.Grains.Figures().Fairness(stranger, Some.Today, Some.Today)).Parties);
            Assert.DoesNotContain(
                await system.Grains.Changes().List(stranger, 0, 500),
                change => change.Kind == RecordKind.Introduction
            );
        }

        Assert.Empty((await system.Grains.Log().List(Some.Admin, $"enterprises/{Project}", null, 100)));
        var seen = await first.Get(cast.Counterpart);
        Assert.Equal((null, introduced.Seeker.Alias), (seen.Seeker.Name, seen.Seeker.Alias));
    }

    [Theory, OnBoth]
    public async Task A_teaser_that_fits_too_few_is_blocked_unless_a_cleared_officer_says_why(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Set(system);
        var grain = cast.New();
        var introduction = await grain.Suggest(Some.Officer, Sought, Cast.Match);

        var blocked = await Assert.ThrowsAsync<InvalidException>(() =>
            grain.Offer(Some.Officer, introduction.Version, new())
        );
        // Itself, and the one of which no industry is known.
        Assert.Equal(
            ("override", "teaserTooTelling", "2"),
            (blocked.Errors[0].Path, blocked.Errors[0].Code, blocked.Errors[0].Args[0])
        );
        for (var i = 10; i < 13; i++)
            await system
                .Grains.Enterprise($"e{i}")
                .Put(Some.Officer, Some.Enterprise() with { Industry = "robotics" }, null, true);
        Assert.Equal(IntroductionState.Offered, (await grain.Offer(Some.Officer, introduction.Version, new())).State);
    }

    [Theory, OnBoth]
    public async Task An_officer_who_loses_clearance_receives_nothing_more(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Set(system);
        var cleared = await system
            .Grains.Enterprise(Project)
            .Clear(Some.Officer, [Some.Officer.Email!, Some.OtherOfficer.Email!], 1);
        var (grain, introduction) = await Offered(cast, Cast.Match);
        var board = await system.Grains.Desk().Watch(Some.OtherOfficer, null);
        Assert.Equal(introduction.Id, Assert.Single(board.Introductions!.Value).Id);

        await system.Grains.Enterprise(Project).Clear(Some.Officer, [Some.Officer.Email!], cleared.Version);

        await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(Some.OtherOfficer));
        await system.Grains.Desk().WaitForProjection(long.MaxValue);
        var last = Assert.Single(
            (await system.Grains.Desk().Watch(Some.OtherOfficer, board.Sequence)).Events!.Value,
            told => told.Gone is not null
        );
        Assert.Equal(introduction.Id, last.Gone);
        await grain.Consent(Own, (await grain.Get(Own)).Version, null);
        await system.Grains.Desk().WaitForProjection(long.MaxValue);
        Assert.Empty((await system.Grains.Desk().Watch(Some.OtherOfficer, last.Sequence)).Events!.Value);
        await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Enterprise(Project).Clear(Some.Officer, [], cleared.Version + 1)
        );
    }

    [Theory, OnBoth]
    public async Task Every_view_is_in_the_journal_with_its_viewer(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Set(system);
        await system.Grains.Enterprise(Project).Get(Own);
        await system.Grains.Demand(Sought).Get(Some.Officer);
        await system.Grains.Catalogue<Enterprise>().List(Some.Officer, new());
        await system.Grains.Index("sites").Matches(Some.Officer, Sought, 10);
        await system.Grains.Enterprise(Project).Clear(Some.Officer, [Some.Officer.Email!, Some.Admin.Email!], 1);

        var views = (await system.Grains.Log().List(Some.Admin, $"enterprises/{Project}", null, 100))
            .Where(entry => entry.Action == "view")
            .ToList();

        Assert.Equal(
            ["officer@office matches", "officer@office enterprise", "officer@office demand", $"{Own.Email} enterprise"],
            views.Select(view =>
                $"{view.Actor} {view.Changes.LastOrDefault(change => change.Path == "what")?.After?.Trim((char)34)}"
            )
        );
        Assert.True((await system.Grains.Log().Verify(Some.Admin)).Whole);
    }

    private static async Task<Cast> Set(TestSystem system)
    {
        var cast = await Cast.Set(system);
        await cast.Admit(Own, Some.Admin);
        await system
            .Grains.Enterprise(Project)
            .Put(
                Some.Officer,
                new()
                {
                    Name = new("Orion Foundry", "獵戶鑄造"),
                    Industry = "robotics",
                    Confidential = true,
                },
                null,
                false
            );
        await system.Grains.Demand(Sought).Put(Own, Some.Demand(null, Some.AtLeast("area", 100)), null, false);
        return cast;
    }

    private static async Task<(IIntroductionGrain Grain, Introduction It)> Offered(Cast cast, string match)
    {
        var grain = cast.New();
        var introduction = await grain.Suggest(Some.Officer, Sought, match);
        return (
            grain,
            await grain.Offer(Some.Officer, introduction.Version, new(Override: "The owner was told by the minister."))
        );
    }
}
