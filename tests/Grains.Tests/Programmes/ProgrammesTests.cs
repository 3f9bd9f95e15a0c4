using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Programmes;
using static Matchmaker.Grains.Tests.Programmes.Applying;

namespace Matchmaker.Grains.Tests.Programmes;

public sealed class ProgrammesTests
{
    [Theory, OnBoth]
    public async Task A_new_rule_holds_at_once_and_who_asked_is_told_once_live_and_by_mail(Store store)
    {
        await using var system = await Landing(store);
        var hub = await Watch(system);
        Assert.Equal(80_000_000, Nias(await Answer(system)).Amount);

        await Edit(system, "nias", version => version with { Cap = 70_000_000 });
        Assert.Equal(70_000_000, Nias(await Answer(system)).Amount);
        await Soon(system, async () => (await Letters(system)).Count > 0);
        await system.Grains.Clock().Tick();
        var letter = Assert.Single(await Letters(system));
        Assert.Equal("one@robots", letter.To);
        Assert.Contains(
            "may be eligible (up to HK$80,000,000) → may be eligible (up to HK$70,000,000)",
            letter.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("新型工業加速計劃: 可能符合資格 (上限 80,000,000 港元)", letter.Text, StringComparison.Ordinal);
        await Eventually.Until(() => Task.FromResult(hub.Assessments.Count > 0));
        var change = Assert.Single(Assert.Single(hub.Assessments).Changes);
        Assert.Equal(("nias", 80_000_000, 70_000_000), (change.Programme, change.Before!.Amount, change.Now.Amount));
    }

    [Fact]
    public async Task What_people_say_themselves_is_no_news_to_them_and_who_did_not_ask_hears_nothing()
    {
        await using var system = await Landing(Store.Sqlite);
        await Save(
            system,
            "e1",
            Plant with
            {
                Projects = [new("plant", 300_000_000, ProjectKind.NewFacility)],
            },
            tell: true,
            expected: 1
        );
        await Told(system, 2);
        await system.Grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        await Save(system, "e2", Plant, tell: false);
        await Edit(system, "nias", version => version with { CapPerProject = 999_000_000 }); // changes nobody's answer
        await system.Grains.Clock().Tick();
        Assert.Empty(await Letters(system));

        await Edit(system, "nias", version => version with { Cap = 1 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        Assert.All(await Letters(system), letter => Assert.Equal("one@robots", letter.To));
    }

    [Fact]
    public async Task A_rule_of_tomorrow_is_told_ahead_and_on_its_day()
    {
        await using var system = await Landing(Store.Sqlite);
        var tomorrow = Some.Today.AddDays(1);
        await Edit(
            system,
            "nias",
            version => version with { To = Some.Today },
            version => version with { From = tomorrow, To = null, Cap = 60_000_000 }
        );
        await Soon(system, async () => (await Letters(system)).Count == 1);
        Assert.Contains(
            "from 25 Nov 2026 may be eligible (up to HK$60,000,000)",
            (await Letters(system))[0].Text,
            StringComparison.Ordinal
        );

        system.Time.Advance(TimeSpan.FromDays(1));
        await Soon(system, async () => (await Letters(system)).Count == 2);
        Assert.Equal(60_000_000, Nias(await Answer(system)).Amount);
        await system.Grains.Clock().Tick();
        Assert.Equal(2, (await Letters(system)).Count);
    }

    [Theory, OnBoth]
    public async Task Rules_facts_and_what_was_told_outlive_a_restart(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await Landing(await TestSystem.On(place)))
            await Edit(system, "nias", version => version with { Cap = 70_000_000 });
        await using var again = await TestSystem.On(place);
        await Soon(again, async () => (await Letters(again)).Count == 1);
        await again.Grains.Clock().Tick();
        Assert.Single(await Letters(again));
        Assert.Equal(70_000_000, Nias(await Answer(again)).Amount);
    }

    [Fact]
    public async Task A_preview_says_whose_answer_would_change_and_changes_nothing()
    {
        await using var system = await Landing(Store.Sqlite);
        await system.Grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        await Save(system, "e2", Plant with { StrategicIndustry = StrategicIndustry.Other }, tell: false);
        var hidden = await Confidential(system);
        var edition = await system.Grains.Programme("nias").Get(Some.Admin);
        var preview = await system
            .Grains.Programmes()
            .Preview(Some.Admin, "nias", Last(edition.Versions, version => version with { LeastCost = 250_000_000 }));
        Assert.Equal((2, 1), (preview.Looked, preview.Count));
        var only = Assert.Single(preview.Changed);
        Assert.Equal(("e1", "Robots Ltd"), (only.Enterprise, only.Name!.En));
        // A talent scheme that hangs on NIAS changes with it.
        Assert.Equal(
            ["nias", "rth-nias", "techtas-nias"],
            only.Changes.Select(change => change.Programme).Order(StringComparer.Ordinal)
        );
        Assert.Equal(ProgrammeVerdict.Ineligible, only.Changes.Single(now => now.Programme == "nias").Now.Verdict);
        Assert.DoesNotContain(hidden, preview.Changed.Select(changed => changed.Enterprise));
        Assert.Equal(80_000_000, Nias(await Answer(system)).Amount);
        Assert.Equal(0, (await system.Grains.Programme("nias").Get(Some.Admin)).Version);
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            system.Grains.Programmes().Preview(Some.Officer, "nias", edition.Versions)
        );
    }

    [Fact]
    public async Task Only_admins_edit_rules_and_a_rule_that_contradicts_itself_is_refused()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var edition = await system.Grains.Programme("nias").Get(Some.Person());
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            system.Grains.Programme("nias").Put(Some.Officer, edition, 0, true)
        );
        await Assert.ThrowsAsync<VersionException>(() =>
            system.Grains.Programme("nias").Put(Some.Admin, edition, 1, true)
        );
        var wrong = await Assert.ThrowsAsync<InvalidException>(() =>
            system
                .Grains.Programme("nias")
                .Put(Some.Admin, edition with { Versions = [.. edition.Versions, edition.Versions[^1]] }, 0, true)
        );
        Assert.Contains(wrong.Errors, error => error is { Path: "versions[2].from", Code: "versionOverlap" });
        await Assert.ThrowsAsync<InvalidException>(() =>
            system.Grains.Programme("itif").Put(Some.Admin, edition, 0, true)
        );
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Programme("gold").Get(Some.Admin));
    }

    [Fact]
    public async Task Who_is_cleared_no_more_finds_no_facts_and_watchers_are_let_go()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var project = await Confidential(system);
        await Save(system, project, Plant, tell: true);
        var hub = await Watch(system);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Applicant(PartyId.Enterprise(project)).Get(Some.OtherOfficer)
        );
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Programmes().AssessKept(Some.OtherOfficer, project)
        );
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Packages().Of(Some.OtherOfficer, project, null, 36, 5)
        );
        Assert.Empty((await system.Grains.Catalogue<Applicant>().List(Some.OtherOfficer, new())).Items);
        Assert.Single((await system.Grains.Catalogue<Applicant>().List(Some.Officer, new())).Items);

        // Also where no facts are kept: who watched then must not hear of what is kept later.
        var other = await Confidential(system);
        await system
            .Grains.Account(Some.OtherOfficer.Email!)
            .Put(Caller.System, new() { Id = Some.OtherOfficer.Email!, Role = Role.Officer }, null, []);
        await system.Grains.Enterprise(other).Clear(Some.Officer, [Some.OtherOfficer.Email!], 1);
        await Eventually.Until(() =>
            Task.FromResult(hub.Endings.Any(ended => ended.Demand == AssessmentMessage.TopicOf(other)))
        );

        var record = await system.Grains.Enterprise(project).Get(Some.Officer);
        await system.Grains.Enterprise(project).Delete(Some.Officer, record.Version);
        await Eventually.Until(() =>
            Task.FromResult(hub.Endings.Any(ended => ended.Demand == AssessmentMessage.TopicOf(project)))
        );
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Applicant(PartyId.Enterprise(project)).Get(Some.Officer)
        );
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Programmes().AssessKept(Some.Officer, project));
    }

    private static Task<TestSystem> Landing(Store store) => LandingOn(TestSystem.On(store));

    private static Task<TestSystem> Landing(TestSystem system) => LandingOn(Task.FromResult(system));

    private static async Task<TestSystem> LandingOn(Task<TestSystem> starting)
    {
        var system = await starting;
        await system
            .Grains.Enterprise("e1")
            .Put(Some.Officer, Some.Enterprise() with { Industry = "lifeAndHealth" }, null, true);
        var account = new Account
        {
            Id = "one@robots",
            Role = Role.Enterprise,
            Enterprise = "e1",
        };
        await system.Grains.Account(account.Id).Put(Caller.System, account, null, []);
        await Save(system, "e1", Plant, tell: true);
        await Told(system, 1);
        return system;
    }

    private static async Task<string> Confidential(TestSystem system)
    {
        var id = RecordIds.New();
        await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(isConfidential: true), null, false);
        return id;
    }
}
