using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Shortlists;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>
/// Whatever has changed since, a shortlist is worked out again to the digit: 100 of them, or 1 000 with
/// MATCHMAKER_FULL=1.
/// </summary>
public sealed class ReplayTests
{
    private static int Shortlists => LongRun.IsOn ? 1_000 : 100;

    [Theory, OnBoth]
    public async Task Every_shortlist_is_the_same_after_everything_has_changed(Store store)
    {
        await using var system = await Kept.Start(store);
        await system
            .Grains.Brief(Some.Id(9))
            .Put(Some.Person(), new() { Demands = ["sites", "partners"] }, null, false);
        var random = new Random(4);
        string[] all = ["b1/s1", "b1/s2", "b1/s3", "f1"];
        var hashes = new Dictionary<string, string>();
        for (var i = 0; i < Shortlists; i++)
        {
            string[] items = [.. all.OrderBy(_ => random.Next()).Take(random.Next(1, all.Length + 1))];
            var kept = (await Kept.Keep(system, Some.Person(), 1_000 + i, items)).Record;
            hashes[kept.Id] = kept.Hash!;
            await Change(system, random);
        }

        await ChangeTheRest(system);
        system.Time.Advance(TimeSpan.FromDays(1)); // the firm's certificate has expired

        Assert.InRange(hashes.Values.Distinct().Count(), Shortlists / 4, Shortlists);
        foreach (var (id, hash) in hashes)
        {
            var replay = await system.Grains.Shortlist(id).Replay(Some.Officer);
            Assert.True(replay.Same, $"{id}: {string.Join(", ", replay.Differences ?? [])}");
            Assert.Equal(hash, replay.Hash);
            Assert.Null(replay.Differences);
        }
    }

