using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Programmes;
using static Matchmaker.Grains.Tests.Programmes.Applying;

namespace Matchmaker.Grains.Tests.Programmes;

/// <summary>A firm as an applicant, beside an enterprise of the same id.</summary>
public sealed class FirmApplicantTests
{
    private const StrategicIndustry Advanced = StrategicIndustry.AdvancedManufacturingNewEnergy;
    private static readonly PartyId Enterprise = PartyId.Enterprise("p1");
    private static readonly PartyId Firm = PartyId.Firm("p1");
    private static readonly Facts Line = Plant with { Projects = [new("plant", 90_000_000, ProjectKind.SmartLine)] };

    [Theory, OnBoth]
    public async Task A_firm_and_an_enterprise_of_one_id_keep_their_own_facts_over_a_restart(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await Both(await TestSystem.On(place)))
        {
            await Save(system, Enterprise, Plant, tell: true);
            await Save(system, Firm, Line, tell: true);
            await Told(system, 1, "p1");
            await Told(system, 1, "firms/p1");
        }

        await using var again = await TestSystem.On(place);
        Assert.Equal(Plant.Projects, (await again.Grains.Applicant(Enterprise).Get(Some.Person("p1"))).Facts.Projects);
        Assert.Equal(Line.Projects, (await again.Grains.Applicant(Firm).Get(Some.Maker("p1"))).Facts.Projects);
        Assert.Equal(StrategicIndustry.LifeAndHealth, (await Kept(again, Enterprise)).Facts.StrategicIndustry);
        Assert.Equal(
            StrategicIndustry.AdvancedManufacturingNewEnergy,
            (await Kept(again, Firm)).Facts.StrategicIndustry
        );
        // An enterprise's facts are where earlier releases kept them.
        Assert.NotNull(await new RecordRepository(again.Database).Find(RecordKind.Applicant, "p1"));

