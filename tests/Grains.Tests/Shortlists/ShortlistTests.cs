using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>A shortlist keeps what its demand was shown, for its own people and the office.</summary>
public sealed class ShortlistTests
{
    [Theory, OnBoth]
    public async Task What_is_kept_is_what_the_lists_show(Store store)
    {
        await using var system = await Kept.Start(store);
        await system
            .Grains.Brief(Some.Id(9))
            .Put(Some.Person(), new() { Demands = ["sites", "partners"] }, null, false);

        var kept = (await Kept.Keep(system, Some.Person(), 1, "b1/s2", "b1/s1", "f1")).Record;

        var sites = (await system.Grains.Index("sites").Matches(Some.Person(), "sites", 10)).Matches;
        var firm = await system.Grains.Index("partners").MatchOf(Some.Person(), "partners", "f1");
        Assert.Equal(
            [sites.Single(match => match.Id == "b1/s2"), sites.Single(match => match.Id == "b1/s1"), firm!],
            kept.Shown!.Items.Select(item => item.Match with { Points = PointsOf(item.Match) })
        );
        Assert.Equal(["b1/s2", "b1/s1", "f1"], kept.Items.Select(item => item.Item));
        Assert.Equal(Some.Today, kept.Shown.AsOf);
        Assert.Equal(kept.Shown.Hash(), kept.Hash);
        Assert.Equal(["buildings/b1 1", "spaces/b1/s2 1"], kept.Shown.Items[0].Records.Select(Text));
        Assert.Equal(["gates", "capabilities"], kept.Shown.Rules.Select(rule => rule.Id).Take(2));
        // A value of the building has the building's source, and one that follows from another has that one's.
        Assert.Equal("Survey", kept.Shown.Items[0].Facts["headroom"].Source);
        Assert.Equal("Agent", kept.Shown.Items[0].Facts["area"].Source);
        Assert.Equal("Survey", kept.Shown.Items[0].Facts["admission"].Source);
        Assert.Null((await system.Grains.Catalogue<Shortlist>().List(Some.Person(), new())).Items.Single().Shown);

        Match Other(string id) => sites.Concat([firm!]).Single(match => match.Id == id);
        long PointsOf(Match match) => Other(match.Id).Points;
    }

