using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Live;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Tests.Buildings;

/// <summary>matching.md section 15.</summary>
public sealed class HoldTests
{
    private const string Space = "b1/s1";
    private static readonly DateOnly Until = Some.Today.AddDays(14);
    private static readonly Caller Owner = Some.OwnerAgent();

    [Theory, OnBoth]
    public async Task A_held_space_is_on_the_lists_of_one_demand_alone(Store store)
    {
        await using var system = await Scene(store);
        var index = system.Grains.Index("sites");

        await Hold(system, Some.Officer, "d1");

        foreach (var caller in new[] { Some.Officer, Some.Person() })
        {
            var held = Assert.Single((await index.Matches(caller, "d1", 10)).Matches, match => match.Id == Space);
            Assert.Equal(new MatchHold(Until, "d1"), held.Hold);
            Assert.Equal(2, (await index.Matches(caller, "d1", 10)).Count);
            Assert.Equal(["b1/s2"], (await index.Matches(caller, "d2", 10)).Matches.Select(match => match.Id));
            Assert.Null(await index.MatchOf(caller, "d2", Space));
            Assert.Equal(1, (await index.FacetsOf(caller, "d2", null, 10)).Count);
            Assert.Equal(["b1/s2"], (await index.Watch(caller, "d2", null)).Matches!.Value.Select(match => match.Id));
        }

        // A demand that is not saved: the office sees it marked, and nobody else sees it.
        var all = new AdHocDemand([], 10);
        Assert.Equal(
            [new MatchHold(Until, "d1"), null],
            (await index.Match(Some.Admin, all)).Matches.Select(match => match.Hold)
        );
        foreach (var caller in new[] { Caller.Anonymous, Owner, Some.Person() })
        {
            Assert.Equal(["b1/s2"], (await index.Match(caller, all)).Matches.Select(match => match.Id));
            Assert.Equal(["b1/s2"], (await index.Search(caller, "Tower", 10)).Named);
        }
    }

    [Theory, OnBoth]
    public async Task Each_reader_learns_of_a_hold_what_is_theirs_to_know(Store store)
    {
        await using var system = await Scene(store);

        await Hold(system, Some.Officer, "d1");

        var all = new SpaceHold(Until, "d1", Some.Officer.Email);
        foreach (
            var (caller, hold) in new[]
            {
                (Some.OtherOfficer, all),
                (Some.Admin, all),
                (Owner, new SpaceHold(Until)),
                (Some.OwnerAgent("o2"), null),
                (Some.Person(), null),
                (Caller.Anonymous, null),
            }
        )
        {
            var (one, listed) = (await Read(system, caller), await Listed(system, caller));
            Assert.Equal((SpaceStatus.Held, hold), (one.Status, one.Hold));
            Assert.Equal((SpaceStatus.Held, hold), (listed.Status, listed.Hold));
        }
    }

