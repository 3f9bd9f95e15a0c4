using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Grains.Tests.GateVersions;

/// <summary>Who publishes versions, what they must keep to, and what stays of them.</summary>
public sealed class PublishingTests
{
    [Theory, OnBoth]
    public async Task Versions_stay_as_they_were_published_and_tell_what_differs(Store store)
    {
        await using var system = await Judged.Start(store);
        var gates = system.Grains.Gates();
        var later = Some.Today.AddDays(9);
        await gates.Publish(Some.Admin, Judged.Relaxed(later), 0);
        var less = Judged.Relaxed(later) with { Rows = Judged.Relaxed().Rows.RemoveAt(0), Note = null };
        await gates.Publish(Some.Admin, less, 1);
        await gates.Publish(Some.Admin, Judged.Relaxed(Some.Today.AddDays(3)), 2);

        var history = await gates.List(Some.Admin);

        Assert.Equal(
            [
                (3, Some.Today.AddDays(3), later.AddDays(-1), false, 1, 0, 0),
                // The second begins on the day of the first, and holds in its place.
                (2, later, null, false, 0, 0, 1),
                (1, later, null, true, 0, 1, 0),
                (0, (DateOnly?)null, (DateOnly?)Some.Today.AddDays(2), false, 0, 0, 0),
            ],
            history.Items.Select(item =>
                (item.Number, item.From, item.To, item.Replaced, item.Added, item.Changed, item.Removed)
            )
        );
        var second = await gates.Get(Some.Admin, 2);
        Assert.Equal(less.Rows, second.Rows);
        Assert.Equal(new(Judged.Relaxed().Rows[0], null), Assert.Single(second.Differences));
        Assert.Null(second.Version.Note);
        await Assert.ThrowsAsync<NotFoundException>(() => gates.Get(Some.Admin, 4));
        await Assert.ThrowsAsync<VersionException>(() => gates.Publish(Some.Admin, less, 1));
        await Assert.ThrowsAsync<VersionException>(() => gates.Publish(Some.Admin, less, 4));
    }

    [Theory, OnBoth]
    public async Task Two_who_publish_at_once_do_not_both_succeed(Store store)
    {
        await using var system = await Judged.Start(store);

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        await system.Grains.Gates().Publish(Some.Admin, Judged.Relaxed(Some.Today.AddDays(i)), 0);
                        return true;
                    }
                    catch (VersionException)
                    {
                        return false;
                    }
                })
        );

        Assert.Single(both, success => success);
        Assert.Equal(2, (await system.Grains.Gates().List(Some.Admin)).Items.Length);
    }

    [Theory, OnBoth]
    public async Task Nobody_but_admins_reads_previews_or_publishes(Store store)
    {
        await using var system = await Judged.Start(store);
        var gates = system.Grains.Gates();
        var draft = Judged.Relaxed();
        foreach (var caller in new[] { Some.Officer, Some.Person(), Some.OwnerAgent(), Some.Maker(), Caller.Anonymous })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => gates.List(caller));
            await Assert.ThrowsAsync<ForbiddenException>(() => gates.Get(caller, 0));
            await Assert.ThrowsAsync<ForbiddenException>(() => gates.Preview(caller, draft));
            await Assert.ThrowsAsync<ForbiddenException>(() => gates.Publish(caller, draft, 0));
            await Assert.ThrowsAsync<ForbiddenException>(() =>
                system.Grains.Index("sites").PreviewGates(caller, draft.Rows, draft.From)
            );
        }
    }

    [Theory, OnBoth]
    public async Task A_broken_row_or_day_is_told_at_its_place_and_nothing_is_published(Store store)
    {
        await using var system = await Judged.Start(store);
        var rows = Judged.Relaxed().Rows;
        var draft = new TableDraft<GateRow>(
            Some.Today.AddDays(-1),
            rows.SetItem(3, rows[3] with { Key = "Kwun Tong" }).Add(rows[7]),
            new('n', 1_001)
        );

        foreach (
            var call in new Func<Task>[]
            {
                () => system.Grains.Gates().Publish(Some.Admin, draft, 0),
                () => system.Grains.Gates().Preview(Some.Admin, draft),
            }
        )
        {
            var errors = (await Assert.ThrowsAsync<InvalidException>(call)).Errors;
            Assert.Equal(
                [
                    ("from", "endsBefore"),
                    ("note", "tooLong"),
                    ("rows[3].key", "notACode"),
                    ("rows[42].from", "ruleOverlap"),
                ],
                errors.Select(error => (error.Path, error.Code)).Order()
            );
        }

        Assert.Single((await system.Grains.Gates().List(Some.Admin)).Items);
    }
}