    [Theory, OnBoth]
    public async Task A_shortlist_that_was_kept_under_other_rules_is_replayed_by_those(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Person(), 1, "b1/s1")).Record;
        // As a release with another table of gates would have kept it.
        var gates = GateTable
            .Shipped.Versions[0]
            .Rows.Select(row => row with { Verdict = UseVerdict.DoesNotFit, Source = "Old" });
        var rules = RulesInForce.None.With("gates", "gates", 0, new() { Gates = [.. gates] });
        var records = new SheetRecords(system.Database);
        var demand = DemandThen.Of((await records.Now([new(RecordKind.Demand, "sites")], default))[0])!;
        var item = await records.Now(SheetRecords.Of(demand.Board, "b1/s1"), default);
        var sheet = SheetMaker.Make(Some.Today, [demand], [("b1/s1", demand, item)], rules)!;
        await new RuleBook(system.Database, new(system.Database), system.Grains).Keep(rules);
        await Write(system, Some.Id(2), made with { Hash = sheet.Hash(), Shown = null }, sheet);

        var replay = await system.Grains.Shortlist(Some.Id(2)).Replay(Some.Officer);

        var shown = (await system.Grains.Shortlist(Some.Id(2)).Get(Some.Officer)).Shown!.Items[0].Match;
        Assert.Equal((true, sheet.Hash()), (replay.Same, replay.Hash));
        Assert.Equal("Old", shown.Parts[2].Gates!.Value[0].Source);
        Assert.NotEqual(made.Shown!.Items[0].Match.Verdict.ToString() + made.Hash, shown.Verdict + replay.Hash);
        Assert.True((await system.Grains.Shortlist(made.Id).Replay(Some.Officer)).Same);
    }

    [Theory, OnBoth]
    public async Task A_shortlist_is_replayed_by_the_version_of_the_table_that_judged_it(Store store)
    {
        await using var system = await Kept.Start(store);
        var first = (await Kept.Keep(system, Some.Person(), 1, "b1/s1")).Record;
        var rows = GateTable.Shipped.Versions[0].Rows;
        // The plan says what else it depends on, and from the next day on it says no.
        await Publish(0, row => row with { Condition = "ancillary" }, Some.Today);
        await Publish(1, row => row with { Verdict = UseVerdict.DoesNotFit }, Some.Today.AddDays(1));
        var second = (await Kept.Keep(system, Some.Person(), 2, "b1/s1")).Record;
        system.Time.Advance(TimeSpan.FromDays(1));
        var third = (await Kept.Keep(system, Some.Person(), 3, "b1/s1")).Record;

        Shortlist[] all = [first, second, third];
        Assert.Equal([0L, 1L, 2L], all.Select(list => list.Shown!.Rules.Single(rule => rule.Kind == "gates").Version));
        Assert.Equal([false, true, false], all.Select(list => Plan(list).Condition == "ancillary"));
        Assert.Equal(
            [UseVerdict.NeedsPermission, UseVerdict.NeedsPermission, UseVerdict.DoesNotFit],
            all.Select(list => Plan(list).Verdict)
        );
        foreach (var list in all)
        {
            var replay = await system.Grains.Shortlist(list.Id).Replay(Some.Officer);
            Assert.Equal((true, list.Hash), (replay.Same, replay.Hash));
        }

        var since = Assert.Single((await system.Grains.Shortlist(first.Id).Since(Some.Person())).Items);
        Assert.NotEqual(first.Shown!.Items[0].Match.Score, since.Now!.Score);

        Task Publish(int expected, Func<GateRow, GateRow> change, DateOnly from) =>
            system
                .Grains.Gates()
                .Publish(
                    Some.Admin,
                    new(
                        from,
                        [
                            .. rows.Select(row =>
                                row is { Gate: GateKind.Plan, Key: "I", Use: "office" } ? change(row) : row
                            ),
                        ]
                    ),
                    expected
                );

        static Gate Plan(Shortlist list) => list.Shown!.Items[0].Match.Parts[2].Gates!.Value[0];
    }

    [Theory, OnBoth]
    public async Task What_was_tampered_with_is_named(Store store)
    {
        await using var system = await Kept.Start(store);
        await Kept.Keep(system, Some.Person(), 1, "b1/s1");
        await Kept.Keep(system, Some.Person(), 2, "b1/s2");
        await Kept.Keep(system, Some.Person(), 3, "b1/s3");
        await using (var connection = await system.Database.Open())
        {
            await connection.ExecuteAsync(
                "UPDATE journal SET after = REPLACE(after, '300', '301') WHERE kind = 'space' AND id = 'b1/s1'"
            );
            await connection.ExecuteAsync(
                $"UPDATE record SET body = REPLACE(body, '550', '551') WHERE kind = 'sheet' AND id = '{Some.Id(2)}'"
            );
            await connection.ExecuteAsync("DELETE FROM journal WHERE kind = 'space' AND id = 'b1/s3'");
        }

        var altered = await system.Grains.Shortlist(Some.Id(1)).Replay(Some.Officer);
        Assert.False(altered.Same);
        Assert.Contains(new JsonDifference("items[0].values.area", "3e2", "301"), altered.Differences!.Value);
        var sheet = await system.Grains.Shortlist(Some.Id(2)).Replay(Some.Person());
        Assert.Contains(new JsonDifference("items[0].values.area", "551", "55e1"), sheet.Differences!.Value);
        Assert.False((await system.Grains.Shortlist(Some.Id(3)).Replay(Some.Officer)).Same);
    }

    [Theory, OnBoth]
    public async Task What_has_changed_since_says_when_and_by_whom_and_what_is_gone(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Person(), 1, "b1/s1", "b1/s2", "b1/s3")).Record;
        var grain = system.Grains.Shortlist(made.Id);
        Assert.All((await grain.Since(Some.Person())).Items, item => Assert.Empty(item.Changes));

        system.Time.Advance(TimeSpan.FromHours(1));
        var changed = system.Time.GetUtcNow();
        await Kept.PutSpace(system, "s1", 200m, 1);
        system.Time.Advance(TimeSpan.FromHours(1));
        var building = await system.Grains.Building("b1").Get(Some.Officer);
        await system
            .Grains.Building("b1")
            .Put(Some.Officer, building with { Values = building.Values.Remove("headroom") }, 1, true);
        await system.Grains.Building("b1").DeleteSpace(Some.Officer, "s2", 1);
        await system
            .Grains.Building("b1")
            .PutSpace(Some.Officer, "s3", Some.Space(isPublic: false) with { Source = "Agent" }, 1, true);

        var since = (await grain.Since(Some.Person())).Items;
        Assert.Equal(Verdict.NearMiss, since[0].Now!.Verdict);
        Assert.Equal(
            [
                new("area", Some.Number(300), Some.Number(200), changed, "Agent"),
                new("headroom", Some.Number(4.5m), null, system.Time.GetUtcNow(), null),
                new("rent", Some.Number(150), Some.Number(100), changed, "Agent"),
            ],
            since[0].Changes.OrderBy(change => change.Attribute, StringComparer.Ordinal)
        );
        Assert.Equal([null, true, true], since.Select(item => item.Gone));
        Assert.All(since.Skip(1), item => Assert.Equal((null, 0), (item.Now, item.Changes.Length)));
        // The office still sees what is not public.
        Assert.Null((await grain.Since(Some.Officer)).Items[2].Gone);
    }

    [Theory, OnBoth]
    public async Task A_code_that_was_renamed_is_no_change(Store store)
    {
        await using var system = await Kept.Start(store);
        await system
            .Grains.Brief(Some.Id(9))
            .Put(Some.Person(), new() { Demands = ["sites", "partners"] }, null, false);
        var made = (await Kept.Keep(system, Some.Person(), 1, "f1")).Record;

        await Rename(system, "iso-13485", "medical-qms");

        var since = Assert.Single((await system.Grains.Shortlist(made.Id).Since(Some.Person())).Items);
        Assert.Empty(since.Changes);
        Assert.Equal(Verdict.Match, since.Now!.Verdict);
    }

    private static async Task Change(TestSystem system, Random random)
    {
        var id = $"s{random.Next(1, 4)}";
        var space = await system.Grains.Building("b1").GetSpace(Some.Officer, id);
        await Kept.PutSpace(system, id, random.Next(100, 900), space.Version);
        if (random.Next(5) > 0)
            return;
        var building = await system.Grains.Building("b1").Get(Some.Officer);
        var values = building.Values.SetItem("headroom", Some.Number(random.Next(20, 60) / 10m));
        await system.Grains.Building("b1").Put(Some.Officer, building with { Values = values }, building.Version, true);
        var demand = await system.Grains.Demand("sites").Get(Some.Officer);
        var criteria = demand.Criteria.SetItem(0, Some.AtLeast("area", random.Next(100, 900)));
        await system
            .Grains.Demand("sites")
            .Put(Some.Person(), demand with { Criteria = criteria }, demand.Version, false);
    }

    // A code is renamed, and records and demands are let, withdrawn and deleted.
    private static async Task ChangeTheRest(TestSystem system)
    {
        await Rename(system, "iso-13485", "medical-qms");
        var building = system.Grains.Building("b1");
        var space = await building.GetSpace(Some.Officer, "s1");
        await building.PutSpace(
            Some.Officer,
            "s1",
            space with
            {
                Status = SpaceStatus.Let,
                Inherited = null,
            },
            space.Version,
            true
        );
        await building.DeleteSpace(Some.Officer, "s2", (await building.GetSpace(Some.Officer, "s2")).Version);
        await building.Put(
            Some.Officer,
            Some.Building(isPublic: false),
            (await building.Get(Some.Officer)).Version,
            true
        );
        await system.Grains.Firm("f1").Delete(Some.Officer, 1);
        var demand = await system.Grains.Demand("sites").Get(Some.Officer);
        await system.Grains.Demand("sites").Delete(Some.Person(), demand.Version);
    }

    private static async Task Rename(TestSystem system, string from, string to)
    {
        var revision = await system.Grains.Taxonomy("certifications").Get(Some.Admin);
        await system
            .Grains.Taxonomy("certifications")
            .Put(
                Some.Admin,
                revision with
                {
                    Terms =
                    [
                        .. revision.Terms.Select(term => term.Code == from ? term with { MovedTo = to } : term),
                        new() { Code = to, Label = new(to, to, to) },
                    ],
                },
                revision.Version,
                true
            );
    }

    private static Task<long> Write(TestSystem system, string id, Shortlist shortlist, Sheet sheet)
    {
        var visibility = new Visibility(RecordKind.Shortlist, Some.Person().Party, false);
        return system
            .Grains.Journal()
            .Commit([
                new RecordWrite.Put(RecordKind.Shortlist, id, 0, "tester", RecordJson.Write(shortlist), visibility),
                KeptSheets.Put(Some.Officer, id, sheet, visibility),
            ]);
    }
}
