using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Tests.Buildings;

/// <summary>Who may hold a space, who may know of it, and what other writes do to a hold.</summary>
public sealed class HoldRightsTests
{
    private static readonly DateOnly Until = Some.Today.AddDays(14);
    private static readonly Caller Owner = Some.OwnerAgent();
    private static readonly string Project = Some.Id(1);
    private static readonly string Secret = Some.Id(2);

    [Theory, OnBoth]
    public async Task A_hold_for_a_confidential_project_tells_nothing_of_it(Store store)
    {
        await using var system = await Scene(store);
        await system.Grains.Enterprise(Project).Put(Some.Officer, Some.Enterprise(true), null, false);
        await system.Grains.Demand(Secret).Put(Some.Person(Project), Some.Demand(null), null, false);

        await Assert.ThrowsAsync<NotFoundException>(() => Hold(system, Some.OtherOfficer, Secret));
        await Hold(system, Some.Officer, Secret);

        Assert.Equal(new SpaceHold(Until, Secret, Some.Officer.Email), (await Read(system, Some.Officer)).Hold);
        Assert.Equal(new SpaceHold(Until), (await Read(system, Owner)).Hold);
        foreach (var caller in new[] { Some.OtherOfficer, Some.Admin, Caller.Anonymous, Some.Person() })
        {
            var space = await Read(system, caller);
            Assert.Equal((SpaceStatus.Held, null), (space.Status, space.Hold));
            Assert.Null((await system.Grains.Catalogue<Space>().List(caller, new())).Items.Single().Hold);
        }

        // Marked, and no more, even to the officer who may know: a look at a project is logged where it is asked for.
        foreach (var caller in new[] { Some.Officer, Some.OtherOfficer })
        {
            var match = Assert.Single((await system.Grains.Index("sites").Match(caller, new([], 10))).Matches);
            Assert.Equal(new MatchHold(), match.Hold);
            Assert.Equal(
                new MatchHold(),
                Assert.Single((await system.Grains.Index("sites").Search(caller, "Tower", 10)).Matches).Hold
            );
        }

        var refused = await Assert.ThrowsAsync<ConflictException>(() => Hold(system, Some.OtherOfficer, "d1"));
        Assert.Equal(("held", 0), (refused.Reason.Code, refused.Reason.Args.Length));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Holds().Release(Some.OtherOfficer, new("b1", "s1"))
        );
        Assert.DoesNotContain(
            await system.Grains.Changes().List(Some.OtherOfficer, 0, 100),
            change => change.Kind is RecordKind.Hold || change.Id == Secret
        );
    }

    [Theory, OnBoth]
    public async Task A_demand_that_becomes_confidential_takes_its_hold_with_it(Store store)
    {
        await using var system = await Scene(store);
        await system.Grains.Enterprise(Project).Put(Some.Officer, Some.Enterprise(), null, false);
        await system.Grains.Demand(Secret).Put(Some.Person(Project), Some.Demand(null), null, false);
        await Hold(system, Some.OtherOfficer, Secret);

        await system.Grains.Enterprise(Project).Put(Some.Officer, Some.Enterprise(true), 1, false);
        Assert.Null((await Read(system, Some.OtherOfficer)).Hold);
        Assert.Equal(SpaceStatus.Held, (await Read(system, Some.OtherOfficer)).Status);
        Assert.Equal(Secret, (await Read(system, Some.Officer)).Hold!.Demand);
        var mark = (await system.Grains.Index("sites").Match(Some.OtherOfficer, new([], 10))).Matches.Single().Hold;
        Assert.Equal(new MatchHold(), mark);

        await system.Grains.Enterprise(Project).Clear(Some.Officer, [Some.OtherOfficer.Email!], 2);
        Assert.Null((await Read(system, Some.Officer)).Hold);
        Assert.Equal(Secret, (await Read(system, Some.OtherOfficer)).Hold!.Demand);
    }

    [Theory, OnBoth]
    public async Task Only_officers_hold_a_vacant_space_for_a_demand_on_sites_for_thirty_days(Store store)
    {
        await using var system = await Scene(store);
        var building = system.Grains.Building("b1");
        await system.Grains.Demand("p1").Put(Some.Person(), Some.Seeks("partners"), null, true);

        foreach (var caller in new[] { Owner, Some.Person(), Some.Maker(), Caller.Anonymous })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Hold(system, caller, "d1"));
            await Assert.ThrowsAsync<ForbiddenException>(() => system.Grains.Holds().Release(caller, new("b1", "s1")));
        }

        foreach (var demand in new[] { "p1", "none", "" })
            await Assert.ThrowsAsync<NotFoundException>(() => Hold(system, Some.Officer, demand));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Holds().Hold(Some.Officer, new("b1", "none"), new("d1", Until))
        );
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Holds().Release(Some.Officer, new("b1", "s1")));
        foreach (var day in new[] { Some.Today.AddDays(-1), Some.Today.AddDays(31), DateOnly.MaxValue })
        {
            var refused = await Assert.ThrowsAsync<InvalidException>(() =>
                system.Grains.Holds().Hold(Some.Officer, new("b1", "s1"), new("d1", day))
            );
            Assert.Equal(("until", "outOfRange"), (refused.Errors.Single().Path, refused.Errors.Single().Code));
        }

        foreach (var status in new[] { SpaceStatus.Held, SpaceStatus.Let })
        {
            var version = (await Read(system, Owner)).Version;
            await building.PutSpace(Owner, "s1", Some.Space() with { Status = status }, version, true);
            var refused = await Assert.ThrowsAsync<ConflictException>(() => Hold(system, Some.Officer, "d1"));
            Assert.Equal("notVacant", refused.Reason.Code);
        }
    }

    [Theory, OnBoth]
    public async Task An_officer_with_a_declared_interest_neither_holds_nor_releases(Store store)
    {
        await using var system = await Scene(store);
        foreach (var interest in new[] { "buildings/b1", "owners/o1", "enterprises/e1" })
        {
            var record = await system.Grains.Officer(Some.OtherOfficer.Email!).Get(Some.Admin);
            await system
                .Grains.Officer(Some.OtherOfficer.Email!)
                .Put(Some.Admin, record with { Interests = [interest] }, Expected(record.Version), true);

            var hold = await Assert.ThrowsAsync<ForbiddenException>(() => Hold(system, Some.OtherOfficer, "d1"));
            await Hold(system, Some.Officer, "d1");
            var release = await Assert.ThrowsAsync<ForbiddenException>(() =>
                system.Grains.Holds().Release(Some.OtherOfficer, new("b1", "s1"))
            );
            await system.Grains.Holds().Release(Some.Officer, new("b1", "s1"));

            Assert.Equal(("declaredInterest", "declaredInterest"), (hold.Reason?.Code, release.Reason?.Code));
        }

        static long? Expected(long version) => version == 0 ? null : version;
    }

    [Theory, OnBoth]
    public async Task Neither_a_body_nor_a_file_ends_or_makes_a_hold(Store store)
    {
        await using var system = await Scene(store);
        var building = system.Grains.Building("b1");
        var free = await Read(system, Owner);
        await Assert.ThrowsAsync<VersionException>(async () =>
        {
            await Hold(system, Some.Officer, "d1");
            await building.PutSpace(Owner, "s1", free with { Unit = "1" }, free.Version, true);
        });

        foreach (var status in new[] { SpaceStatus.Vacant, SpaceStatus.Held })
        {
            var seen = await Read(system, Owner);
            var body = seen with { Unit = $"Unit {status}", Status = status, Hold = null };
            var put = await building.PutSpace(Owner, "s1", body, seen.Version, true);
            Assert.Equal((SpaceStatus.Held, new SpaceHold(Until)), (put.Record.Status, put.Record.Hold));
            await building.Import(
                Owner,
                [
                    new()
                    {
                        Id = "b1/s1",
                        Status = status,
                        Unit = "12",
                    },
                ],
                false
            );
            Assert.Equal(Some.Officer.Email, (await Read(system, Some.Admin)).Hold!.By);
        }

        // What is let is let; the hold waits, and stands again if that was a mistake.
        await building.Import(Owner, [new() { Id = "b1/s1", Status = SpaceStatus.Let }], false);
        Assert.Equal((SpaceStatus.Let, true), Seen(await Read(system, Owner)));
        Assert.Null(await system.Grains.Index("sites").MatchOf(Some.Officer, "d1", "b1/s1"));
        await building.Import(Owner, [new() { Id = "b1/s1", Status = SpaceStatus.Vacant }], false);
        Assert.NotNull(await system.Grains.Index("sites").MatchOf(Some.Officer, "d1", "b1/s1"));

        var held = await Read(system, Owner);
        await system.Grains.Holds().Release(Some.Officer, new("b1", "s1"));
        await Assert.ThrowsAsync<VersionException>(() => building.PutSpace(Owner, "s1", held, held.Version, true));
        Assert.Equal((SpaceStatus.Vacant, false), Seen(await Read(system, Owner)));

        var forged = (await Read(system, Owner)) with { Hold = new(Until, "d1", "x@office"), Unit = "13" };
        await building.PutSpace(Owner, "s1", forged, forged.Version, true);
        await building.PutSpace(Owner, "s2", Some.Space() with { Hold = new(Until, "d1", "x@office") }, null, true);
        foreach (var space in new[] { "s1", "s2" })
            Assert.Equal((SpaceStatus.Vacant, false), Seen(await building.GetSpace(Some.Officer, space)));
    }

    [Theory, OnBoth]
    public async Task A_space_takes_its_hold_with_it(Store store)
    {
        await using var system = await Scene(store);
        var building = system.Grains.Building("b1");
        await Hold(system, Some.Officer, "d1");
        await building.DeleteSpace(Owner, "s1", 2);
        await building.PutSpace(Owner, "s1", Some.Space(), null, true);
        Assert.Equal((SpaceStatus.Vacant, false), Seen(await Read(system, Some.Officer)));

        await Hold(system, Some.OtherOfficer, "d1");
        await building.Delete(Some.Officer, 1);
        await building.Put(Some.Officer, Some.Building(), null, true);
        await building.PutSpace(Owner, "s1", Some.Space(), null, true);
        Assert.Equal((SpaceStatus.Vacant, false), Seen(await Read(system, Some.Officer)));
        await Hold(system, Some.Officer, "d1");
    }

    private static async Task<TestSystem> Scene(Store store)
    {
        var system = await TestSystem.On(store);
        foreach (var officer in new[] { Some.Officer, Some.OtherOfficer })
            await Brokering.Account(system, new() { Id = officer.Email!, Role = Role.Officer });
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Demand("d1").Put(Some.Person(), Some.Demand(null), null, true);
        await system.Grains.Building("b1").Put(Some.Officer, Some.Building(), null, true);
        await system.Grains.Building("b1").PutSpace(Owner, "s1", Some.Space(), null, true);
        return system;
    }

    private static Task<Space> Hold(TestSystem system, Caller officer, string demand) =>
        system.Grains.Holds().Hold(officer, new("b1", "s1"), new(demand, Until));

    private static Task<Space> Read(TestSystem system, Caller caller) =>
        system.Grains.Building("b1").GetSpace(caller, "s1");

    private static (SpaceStatus, bool IsHeld) Seen(Space space) => (space.Status, space.Hold is not null);
}
