using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Live;

public sealed class ExpiryTests
{
    [Theory, OnBoth]
    public async Task A_certification_is_claimed_up_to_its_last_day_and_lost_at_midnight_in_Hong_Kong(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Firm("f1")
            .Put(Some.Officer, Some.Firm(("certifications", Some.Tags("iso-13485@2026-11-25"))), null, true);
        await system
            .Grains.Demand("d1")
            .Put(Some.Person(), Some.Seeks("partners", Some.Covers("certifications", "iso-13485")), null, true);
        var hub = new Hub();
        var observer = system.Grains.CreateObjectReference<ILiveObserver>(hub);
        await system.Grains.Live().Subscribe(observer);

        // Noon of the 24th, and then the last second of the 25th: its last day.
        await To(new(2026, 11, 25, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Single((await system.Grains.Index("partners").Matches(Some.Officer, "d1", 10)).Matches);
        Assert.Empty(hub.Take());

        await system.Grains.Live().Subscribe(observer);
        await To(new(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));
        var gone = await hub.Take(atLeast: 2);
        Assert.Equal([Audience.Public, Audience.Office], gone.Select(message => message.Audience).Order());
        Assert.All(
            gone,
            message =>
                Assert.Equal(
                    (MatchEventKind.Gone, "f1", (Match?)null),
                    Assert.Single(
                        message.Events.Select(matchEvent => (matchEvent.Kind, matchEvent.Id, matchEvent.Match))
                    )
                )
        );
        Assert.Empty((await system.Grains.Index("partners").Matches(Some.Officer, "d1", 10)).Matches);

        async Task To(DateTimeOffset instant)
        {
            system.Time.SetUtcNow(instant);
            await system.Grains.Index("partners").WaitForProjection(long.MaxValue);
        }
    }

    [Theory, OnBoth]
    public async Task A_waiver_of_the_building_answers_up_to_its_last_day_and_the_verdict_turns_at_midnight(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        var building = Some.Building(
            true,
            null,
            ("zone", new CodeValue("OU(B)")),
            ("leaseUser", new CodeValue("industrial"))
        );
        await system
            .Grains.Building("b1")
            .Put(
                Some.Officer,
                building with
                {
                    Waivers = [new("office", new(2025, 1, 1), new(2026, 11, 25), "LW 12")],
                },
                null,
                true
            );
        await system.Grains.Building("b1").PutSpace(Some.Officer, "s1", Some.Space(), null, true);
        var office = new Criterion
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = new CodeValue("office"),
        };
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Seeks("sites", office), null, true);
        Assert.Equal(("fits", "LW 12"), await Lease());

        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        system.Time.SetUtcNow(new(2026, 11, 25, 23, 59, 59, TimeSpan.FromHours(8)));
        await system.Grains.Index("sites").WaitForProjection(long.MaxValue);
        Assert.Equal(("fits", "LW 12"), await Lease());
        Assert.Empty(hub.Take());

        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        system.Time.SetUtcNow(new(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));
        await system.Grains.Index("sites").WaitForProjection(long.MaxValue);
        foreach (var message in await hub.Take(atLeast: 2))
        {
            var changed = Assert.Single(message.Events);
            Assert.Equal((MatchEventKind.Changed, "b1/s1"), (changed.Kind, changed.Id));
            Assert.Equal(new CodeValue("needsPermission"), changed.Match!.Parts[0].Actual);
            Assert.Equal("industrial", changed.Match.Parts[0].Gates!.Value[1].Key);
        }

        Assert.Equal("needsPermission", (await Lease()).Item1);
        var uses = await system.Grains.Building("b1").GetUses(Some.Officer, "s1", new(2026, 11, 25));
        Assert.Equal(UseVerdict.Fits, uses.Uses.Single(use => use.Use == "office").Verdict);

        async Task<(string, string?)> Lease()
        {
            var match = (await system.Grains.Index("sites").Matches(Some.Officer, "d1", 10)).Matches.Single();
            return (((CodeValue)match.Parts[0].Actual!).Code, match.Parts[0].Gates!.Value[1].Source);
        }
    }

    [Theory, OnBoth]
    public async Task A_centre_is_on_the_board_up_to_its_last_day_and_gone_at_midnight_in_Hong_Kong(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        var centre = new Centre { Public = true, ValidTo = new(2026, 11, 25) };
        await system.Grains.Centre("c1").Put(Some.Officer, centre, null, true);
        await system.Grains.Centre("c2").Put(Some.Officer, centre with { ValidTo = new(2026, 3, 31) }, null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Seeks("research"), null, true);
        var hub = new Hub();

        system.Time.SetUtcNow(new(2026, 11, 25, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal(
            ["c1"],
            (await system.Grains.Index("research").Matches(Some.Officer, "d1", 10)).Matches.Select(match => match.Id)
        );

        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        system.Time.SetUtcNow(new(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));
        await system.Grains.Index("research").WaitForProjection(long.MaxValue);
        Assert.Empty((await system.Grains.Index("research").Matches(Some.Officer, "d1", 10)).Matches);
        var gone = await hub.Take(atLeast: 2);
        Assert.All(
            gone,
            message =>
                Assert.Equal(
                    (MatchEventKind.Gone, "c1"),
                    Assert.Single(message.Events.Select(matchEvent => (matchEvent.Kind, matchEvent.Id)))
                )
        );
    }

    [Theory, OnBoth]
    public async Task A_centre_is_on_the_board_on_the_days_from_its_first_to_its_last_as_a_question_names_them(
        Store store
    )
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        var closed = new Centre { Public = true, ValidTo = new(2026, 3, 31) };
        var coming = new Centre
        {
            Public = true,
            ValidFrom = new(2026, 11, 26),
            ValidTo = new(2026, 11, 28),
        };
        await system.Grains.Centre("c1").Put(Some.Officer, closed, null, true);
        await system.Grains.Centre("c2").Put(Some.Officer, coming, null, true);
        await system.Grains.Centre("c3").Put(Some.Officer, new() { Public = true }, null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Seeks("research"), null, true);
        var index = system.Grains.Index("research");
        var hub = new Hub();

        system.Time.SetUtcNow(new(2026, 11, 25, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal(["c3"], await On(null));
        Assert.Equal(["c1", "c3"], await On(new(2026, 3, 31)));
        Assert.Equal(["c3"], await On(new(2026, 4, 1)));
        Assert.Equal(["c2", "c3"], await On(new(2026, 11, 28)));
        Assert.Equal(["c3"], await On(new(2026, 11, 29)));
        var facets = await index.Facets(Some.Officer, new([], AsOf: new(2026, 3, 31)));
        Assert.Equal(2, facets.Count);

        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        system.Time.SetUtcNow(new(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));
        await index.WaitForProjection(long.MaxValue);
        Assert.Equal(["c2", "c3"], await On(null));
        Assert.Equal(["c3"], await On(new(2026, 11, 25)));
        Assert.All(
            await hub.Take(atLeast: 2),
            message =>
                Assert.Equal(
                    (MatchEventKind.Appeared, "c2"),
                    Assert.Single(message.Events.Select(matchEvent => (matchEvent.Kind, matchEvent.Id)))
                )
        );

        var backwards = await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Centre("c4").Put(Some.Officer, coming with { ValidTo = new(2026, 11, 25) }, null, true)
        );
        Assert.Equal(("validTo", "endsBefore"), backwards.Errors.Select(error => (error.Path, error.Code)).Single());

        async Task<IEnumerable<string>> On(DateOnly? day) =>
            (await index.Match(Some.Officer, new([], 10, AsOf: day))).Matches.Select(match => match.Id).Order();
    }
}
