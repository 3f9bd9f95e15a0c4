using Matchmaker.Contracts;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Gates;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.GateVersions;

public sealed class GateTests
{
    [Theory, OnBoth]
    public async Task A_version_turns_lists_explanations_feeds_and_records_at_once(Store store)
    {
        await using var system = await Judged.Start(store);
        Assert.Equal(["needsPermission", "needsPermission"], await Of("b1"));
        var before = (await system.Grains.Index("sites").Watch(Some.Officer, "all", null)).Sequence;

        var published = await system.Grains.Gates().Publish(Some.Admin, Judged.Relaxed(), 0);

        Assert.Equal(["fits", "fits"], await Of("b1"));
        Assert.Equal(["", ""], await Of("b2")); // of an unrestricted lease nobody says anything
        Assert.Equal(["needsPermission", "needsPermission"], await Of("b3")); // the plan needs it
        var events = (await system.Grains.Index("sites").Watch(Some.Officer, "all", before)).Events!.Value;
        Assert.Equal(
            [
                (MatchEventKind.Changed, "b1/s1"),
                (MatchEventKind.Changed, "b1/s2"),
                // The verdict is the same, and its source another.
                (MatchEventKind.Changed, "b3/s1"),
                (MatchEventKind.Changed, "b3/s2"),
            ],
            events.Select(change => (change.Kind, change.Id))
        );
        Assert.Equal("Practice Note 1/2027", events[0].Match!.Parts[0].Gates!.Value[1].Source);
        var best = (await system.Grains.Index("sites").Watch(Some.Person(), "best", 0)).Events!.Value;
        Assert.Equal([(MatchEventKind.Appeared, "b1/s1")], best.Select(change => (change.Kind, change.Id)));
        var uses = await system.Grains.Building("b1").GetUses(Some.Person(), "s1");
        Assert.Equal(UseVerdict.Fits, uses.Uses.Single(use => use.Use == "office").Verdict);
        var then = await system.Grains.Building("b1").GetUses(Some.Person(), "s1", Some.Today.AddDays(-1));
        Assert.Equal(UseVerdict.NeedsPermission, then.Uses.Single(use => use.Use == "office").Verdict);
        Assert.Equal(
            (1, Some.Today, "admin@office", Some.Noon, "Offices are let in.", 42, 0, 1, 0),
            (
                published.Version.Number,
                published.Version.From,
                published.Version.By,
                published.Version.At,
                published.Version.Note,
                published.Version.Rows,
                published.Version.Added,
                published.Version.Changed,
                published.Version.Removed
            )
        );

        async Task<IEnumerable<string>> Of(string building) =>
            (await Judged.Offices(system)).Where(space => space.Key.StartsWith(building)).Select(space => space.Value);
    }