    [Theory, OnBoth]
    public async Task Other_lists_lose_it_at_once_and_get_it_back_at_the_release(Store store)
    {
        await using var system = await Scene(store);
        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));

        await Hold(system, Some.Officer, "d1");
        var held = Events(await hub.Take(atLeast: 4));
        await system.Grains.Holds().Release(Some.OtherOfficer, new("b1", "s1"));
        var released = Events(await hub.Take(atLeast: 4));

        Assert.Equal([("d1", MatchEventKind.Changed, true), ("d2", MatchEventKind.Gone, false)], held);
        Assert.Equal([("d1", MatchEventKind.Changed, false), ("d2", MatchEventKind.Appeared, false)], released);
        Assert.Equal((SpaceStatus.Vacant, null), Seen(await Read(system, Some.Officer)));
        Assert.Equal(3, (await Read(system, Owner)).Version);
    }

    [Theory, OnBoth]
    public async Task Of_ten_officers_who_hold_it_at_once_one_succeeds(Store store)
    {
        await using var system = await Scene(store);
        var officers = Enumerable.Range(0, 10).Select(n => new Caller($"officer{n}@office", Role.Officer, null));

        var answers = await Task.WhenAll(
            officers.Select(async officer =>
            {
                try
                {
                    return (await Hold(system, officer, "d1")).Hold!.By;
                }
                catch (ConflictException refused)
                {
                    Assert.Equal(("heldUntil", $"{Until:yyyy-MM-dd}"), (refused.Reason.Code, refused.Reason.Args[0]));
                    return null;
                }
            })
        );

        var winner = Assert.Single(answers.OfType<string>());
        Assert.Equal(winner, (await Read(system, Some.Officer)).Hold!.By);
    }

    [Theory, OnBoth]
    public async Task An_officer_extends_their_own_hold_and_moves_it_to_another_demand(Store store)
    {
        await using var system = await Scene(store);
        await Hold(system, Some.Officer, "d1");
        var version = (await Read(system, Some.Officer)).Version;
        await Hold(system, Some.Officer, "d1");
        Assert.Equal(version, (await Read(system, Some.Officer)).Version); // a repeated request

        var later = await system.Grains.Holds().Hold(Some.Officer, new("b1", "s1"), new("d2", Some.Today.AddDays(30)));

        Assert.Equal(new SpaceHold(Some.Today.AddDays(30), "d2", Some.Officer.Email), later.Hold);
        Assert.Null(await system.Grains.Index("sites").MatchOf(Some.Officer, "d1", Space));
        Assert.NotNull(await system.Grains.Index("sites").MatchOf(Some.Officer, "d2", Space));
    }

    [Theory, OnBoth]
    public async Task It_ends_with_its_last_day_in_Hong_Kong(Store store)
    {
        await using var system = await Scene(store);
        var building = system.Grains.Building("b1");
        var index = system.Grains.Index("sites");
        var held = await system.Grains.Holds().Hold(Some.Officer, new("b1", "s1"), new("d1", Some.Today));
        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));

        await To(new(2026, 11, 24, 23, 59, 59, TimeSpan.FromHours(8)));
        await system.Grains.Clock().Tick();
        Assert.Equal(SpaceStatus.Held, (await Read(system, Owner)).Status);
        Assert.Null(await index.MatchOf(Some.Officer, "d2", Space));
        Assert.Empty(hub.Take());

        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        await To(new(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(
            [("d1", MatchEventKind.Changed, false), ("d2", MatchEventKind.Appeared, false)],
            Events(await hub.Take(atLeast: 4))
        );
        foreach (var caller in new[] { Some.Officer, Owner, Caller.Anonymous })
        {
            Assert.Equal((SpaceStatus.Vacant, null), Seen(await Read(system, caller)));
            Assert.Equal((SpaceStatus.Vacant, null), Seen(await Listed(system, caller)));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Holds().Release(Some.Officer, new("b1", "s1")));
        // What was read on the day before says "held", and is no statement of the owner's.
        await building.PutSpace(Owner, "s1", held with { Unit = "12B" }, held.Version, true);
        await system.Grains.Clock().Tick();
        Assert.Equal((SpaceStatus.Vacant, null), Seen(await Read(system, Some.Officer)));
        Assert.Equal("12B", (await Read(system, Some.Officer)).Unit);
        var (_, version) = (await Listed(system, Owner), (await Read(system, Owner)).Version);
        await system.Grains.Clock().Tick();
        Assert.Equal(version, (await Read(system, Owner)).Version); // written once

        async Task To(DateTimeOffset instant)
        {
            system.Time.SetUtcNow(instant);
            await index.WaitForProjection(long.MaxValue);
        }
    }

    [Theory, OnBoth]
    public async Task It_ends_with_its_demand_and_with_its_enterprise(Store store)
    {
        await using var system = await Scene(store);
        var index = system.Grains.Index("sites");
        await system.Grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d3").Put(Some.Person("e2"), Some.Demand("enterprises/e2"), null, true);
        await Hold(system, Some.Officer, "d1");
        await system.Grains.Holds().Hold(Some.Officer, new("b1", "s2"), new("d3", Until));
        Assert.Empty((await index.Matches(Some.Person(), "d2", 10)).Matches);

        await system.Grains.Demand("d1").Delete(Some.Person(), 1);
        Assert.Equal((SpaceStatus.Vacant, null), Seen(await Read(system, Caller.Anonymous)));
        Assert.Equal([Space], (await index.Matches(Some.Person(), "d2", 10)).Matches.Select(match => match.Id));
        await Hold(system, Some.OtherOfficer, "d2");

        await system.Grains.Enterprise("e2").Delete(Some.Officer, 1);
        Assert.Equal(
            [Space, "b1/s2"],
            (await index.Matches(Some.Person(), "d2", 10)).Matches.Select(match => match.Id)
        );
        Assert.Equal(
            [SpaceStatus.Held, SpaceStatus.Vacant],
            (await system.Grains.Catalogue<Space>().List(Owner, new())).Items.Select(space => space.Status)
        );
    }

    [Theory, OnBoth]
    public async Task It_survives_a_restart_and_an_index_that_is_built_again(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            await Begin(system);
            await Hold(system, Some.Officer, "d1");
        }

        await using var again = await TestSystem.On(place);
        Assert.Equal(new(Until, "d1", Some.Officer.Email), (await Read(again, Some.Officer)).Hold);
        var index = again.Grains.Index("sites");
        Assert.Equal(new(Until, "d1"), (await index.MatchOf(Some.Person(), "d1", Space))!.Hold);
        Assert.Null(await index.MatchOf(Some.Officer, "d2", Space));
        await Assert.ThrowsAsync<ConflictException>(() => Hold(again, Some.OtherOfficer, "d2"));
    }

    [Fact]
    public async Task Of_two_owners_of_the_building_s_grain_one_holds_it()
    {
        using var place = await Place.On(Store.Postgres);
        await using var one = await TestSystem.On(place);
        await Begin(one);
        await using var other = await TestSystem.On(place);
        await Task.WhenAll(Read(one, Some.Officer), Read(other, Some.Officer));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async n =>
                {
                    try
                    {
                        var officer = new Caller($"officer{n}@office", Role.Officer, null);
                        return (await Hold(n % 2 == 0 ? one : other, officer, "d1")).Hold!.By;
                    }
                    catch (ConflictException)
                    {
                        return null;
                    }
                })
        );

        var winner = Assert.Single(answers.OfType<string>());
        await using var after = await TestSystem.On(place);
        Assert.Equal(winner, (await Read(after, Some.Officer)).Hold!.By);
    }

    private static async Task<TestSystem> Scene(Store store)
    {
        var system = await TestSystem.On(store);
        await Begin(system);
        return system;
    }

    /// <summary>Two vacant spaces of one owner and two demands of one enterprise that take both.</summary>
    private static async Task Begin(TestSystem system)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        foreach (var demand in new[] { "d1", "d2" })
            await system.Grains.Demand(demand).Put(Some.Person(), Some.Demand(null), null, true);
        await system.Grains.Building("b1").Put(Some.Officer, Some.Building(), null, true);
        foreach (var space in new[] { "s1", "s2" })
            await system.Grains.Building("b1").PutSpace(Owner, space, Some.Space(), null, true);
    }

    private static Task<Space> Hold(TestSystem system, Caller officer, string demand) =>
        system.Grains.Holds().Hold(officer, new("b1", "s1"), new(demand, Until));

    private static Task<Space> Read(TestSystem system, Caller caller) =>
        system.Grains.Building("b1").GetSpace(caller, "s1");

    private static async Task<Space> Listed(TestSystem system, Caller caller) =>
        (await system.Grains.Catalogue<Space>().List(caller, new())).Items.Single(space => space.Id == Space);

    private static (SpaceStatus, SpaceHold?) Seen(Space space) => (space.Status, space.Hold);

    // Both audiences of a demand are told the same; whether the match is marked as held.
    private static IEnumerable<(string, MatchEventKind, bool)> Events(List<FeedMessage> messages)
    {
        Assert.Equal(4, messages.Count);
        Assert.Equal(2, messages.Count(message => message.Audience is Audience.Office));
        return messages
            .SelectMany(message => message.Events.Select(e => (message.Demand, e.Kind, e.Match?.Hold is not null)))
            .Distinct()
            .Order();
    }
}
