using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using static Matchmaker.Grains.Tests.Programmes.Applying;

namespace Matchmaker.Grains.Tests.Upgrades.Steps;

/// <summary>Versions of the table of steps, and the paths that they change (upgrading.md section 1).</summary>
public sealed class StepTests
{
    private const string Line = "automated-line";
    private static readonly ImmutableArray<UpgradeStep> Rows = StepTable.Shipped.Versions[0].Rows;
    private static readonly string[] Six = ["f1", "f2", "f3", "f4", "f5", "f6"];

    [Theory, OnBoth]
    public async Task A_version_decides_from_its_day_on_and_a_kept_step_stays(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            await Keep(system, "f1", new ChosenStep(Line));
            var from = Some.Today.AddDays(2);
            await system.Grains.Steps().Publish(Some.Admin, With(Line, step => step with { CostHigh = 57_000_000 }), 0);
            await system.Grains.Steps().Publish(Some.Admin, new(from, Without(Line)), 1);

            Assert.Equal((24_000_000, false, 0), await Path(system, Some.Today.AddDays(-1)));
            Assert.Equal((30_000_000, false, 1), await Path(system, null));
            Assert.Equal((30_000_000, true, 2), await Path(system, from));
            system.Time.Advance(TimeSpan.FromDays(2));
            Assert.Equal((30_000_000, true, 2), await Path(system, null));
        }