    [Theory, OnBoth]
    public async Task A_version_for_a_day_to_come_turns_the_verdicts_on_that_day(Store store)
    {
        await using var system = await Judged.Start(store);
        var from = Some.Today.AddDays(2);

        await system.Grains.Gates().Publish(Some.Admin, Judged.Relaxed(from), 0);

        var index = system.Grains.Index("sites");
        Assert.Equal("needsPermission", (await Judged.Offices(system))["b1/s1"]);
        Assert.Equal(0, (await index.Watch(Some.Person(), "best", 0)).Sequence);
        await To(new(2026, 11, 25, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal("needsPermission", (await Judged.Offices(system))["b1/s1"]);
        Assert.Equal(0, (await index.Watch(Some.Person(), "best", 0)).Sequence);
        Assert.Equal(0, (await system.Grains.Gates().List(Some.Admin)).Today);

        await To(new(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal("fits", (await Judged.Offices(system))["b1/s1"]);
        var events = (await index.Watch(Some.Person(), "best", 0)).Events!.Value;
        Assert.Equal([(MatchEventKind.Appeared, "b1/s1")], events.Select(change => (change.Kind, change.Id)));
        Assert.Equal(1, (await system.Grains.Gates().List(Some.Admin)).Today);

        async Task To(DateTimeOffset instant)
        {
            system.Time.SetUtcNow(instant);
            await index.WaitForProjection(long.MaxValue);
        }
    }

    [Theory, OnBoth]
    public async Task The_preview_is_what_the_board_says_after_publishing(Store store)
    {
        await using var system = await Judged.Start(store);
        var before = await Judged.Offices(system);
        var draft = Judged.Relaxed();

        var preview = await system.Grains.Gates().Preview(Some.Admin, draft);
        Assert.Equal(before, await Judged.Offices(system)); // a preview changes nothing
        Assert.Single((await system.Grains.Gates().List(Some.Admin)).Items);
        await system.Grains.Gates().Publish(Some.Admin, draft, 0);

        var after = await Judged.Offices(system);
        var turned = before.Keys.Where(space => before[space] != after[space]).ToList();
        Assert.Equal(["b1/s1", "b1/s2"], turned);
        Assert.Equal(turned, preview.Spaces.Select(space => space.Space));
        Assert.All(
            preview.Spaces,
            space =>
                Assert.Equal(
                    new UseChange(space.Space, "office", UseVerdict.NeedsPermission, UseVerdict.Fits),
                    Assert.Single(space.Uses)
                )
        );
        Assert.Equal([new VerdictCount("office", UseVerdict.NeedsPermission, UseVerdict.Fits, 2)], preview.Verdicts);
        var appeared = 0;
        foreach (var demand in new[] { "all", "best" })
            appeared += (await system.Grains.Index("sites").Watch(Some.Officer, demand, 0)).Events!.Value.Count(
                change => change.Kind is MatchEventKind.Appeared
            );
        // The confidential project's demand, which asks the same as "best", moves no number.
        Assert.Equal(2, appeared);
        Assert.Equal(
            (Some.Today, 2, 1, 0, 2, 0),
            (preview.On, preview.SpaceCount, preview.Gaining, preview.Losing, preview.Appeared, preview.Gone)
        );
        Assert.Equal([new PreviewedDemand("best", 2, 0)], preview.Demands);

        // The way back loses what appeared.
        var back = draft with
        {
            Rows = GateTable.Shipped.Versions[0].Rows,
        };
        var lost = await system.Grains.Gates().Preview(Some.Admin, back);
        Assert.Equal((0, 1, 0, 2), (lost.Gaining, lost.Losing, lost.Appeared, lost.Gone));
        Assert.Equal([new PreviewedDemand("best", 0, 2)], lost.Demands);
    }

    [Theory, OnBoth]
    public async Task A_preview_for_a_day_to_come_is_of_that_day(Store store)
    {
        await using var system = await Judged.Start(store);
        // The relaxation for research ends with 2027 in the shipped table, and here a year later.
        var draft = new TableDraft<GateRow>(
            new(2028, 1, 1),
            [
                .. GateTable
                    .Shipped.Versions[0]
                    .Rows.Select(row =>
                        row.To == new DateOnly(2027, 12, 31) ? row with { To = new(2028, 12, 31) }
                        : row.From == new DateOnly(2028, 1, 1) ? row with { From = new(2029, 1, 1) }
                        : row
                    ),
            ]
        );

        var preview = await system.Grains.Gates().Preview(Some.Admin, draft);

        Assert.Equal(new(2028, 1, 1), preview.On);
        Assert.Equal(
            [
                ("researchAndDevelopment", UseVerdict.NeedsPermission, UseVerdict.Fits, 4),
                ("testing", UseVerdict.NeedsPermission, UseVerdict.Fits, 4),
            ],
            preview.Verdicts.Select(count => (count.Use, count.Before!.Value, count.After!.Value, count.Spaces))
        );
        Assert.Equal(0, (await system.Grains.Gates().Preview(Some.Admin, draft with { From = Some.Today })).SpaceCount);
    }

    [Theory, OnBoth]
    public async Task A_board_that_starts_anew_judges_by_what_was_published(Store store)
    {
        using var place = await Setup.Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            // More than nine versions, which are read in the order of their numbers.
            for (var number = 0; number < 11; number++)
                await system
                    .Grains.Gates()
                    .Publish(
                        Some.Admin,
                        number == 10
                            ? Judged.Relaxed()
                            : new(Some.Today, GateTable.Shipped.Versions[0].Rows, $"{number}"),
                        number
                    );
        }

        await using var again = await TestSystem.On(place);
        await again
            .Grains.Building("b1")
            .Put(
                Some.Officer,
                Some.Building(true, null, ("zone", new CodeValue("OU(B)")), ("leaseUser", new CodeValue("industrial"))),
                null,
                true
            );
        await again.Grains.Building("b1").PutSpace(Some.Officer, "s1", Some.Space(), null, true);
        var preview = await again
            .Grains.Gates()
            .Preview(Some.Admin, new(Some.Today, GateTable.Shipped.Versions[0].Rows));
        Assert.Equal(1, preview.SpaceCount);
        Assert.Equal(UseVerdict.Fits, preview.Spaces[0].Uses[0].Before);
        var uses = await again.Grains.Building("b1").GetUses(Some.Officer, "s1");
        Assert.Equal(UseVerdict.Fits, uses.Uses.Single(use => use.Use == "office").Verdict);
    }
}
