using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Grains.Upgrades;
using Matchmaker.Matching.Upgrades;
using static Matchmaker.Grains.Tests.Programmes.Applying;

namespace Matchmaker.Grains.Tests.Upgrades;

/// <summary>What a firm is told of the path that it keeps (upgrading.md section 9). NIFS pays a third of a line.
/// </summary>
public sealed class PathReminderTests
{
    private static readonly ChosenStep Line = new("automated-line", Cost: 30_000_000);

    [Theory, OnBoth]
    public async Task A_changed_rule_is_told_once_live_by_mail_and_on_the_page(Store store)
    {
        await using var system = await Factory(await TestSystem.On(store), Line);
        var hub = await Watch(system);
        Assert.Empty((await News(system)).Items);

        await Edit(system, "nifs", version => version with { Applicant = 3 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        await system.Grains.Clock().Tick();
        var letter = Assert.Single(await Letters(system));
        Assert.Equal("maker@f1", letter.To);
        Assert.Matches(
            @"Automated production line: .+ \(up to HK\$10,000,000\) → .+ \(up to HK\$7,500,000\)",
            letter.Text
        );
        Assert.Contains("2026年11月24日", letter.Text, StringComparison.Ordinal);
        Assert.Contains("自动化生产线: ", letter.Text, StringComparison.Ordinal);

        var news = Assert.Single((await News(system)).Items);
        var change = Assert.Single(news.Changes);
        Assert.Equal(Some.Today, news.On);
        Assert.Equal(
            ("automated-line", "nifs", 10_000_000, 7_500_000),
            (change.Step, change.Now!.Programme, change.Before!.Amount, change.Now.Amount)
        );
        await Eventually.Until(() => Task.FromResult(hub.Upgrades.Count > 0));
        var message = Assert.Single(hub.Upgrades);
        Assert.Equal(("firms/f1", "applicant:firms/f1"), (message.Applicant, message.Topic));
        Assert.Equal(change, Assert.Single(message.News.Changes));
    }

    [Theory, OnBoth]
    public async Task A_change_is_told_after_a_restart_too_and_not_again_after_the_next(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await Factory(await TestSystem.On(place), Line))
            await Edit(system, "nifs", version => version with { Applicant = 3 });
        for (var restart = 0; restart < 2; restart++)
        {
            await using var again = await TestSystem.On(place);
            await Soon(again, async () => (await Letters(again)).Count > 0);
            await again.Grains.Clock().Tick();
            Assert.Single(await Letters(again));
            Assert.Single((await News(again)).Items);
        }
    }

    // A step without a start begins next month, so a new month brings it under the next rule.
    [Theory, OnBoth]
    public async Task A_new_day_is_told_when_it_changes_the_answer(Store store)
    {
        await using var system = await Factory(await TestSystem.On(store), Line);
        await Edit(
            system,
            "nifs",
            version => version with { To = new(2026, 12, 31) },
            version => version with { From = new(2027, 1, 1), To = null, Applicant = 3 }
        );
        system.Time.Advance(TimeSpan.FromDays(6));
        await system.Grains.Clock().Tick();
        Assert.Empty(await Letters(system));

        system.Time.Advance(TimeSpan.FromDays(1));
        await Soon(system, async () => (await Letters(system)).Count > 0);
        await system.Grains.Clock().Tick();
        Assert.Contains(
            "as of 1 Dec 2026",
            Assert.Single(await Letters(system)).Text,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(7_500_000, Assert.Single((await News(system)).Items[0].Changes).Now!.Amount);
    }

    [Theory, OnBoth]
    public async Task The_end_of_a_programme_is_told_thirty_days_ahead_once_while_the_step_is_planned(Store store)
    {
        var applied = new ChosenStep("gmp", new(2026, 12, 1), Status: StepStatus.Applied);
        await using var system = await Factory(await TestSystem.On(store), Line, applied);
        await Edit(system, "nifs", version => version with { To = Some.Today.AddDays(31) });
        await Soon(system, async () => (await Letters(system)).Count == 1);
        Assert.Empty((await News(system)).Items[0].Closing);

        system.Time.Advance(TimeSpan.FromDays(1));
        await Soon(system, async () => (await Letters(system)).Count == 2);
        var warned = (await News(system)).Items[0];
        Assert.Empty(warned.Changes);
        Assert.Equal(new("automated-line", "nifs", Some.Today.AddDays(31)), Assert.Single(warned.Closing));
        Assert.Contains(
            (await Letters(system)).Select(letter => letter.Text),
            text => text.Contains("ends on 25 Dec 2026, and this step has not applied", StringComparison.Ordinal)
        );

        // Neither the next day nor another cost is a reason to say it again.
        system.Time.Advance(TimeSpan.FromDays(1));
        await Keep(system, tell: true, Line with { Cost = 24_000_000 }, applied);
        await Told(system, 24_000_000);
        await system.Grains.Clock().Tick();
        Assert.Equal(2, (await Letters(system)).Count);
    }

    [Fact]
    public async Task What_a_firm_changes_itself_is_no_news_and_who_did_not_ask_hears_nothing()
    {
        await using var system = await Factory(await TestSystem.On(Store.Sqlite), Line);
        await system.Grains.Firm("f2").Put(Some.Officer, Some.Firm(), null, true);
        await system.Grains.Upgrade("f2").Put(Some.Maker("f2"), new() { Steps = [Line] }, null, true);

        await Keep(system, tell: true, Line with { Cost = 24_000_000 });
        await Told(system, 24_000_000);
        await Save(system, PartyId.Firm("f1"), new(Manufacturer: false), tell: false);
        await Soon(system, async () => (await State(system))?.Answers[0].Payer is null);
        await Save(system, PartyId.Firm("f1"), new(), tell: false, expected: 1);
        await Soon(system, async () => (await State(system))?.Answers[0].Payer is not null);
        Assert.Empty(await Letters(system));

        // The proof of a step decides nothing, so a rule's change is news with it.
        await Keep(system, tell: true, Line with { Cost = 24_000_000, Proof = "Ref. 7" });
        await Edit(system, "nifs", version => version with { Applicant = 3 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        Assert.All(await Letters(system), letter => Assert.Equal("maker@f1", letter.To));
        Assert.Null(await State(system, "f2"));
    }

    [Fact]
    public async Task Who_asks_again_is_told_of_what_changes_from_then_on()
    {
        await using var system = await Factory(await TestSystem.On(Store.Sqlite), Line);
        await Keep(system, tell: false, Line);
        await Soon(system, async () => await State(system) is null);
        await Edit(system, "nifs", version => version with { Applicant = 3 });
        await Keep(system, tell: true, Line);
        await Told(system, Line.Cost);
        Assert.Empty(await Letters(system));
        await Edit(system, "nifs", version => version with { Applicant = 4 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        Assert.Contains("HK$7,500,000", Assert.Single(await Letters(system)).Text, StringComparison.Ordinal);

        // With what is kept goes what was told of it, and with the firm all of it.
        var kept = await system.Grains.Upgrade("f1").Get(Some.Maker());
        await system.Grains.Upgrade("f1").Delete(Some.Maker(), kept.Version);
        await Soon(system, async () => await State(system) is null);
    }

    [Fact]
    public async Task News_are_for_the_firms_own_people_and_the_office_alone()
    {
        await using var system = await Factory(await TestSystem.On(Store.Sqlite), Line);
        await Edit(system, "nifs", version => version with { Applicant = 3 });
        await Soon(system, async () => (await Letters(system)).Count > 0);
        foreach (var reader in new[] { Some.Maker(), Some.Officer, Some.Admin })
            Assert.Single((await system.Grains.Upgrades().News(reader, "f1")).Items);
        foreach (var stranger in new[] { Some.Person(), Some.Maker("f2"), Some.OwnerAgent() })
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Upgrades().News(stranger, "f1"));
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Upgrades().News(Some.Officer, "nowhere"));
    }

    private static Task<PathNewsList> News(TestSystem system) => system.Grains.Upgrades().News(Some.Maker(), "f1");

    private static async Task Keep(TestSystem system, bool tell, params ChosenStep[] steps)
    {
        var grain = system.Grains.Upgrade("f1");
        var version = (await grain.Get(Some.Maker())).Version;
        await grain.Put(Some.Maker(), new() { Steps = [.. steps], Tell = tell }, version, true);
    }

    private static async Task<NotifiedPath?> State(TestSystem system, string firm = "f1") =>
        await new RecordRepository(system.Database).Find(RecordKind.NotifiedPath, firm) is { Body: { } body }
            ? RecordJson.Read<NotifiedPath>(body)
            : null;

    /// <summary>Returns when what follows from a first step of that cost is what the firm knows.</summary>
    private static Task Told(TestSystem system, long? cost) =>
        Soon(system, async () => (await State(system))?.Own.Steps[0].Cost == cost);

    /// <summary>A firm with an account, which keeps these steps and asked to be told.</summary>
    private static async Task<TestSystem> Factory(TestSystem system, params ChosenStep[] steps)
    {
        await system.Grains.Firm("f1").Put(Some.Officer, Some.Firm(), null, true);
        var account = new Account
        {
            Id = "maker@f1",
            Role = Role.Firm,
            Firm = "f1",
        };
        await system.Grains.Account(account.Id).Put(Caller.System, account, null, []);
        await system.Grains.Upgrade("f1").Put(Some.Maker(), new() { Steps = [.. steps], Tell = true }, null, true);
        await Told(system, steps[0].Cost);
        return system;
    }
}