        await using var again = await TestSystem.On(place);
        again.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal((30_000_000, true, 2), await Path(again, null));
        // It stays beside what is new, and nobody else takes it.
        var kept = await again.Grains.Upgrade("f1").Get(Some.Maker());
        await again
            .Grains.Upgrade("f1")
            .Put(Some.Maker(), kept with { Steps = [.. kept.Steps, new("gmp")] }, kept.Version, true);
        Assert.Equal(
            [Line, "gmp"],
            (await again.Grains.UpgradePaths().Kept(Some.Maker(), "f1", null)).Steps.Select(step => step.Step)
        );
        await again.Grains.Firm("f2").Put(Some.Officer, Some.Firm(), null, true);
        var refused = await Assert.ThrowsAsync<InvalidException>(() =>
            again.Grains.Upgrade("f2").Put(Some.Maker("f2"), new() { Steps = [new(Line)] }, null, true)
        );
        Assert.Equal(("steps[0].step", "notACode"), (refused.Errors[0].Path, refused.Errors[0].Code));
    }

    [Theory, OnBoth]
    public async Task A_version_that_changes_who_pays_is_told_once_to_those_who_asked(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Keep(system, "f1", tell: true, district: false, new ChosenStep(Line, Cost: 30_000_000));
        var hub = await Watch(system);
        var told = new RecordRepository(system.Database);
        await Soon(system, async () => await told.Find(RecordKind.NotifiedPath, "f1") is not null);

        await system.Grains.Steps().Publish(Some.Admin, With(Line, step => step with { Programmes = [] }), 0);

        await Soon(system, async () => (await system.Grains.Upgrades().News(Some.Maker(), "f1")).Items.Length > 0);
        await system.Grains.Clock().Tick();
        var news = Assert.Single((await system.Grains.Upgrades().News(Some.Maker(), "f1")).Items);
        var change = Assert.Single(news.Changes);
        Assert.Equal((Line, "nifs", null), (change.Step, change.Before!.Programme, change.Now));
        await Eventually.Until(() => Task.FromResult(hub.Upgrades.Any(message => !message.News.Changes.IsEmpty)));
        // Who looks at the path reads it again, asked or not.
        Assert.Contains(hub.Upgrades, message => message.News.Changes.IsEmpty && message.Firm == "f1");
    }

    [Theory, OnBoth]
    public async Task The_preview_counts_and_names_firms_that_may_be_counted_alone(Store store)
    {
        await using var system = await TestSystem.On(store);
        foreach (var firm in Six)
            await Keep(system, firm, tell: false, district: firm != "f6", new ChosenStep(Line));
        var draft = new TableDraft<UpgradeStep>(Some.Today, Without(Line));

        var preview = await system.Grains.Steps().Preview(Some.Admin, draft);

        Assert.Equal((Some.Today, 5), (preview.On, preview.Firms!.Value));
        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], preview.Members.Select(firm => firm.Id));
        Assert.Single((await system.Grains.Steps().List(Some.Admin)).Items); // a preview changes nothing
        // What no path shows changes none, which looks like fewer than five.
        var renamed = With(Line, step => step with { Name = new("Line", "生產線", "生产线") });
        Assert.Null((await system.Grains.Steps().Preview(Some.Admin, renamed)).Firms);
        // One consent less, and neither number nor name is told.
        var kept = await system.Grains.Upgrade("f5").Get(Some.Maker("f5"));
        await system.Grains.Upgrade("f5").Put(Some.Maker("f5"), kept with { Consent = new() }, kept.Version, true);
        var fewer = await system.Grains.Steps().Preview(Some.Admin, draft);
        Assert.Null(fewer.Firms);
        Assert.Empty(fewer.Members);
    }

    [Fact]
    public async Task Nobody_but_admins_reads_previews_or_publishes_and_the_last_version_must_be_known()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var steps = system.Grains.Steps();
        var draft = new TableDraft<UpgradeStep>(Some.Today, Rows);
        foreach (var caller in new[] { Some.Officer, Some.Person(), Some.Maker(), Caller.Anonymous })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => steps.List(caller));
            await Assert.ThrowsAsync<ForbiddenException>(() => steps.Get(caller, 0));
            await Assert.ThrowsAsync<ForbiddenException>(() => steps.Preview(caller, draft));
            await Assert.ThrowsAsync<ForbiddenException>(() => steps.Publish(caller, draft, 0));
            await Assert.ThrowsAsync<ForbiddenException>(() =>
                system.Grains.Upgrades().PreviewSteps(caller, Rows, Some.Today)
            );
        }

        await Assert.ThrowsAsync<VersionException>(() => steps.Publish(Some.Admin, draft, 1));
        var broken = await Assert.ThrowsAsync<InvalidException>(() =>
            steps.Publish(Some.Admin, draft with { Rows = [Rows[0] with { Builders = ["magic"] }] }, 0)
        );
        Assert.Equal("rows[0].builders[0]", Assert.Single(broken.Errors).Path);
        Assert.Single((await steps.List(Some.Admin)).Items);
    }

    private static TableDraft<UpgradeStep> With(string id, Func<UpgradeStep, UpgradeStep> change) =>
        new(Some.Today, [.. Rows.Select(step => step.Id == id ? change(step) : step)], "Prices of 2027.");

    private static ImmutableArray<UpgradeStep> Without(string id) => [.. Rows.Where(step => step.Id != id)];

    private static async Task<(long Cost, bool Withdrawn, int Table)> Path(TestSystem system, DateOnly? on)
    {
        var path = await system.Grains.UpgradePaths().Kept(Some.Maker(), "f1", on);
        var step = Assert.Single(path.Steps);
        Assert.NotEqual(step.Withdrawn, path.Suggestions.Any(suggestion => suggestion.Step == Line));
        return (step.Cost, step.Withdrawn, path.Table);
    }

    private static Task Keep(TestSystem system, string firm, params ChosenStep[] steps) =>
        Keep(system, firm, tell: false, district: false, steps);

    private static async Task Keep(TestSystem system, string firm, bool tell, bool district, params ChosenStep[] steps)
    {
        await system.Grains.Firm(firm).Put(Some.Officer, Some.Firm(), null, true);
        var upgrade = new Upgrade
        {
            Steps = [.. steps],
            Tell = tell,
            Consent = new(District: district),
        };
        await system.Grains.Upgrade(firm).Put(Some.Maker(firm), upgrade, null, true);
    }
}