    [Theory, OnBoth]
    public async Task Name_order_and_notes_change_and_what_was_shown_does_not(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Person(), 1, "b1/s1", "b1/s2")).Record;
        var grain = system.Grains.Shortlist(made.Id);

        var changed = await grain.Put(
            Some.Officer,
            made with
            {
                Name = new(Plain: "For the board"),
                Items = [new("b1/s2", "Near the ramp.\nAsk for parking."), new("b1/s1", " ")],
                Hash = "0",
                Owner = "enterprises/e2",
                Shown = made.Shown! with { Items = [] },
            },
            1,
            false
        );

        Assert.Equal(
            (2, made.Hash, "enterprises/e1"),
            (changed.Record.Version, changed.Record.Hash, changed.Record.Owner)
        );
        Assert.Equal([new("b1/s2", "Near the ramp.\nAsk for parking."), new("b1/s1")], changed.Record.Items);
        Assert.Equal(made.Hash, (await grain.Get(Some.Person())).Shown!.Hash());
        foreach (var items in new[] { "b1/s1", "b1/s1 b1/s3", "b1/s1 b1/s2 b1/s3" })
            Assert.Equal(["items final"], await Broken(made with { Items = Items(items.Split(' ')) }, 2));
        await Assert.ThrowsAsync<VersionException>(() => grain.Put(Some.Person(), made, 1, false));

        await grain.Delete(Some.Person(), 2);
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(Some.Person()));

        async Task<IEnumerable<string>> Broken(Shortlist body, long version) =>
            (
                await Assert.ThrowsAsync<InvalidException>(() => grain.Put(Some.Person(), body, version, false))
            ).Errors.Select(error => $"{error.Path} {error.Code}");
    }

    [Theory, OnBoth]
    public async Task Only_what_the_caller_is_shown_can_be_kept(Store store)
    {
        await using var system = await Kept.Start(store);
        await system.Grains.Brief(Some.Id(9)).Put(Some.Person(), new() { Demands = ["sites"] }, null, false);

        Assert.Equal(
            ["items[0] notAMatch", "items[1] notAMatch", "items[2] notAMatch", "items[3] notAMatch"],
            // Let, not public, nowhere, and on the board of a demand that is not in the Brief.
            await Broken("sites", "b1/let", "b1/hidden", "b1/none", "f1")
        );
        Assert.Equal(["items[1] repeated", "items[2] required"], await Broken("sites", "b1/s1", "b1/s1", ""));
        Assert.Equal(["items empty"], await Broken("sites"));
        Assert.Equal(
            ["items tooMany"],
            await Broken("sites", [.. Enumerable.Range(0, 51).Select(index => $"b1/{index}")])
        );
        Assert.Equal(["demand notOwnDemand"], await Broken("other", "b1/s1"));
        Assert.Equal(["demand notOwnDemand"], await Broken("no such", "b1/s1"));

        async Task<IEnumerable<string>> Broken(string demand, params string[] items) =>
            (
                await Assert.ThrowsAsync<InvalidException>(() =>
                    system
                        .Grains.Shortlist(Some.Id(1))
                        .Put(Some.Person(), new() { Demand = demand, Items = Items(items) }, null, false)
                )
            ).Errors.Select(error => $"{error.Path} {error.Code}");
    }

    [Theory, OnBoth]
    public async Task What_only_the_office_is_shown_is_the_offices_in_a_shortlist_too(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Officer, 1, "b1/hidden", "b1/s1")).Record;
        var grain = system.Grains.Shortlist(made.Id);

        Assert.Equal(["b1/hidden", "b1/s1"], made.Items.Select(item => item.Item));
        var seen = await grain.Get(Some.Person());
        Assert.Equal("b1/s1", Assert.Single(seen.Items).Item);
        Assert.Equal("b1/s1", Assert.Single(seen.Shown!.Items).Item);
        Assert.Equal("b1/s1", Assert.Single((await grain.Since(Some.Person())).Items).Item);
        Assert.True((await grain.Replay(Some.Person())).Same);
        Assert.Single((await system.Grains.Catalogue<Shortlist>().List(Some.Person(), new())).Items.Single().Items);

        // Its own people's changes leave it where it is.
        await grain.Put(Some.Person(), seen with { Items = [new("b1/s1", "Good")] }, 1, false);
        Assert.Equal([new("b1/hidden", null, true), new("b1/s1", "Good")], (await grain.Get(Some.Officer)).Items);
    }

    [Theory, OnBoth]
    public async Task Others_learn_nothing_of_a_shortlist(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Person(), 1, "b1/s1")).Record;
        var grain = system.Grains.Shortlist(made.Id);

        foreach (var stranger in new[] { Caller.Anonymous, Some.Maker(), Some.Person("e2"), Some.OwnerAgent() })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(stranger));
            await Assert.ThrowsAsync<NotFoundException>(() => grain.Replay(stranger));
            await Assert.ThrowsAsync<NotFoundException>(() => grain.Since(stranger));
            Assert.Empty((await system.Grains.Catalogue<Shortlist>().List(stranger, new())).Items);
        }

        Assert.Equal(made.Id, (await grain.Get(Some.OtherOfficer)).Id);
    }

    [Theory, OnBoth]
    public async Task A_confidential_projects_shortlist_leaves_no_trace(Store store)
    {
        await using var system = await Kept.Start(store);
        var secret = Some.Id(77);
        await system.Grains.Enterprise(secret).Put(Some.Officer, Some.Enterprise(), null, false);
        var demand = Some.Id(78);
        await system.Grains.Demand(demand).Put(Some.Person(secret), Some.Seeks("sites"), null, false);
        var grain = system.Grains.Shortlist(Some.Id(79));
        await grain.Put(Some.Person(secret), new() { Demand = demand, Items = Items("b1/s1") }, null, false);

        await system.Grains.Enterprise(secret).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);

        await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(Some.OtherOfficer));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Replay(Some.OtherOfficer));
        Assert.Empty((await system.Grains.Catalogue<Shortlist>().List(Some.OtherOfficer, new())).Items);
        Assert.DoesNotContain(
            await system.Grains.Changes().List(Some.OtherOfficer, 0, 500),
            change => change.Id == Some.Id(79) && !change.Deleted
        );
        Assert.True((await grain.Replay(Some.Person(secret))).Same);
        Assert.True((await grain.Replay(Some.Officer)).Same); // the officer who made it confidential is cleared

        // It goes with its enterprise, and what was shown with it.
        await system.Grains.Enterprise(secret).Delete(Some.Officer, 2);
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Get(Some.Officer));
        Assert.Equal(0, await Kept.Count(system, RecordKind.Sheet));
    }

    [Theory, OnBoth]
    public async Task A_shortlist_outlives_its_demand(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Person(), 1, "b1/s1")).Record;

        await system.Grains.Demand("sites").Delete(Some.Person(), 1);

        var grain = system.Grains.Shortlist(made.Id);
        Assert.Equal(made.Hash, (await grain.Replay(Some.Person())).Hash);
        Assert.Null(Assert.Single((await grain.Since(Some.Person())).Items).Gone);
    }

    private static ImmutableArray<ShortlistItem> Items(params string[] ids) =>
        [.. ids.Select(id => new ShortlistItem(id))];

    private static string Text(SheetRecord record) => $"{record.Record} {record.Version}";
}