        await again.Grains.Firm("p1").Delete(Some.Officer, 1);
        await Assert.ThrowsAsync<NotFoundException>(() => again.Grains.Applicant(Firm).Get(Some.Officer));
        await Assert.ThrowsAsync<NotFoundException>(() => Kept(again, Firm));
        foreach (var kind in new[] { RecordKind.Applicant, RecordKind.NotifiedResults })
        {
            Assert.True((await new RecordRepository(again.Database).Find(kind, "firms/p1"))!.IsDeleted);
            Assert.False((await new RecordRepository(again.Database).Find(kind, "p1"))!.IsDeleted);
        }
    }

    [Theory, OnBoth]
    public async Task Each_party_alone_is_told_what_a_rule_changes_for_it(Store store)
    {
        await using var system = await Both(await TestSystem.On(store));
        await Save(system, Enterprise, Plant with { Projects = [] }, tell: true);
        await Save(system, Firm, Plant, tell: true);
        await Told(system, 1, "p1");
        await Told(system, 1, "firms/p1");
        var hub = await Watch(system);

        var changed = await system.Grains.Programme("nias").Get(Some.Admin);
        var preview = await system
            .Grains.Programmes()
            .Preview(Some.Admin, "nias", Last(changed.Versions, version => version with { Cap = 70_000_000 }));
        var only = Assert.Single(preview.Changed);
        Assert.Equal((null, "p1", "Works"), (only.Enterprise, only.Firm, only.Name!.En));

        await Edit(system, "nias", version => version with { Cap = 70_000_000 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        await system.Grains.Clock().Tick();
        var letter = Assert.Single(await Letters(system));
        Assert.Equal("maker@p1", letter.To);
        Assert.Contains(
            "HK$80,000,000) → may be eligible (up to HK$70,000,000)",
            letter.Text,
            StringComparison.Ordinal
        );
        await Eventually.Until(() => Task.FromResult(hub.Assessments.Count > 0));
        var message = Assert.Single(hub.Assessments);
        Assert.Equal(("firms/p1", "nias"), (message.Applicant, Assert.Single(message.Changes).Programme));
    }

    [Fact]
    public async Task Only_its_own_people_and_the_office_know_of_a_public_firm_as_an_applicant()
    {
        await using var system = await Both(await TestSystem.On(Store.Sqlite));
        var grain = system.Grains.Applicant(Firm);
        await grain.Put(Some.Maker("p1"), new() { Facts = Plant }, null, true);
        foreach (var reader in new[] { Some.Maker("p1"), Some.Officer, Some.Admin })
        {
            Assert.Equal("firms/p1", (await grain.Get(reader)).Id);
            Assert.NotNull((await system.Grains.Programmes().AssessKept(reader, "firms/p1")).Applicant);
            Assert.Single((await system.Grains.Catalogue<Applicant>().List(reader, new())).Items);
        }

        foreach (var stranger in new[] { Some.Person("p1"), Some.Maker("f2"), Some.OwnerAgent("p1") })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(stranger));
            await Assert.ThrowsAsync<NotFoundException>(() =>
                system.Grains.Programmes().AssessKept(stranger, "firms/p1")
            );
            Assert.Empty((await system.Grains.Catalogue<Applicant>().List(stranger, new())).Items);
        }

        // One applicant has one id, and only enterprises and firms are applicants.
        foreach (var id in new[] { "enterprises/p1", "firms/p1/x", "owners/p1", "firms/", "" })
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Programmes().AssessKept(Some.Officer, id));
    }

    [Fact]
    public async Task A_firms_own_profile_is_no_news_and_states_its_industry_only_where_it_is_clear()
    {
        await using var system = await Both(await TestSystem.On(Store.Sqlite));
        await Save(system, Firm, Plant, tell: true);
        await Told(system, 1, "firms/p1");
        foreach (
            var (tags, industry) in new (string[] Tags, StrategicIndustry? Industry)[]
            {
                (["strategic/advancedManufacturing", "strategic/newEnergy"], Advanced),
                (["hsic/25", "strategic/lifeAndHealth"], StrategicIndustry.LifeAndHealth),
                (["strategic/robotics", "strategic/fintech"], StrategicIndustry.Other),
                (["strategic/aiAndData", "strategic/lifeAndHealth"], null),
                (["strategic"], null),
                (["hsic/25"], null),
            }
        )
        {
            var firm = await system.Grains.Firm("p1").Get(Some.Officer);
            var next = firm with { Values = firm.Values.SetItem("industries", Some.Tags(tags)) };
            await system.Grains.Firm("p1").Put(Some.Maker("p1"), next, firm.Version, true);
            Assert.Equal(industry, (await Kept(system, Firm)).Facts.StrategicIndustry);
            await system.Grains.Clock().Tick();
        }

        Assert.Empty(await Letters(system));
        // What is said stands before what follows.
        await Save(system, Firm, Plant with { StrategicIndustry = Advanced }, tell: true, expected: 1);
        Assert.Equal(Advanced, (await Kept(system, Firm)).Facts.StrategicIndustry);
    }

    private static Task<KeptAssessment> Kept(TestSystem system, PartyId party) =>
        system.Grains.Programmes().AssessKept(Some.Officer, ApplicantId.Of(party));

    /// <summary>A firm and an enterprise of one id, each with an account.</summary>
    private static async Task<TestSystem> Both(TestSystem system)
    {
        await system
            .Grains.Enterprise("p1")
            .Put(Some.Officer, Some.Enterprise() with { Industry = "lifeAndHealth" }, null, true);
        await system
            .Grains.Firm("p1")
            .Put(Some.Officer, Some.Firm(("industries", Some.Tags("strategic/newEnergy"))), null, true);
        foreach (
            var account in new[]
            {
                new Account
                {
                    Id = "lander@p1",
                    Role = Role.Enterprise,
                    Enterprise = "p1",
                },
                new Account
                {
                    Id = "maker@p1",
                    Role = Role.Firm,
                    Firm = "p1",
                },
            }
        )
            await system.Grains.Account(account.Id).Put(Caller.System, account, null, []);
        return system;
    }
}
