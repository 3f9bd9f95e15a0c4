using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Tests.Live;

public sealed class LiveTests
{
    [Theory, OnBoth]
    public async Task One_change_is_one_number_however_many_spaces_it_moves(Store store)
    {
        await using var system = await Begin(store);
        var hub = await Listen(system);
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(100))), null, true);
        foreach (var space in new[] { "s1", "s2", "s3" })
            await building.PutSpace(Some.Officer, space, Some.Space(), null, true);
        Assert.Empty(hub.Take());

        await building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), 1, true);

        var messages = await Until(hub, 2);
        Assert.Equal([Audience.Public, Audience.Office], messages.Select(message => message.Audience).Order());
        Assert.All(messages, feedMessage => Assert.Equal(1, feedMessage.Sequence));
        Assert.All(
            messages,
            feedMessage => Assert.Equal(["b1/s1", "b1/s2", "b1/s3"], feedMessage.Events.Select(matched => matched.Id))
        );
    }

    [Theory, OnBoth]
    public async Task What_the_public_may_not_see_moves_the_offices_feed_alone(Store store)
    {
        await using var system = await Begin(store);
        var building = system.Grains.Building("b1");
        await building.Put(
            Some.Officer,
            Some.Building(isPublic: false, values: ("power", Some.Number(400))),
            null,
            true
        );
        await building.PutSpace(Some.Officer, "s1", Some.Space(), null, true);
        var index = system.Grains.Index("sites");

        var hidden = (await index.Watch(Some.Person(), "d1", 0), await index.Watch(Some.Officer, "d1", 0));
        await building.Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), 1, true);
        var published = await index.Watch(Some.Person(), "d1", 0);

        Assert.Equal((0L, 1L), (hidden.Item1.Sequence, hidden.Item2.Sequence));
        Assert.Empty(hidden.Item1.Events!.Value);
        Assert.Equal(MatchEventKind.Appeared, Assert.Single(published.Events!.Value).Kind);
        Assert.Equal(1, (await index.Watch(Some.Officer, "d1", 0)).Sequence);
    }

    [Theory, OnBoth]
    public async Task A_deleted_demand_ends_its_watchers_and_its_like_begins_anew(Store store)
    {
        await using var system = await Begin(store);
        var hub = await Listen(system);
        var index = system.Grains.Index("sites");
        var last = (await index.Watch(Some.Person(), "d1", null)).Sequence;

        await system.Grains.Demand("d1").Delete(Some.Person(), 1);
        await Eventually.Until("the messages come", () => hub.Endings.Count > 0);
        await Assert.ThrowsAsync<NotFoundException>(() => index.Watch(Some.Person(), "d1", last));
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Demand(null), null, true);

        Assert.Equal(new AccessEnded(null, "d1"), Assert.Single(hub.Endings));
        Assert.NotNull((await index.Watch(Some.Person(), "d1", last)).Matches);
    }

    [Theory, OnBoth]
    public async Task Only_its_people_and_the_office_watch_a_demand(Store store)
    {
        await using var system = await Begin(store);
        var index = system.Grains.Index("sites");

        foreach (var stranger in new[] { Caller.Anonymous, Some.Person("e2"), Some.OwnerAgent(), Some.Maker() })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => index.Watch(stranger, "d1", null));
            await Assert.ThrowsAsync<NotFoundException>(() => index.Matches(stranger, "d1", 10));
            await Assert.ThrowsAsync<NotFoundException>(() => index.NearMisses(stranger, "d1", 10));
        }

        Assert.Equal(0, (await index.Matches(Some.Officer, "d1", 10)).Count);
    }

    [Theory, OnBoth]
    public async Task Midnight_in_Hong_Kong_makes_a_rent_stale_and_tells(Store store)
    {
        await using var system = await Begin(store, Some.AtMost("rent", 200));
        var building = system.Grains.Building("b1");
        await building.Put(Some.Officer, Some.Building(), null, true);
        await building.PutSpace(
            Some.Officer,
            "s1",
            Some.Space(values: ("rent", Some.Number(150))) with
            {
                VerifiedOn = Some.Today.AddDays(-60),
            },
            null,
            true
        );
        var index = system.Grains.Index("sites");
        var before = await index.Watch(Some.Person(), "d1", null);
        var hub = await Listen(system);

        system.Time.Advance(TimeSpan.FromHours(11.9));
        Assert.Empty((await index.Watch(Some.Person(), "d1", before.Sequence)).Events!.Value);
        system.Time.Advance(TimeSpan.FromHours(0.2));

        var changed = Assert.Single(
            (await Until(hub, 2)).Single(feedMessage => feedMessage.Audience is Audience.Public).Events
        );
        Assert.Equal((MatchEventKind.Changed, 90), (changed.Kind, changed.Match!.Score));
        Assert.True(Assert.Single(changed.Match.Parts).Stale);
    }

    [Theory, OnBoth]
    public async Task A_list_of_more_than_2000_says_so(Store store)
    {
        await using var system = await Begin(store);
        await system
            .Grains.Building("b1")
            .Import(
                Some.Officer,
                [
                    new()
                    {
                        Id = "b1",
                        Public = true,
                        Values = Some.Values(("power", Some.Number(400))),
                    },
                    .. Enumerable
                        .Range(0, 2001)
                        .Select(space => new ListingPatch { Id = $"b1/s{space}", Public = true }),
                ],
                false
            );

        var list = await system.Grains.Index("sites").Watch(Some.Person(), "d1", null);

        Assert.Equal((2000, true), (list.Matches!.Value.Length, list.More!.Value));
    }

    [Fact]
    public async Task After_a_restart_old_numbers_get_the_whole_list()
    {
        using var place = await Place.On(Store.Sqlite);
        long last;
        await using (var system = await Begin(await TestSystem.On(place)))
        {
            await system
                .Grains.Building("b1")
                .Put(Some.Officer, Some.Building(values: ("power", Some.Number(400))), null, true);
            await system.Grains.Building("b1").PutSpace(Some.Officer, "s1", Some.Space(), null, true);
            last = (await system.Grains.Index("sites").Watch(Some.Person(), "d1", null)).Sequence;
        }

        await using var again = await TestSystem.On(place);
        var list = await again.Grains.Index("sites").Watch(Some.Person(), "d1", last);

        Assert.Equal(1, last);
        Assert.Equal(1L << 32, list.Sequence);
        Assert.Single(list.Matches!.Value);
    }

    private static async Task<TestSystem> Begin(Store store, params Criterion[] criteria) =>
        await Begin(await TestSystem.On(store), criteria);

    private static async Task<TestSystem> Begin(TestSystem system, params Criterion[] criteria)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Demand("d1")
            .Put(
                Some.Person(),
                Some.Demand(null, criteria.Length > 0 ? criteria : [Some.AtLeast("power", 200)]),
                null,
                true
            );
        return system;
    }

    private static async Task<Hub> Listen(TestSystem system)
    {
        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        return hub;
    }

    private static async Task<List<FeedMessage>> Until(Hub hub, int count)
    {
        var all = new List<FeedMessage>();
        await Eventually.Until(
            "the messages come",
            () =>
            {
                all.AddRange(hub.Take());
                return all.Count >= count;
            }
        );
        return all;
    }
}
